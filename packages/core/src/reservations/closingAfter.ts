import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"

/** Closing time of the n-th open day after an instant's. */
export const closingAfter = (calendar: BranchCalendar, from: Instant, days: number): Instant | null => {
  const day = calendar.addOpenDays(calendar.localDay(from), days)
  return day === null ? null : calendar.closingAt(day)
}
