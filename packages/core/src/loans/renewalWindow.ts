import type { BranchCalendar } from "../calendar/calendar.ts"
import { dayNumber } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"

/** Local days of the branch, or hours that pass. */
export type Stretch = { readonly days: number } | { readonly hours: number }

const hourMs = 3_600_000
const minuteMs = 60_000

/**
 * The first instant at which a loan may be renewed, `before` its due instant; for days, that day's start, or the due
 * instant's own time of day on it.
 */
export const soonestRenewal = (
  dueAt: Instant,
  before: Stretch,
  time: "startOfDay" | "sameTime",
  calendar: BranchCalendar
): Instant => {
  if ("hours" in before) return (dueAt - before.hours * hourMs) as Instant
  const due = calendar.localDay(dueAt)
  const first = (due - before.days) as LocalDay
  if (time === "startOfDay") return calendar.instantAt(first, 0)
  return calendar.instantAt(first, calendar.localTime(dueAt) / minuteMs)
}

/** The instant from which on a loan may not be renewed any more: by its length so far, by date, whichever is first. */
export const latestRenewal = (
  lentAt: Instant,
  { afterLent, afterDate }: { readonly afterLent: Stretch | undefined; readonly afterDate: string | undefined },
  calendar: BranchCalendar
): Instant | null => {
  const ends: Array<number> = []
  if (afterLent !== undefined && "hours" in afterLent) ends.push(lentAt + afterLent.hours * hourMs)
  if (afterLent !== undefined && "days" in afterLent)
    ends.push(calendar.instantAt((calendar.localDay(lentAt) + afterLent.days) as LocalDay, 0))
  const day = afterDate === undefined ? null : dayNumber(afterDate)
  if (day !== null) ends.push(calendar.instantAt(day as LocalDay, 0))
  return ends.length === 0 ? null : (Math.min(...ends) as Instant)
}

/**
 * The last instant that lies no further than this behind another: exactly so many hours; for days the end of that day,
 * but for no days the instant itself.
 */
export const lastWithin = (start: Instant, within: Stretch, calendar: BranchCalendar): Instant => {
  if ("hours" in within) return (start + within.hours * hourMs) as Instant
  if (within.days === 0) return start
  return (calendar.instantAt((calendar.localDay(start) + within.days + 1) as LocalDay, 0) - 1) as Instant
}
