import type { LengthOfTime } from "../policy/form/leaves.ts"
import type { BranchCalendar } from "./calendar.ts"
import { addMonths } from "./civilDay.ts"
import type { Instant } from "./instant.ts"
import type { LocalDay } from "./localDay.ts"

const minuteMs = 60_000

/**
 * The instant so long after another: minutes and hours as they pass; days, weeks and months to the same time of day at the
 * branch, on the last day of a month that is too short.
 */
export const afterLength = (from: Instant, length: LengthOfTime, calendar: BranchCalendar): Instant => {
  if ("minutes" in length) return (from + length.minutes * minuteMs) as Instant
  if ("hours" in length) return (from + length.hours * 60 * minuteMs) as Instant
  const start = calendar.localDay(from)
  const day =
    "months" in length ? addMonths(start, length.months) : start + ("weeks" in length ? 7 * length.weeks : length.days)
  return calendar.instantAt(day as LocalDay, calendar.localTime(from) / minuteMs)
}
