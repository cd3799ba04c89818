import type { WaitWire } from "../api/model.ts"
import type { QueueTexts, WaitSpan } from "../language/queueTexts.ts"

/** A wait as people say it: in days, weeks or months, whichever is short. */
export const waitText = (wait: WaitWire, texts: QueueTexts): string => {
  const { low, median, high } = wait
  if (!isExpected(wait)) return texts.unknownWait
  if (low === null || median === null) return texts.longWait
  if (high === 0) return texts.atOnce
  if (median > longestDays) return texts.longWait
  return texts.wait(spanOf(low, median, high))
}

/** Whether a copy is expected at all: there may be none, or none that the rules let one have there. */
export const isExpected = ({ within }: WaitWire): boolean => within.chance > 0

/** Whether it is told with a range in brackets. */
export const hasRange = ({ low, median, high }: WaitWire): boolean => {
  if (low === null || median === null || high === null) return false
  const span = spanOf(low, median, high)
  return high > 0 && median <= longestDays && span.low !== span.high
}

/** Of what one waits for longer than this, a number of months says nothing. */
const longestDays = 730

const spanOf = (low: number, median: number, high: number | null): WaitSpan => {
  const unit = median < 14 ? "day" : median < 70 ? "week" : "month"
  const whole = (days: number): number => Math.round(days / daysOf[unit])
  return {
    unit,
    low: whole(low),
    median: Math.max(1, whole(median)),
    high: high === null ? null : Math.max(1, whole(high))
  }
}

const daysOf: Readonly<Record<WaitSpan["unit"], number>> = { day: 1, week: 7, month: 30.4 }

/** Whether a reservation takes no copy now, and until when; a suspension that is over is none. */
export const suspensionOf = (
  of: { readonly isSuspended: boolean; readonly suspendedUntil: string | null },
  now: number
): { readonly until: string | null } | null => {
  const { isSuspended, suspendedUntil: until } = of
  return isSuspended && (until === null || Date.parse(until) >= now) ? { until } : null
}
