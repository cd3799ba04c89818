import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"

/** How many days ahead a reminder looks where nobody says otherwise. */
const usualDays = 7

/**
 * The stretch of time in which loans fall due today or in the `days` days after, by the branch's own days: what
 * `loansDue` is asked by. What was due on an earlier day is overdue, and not in it.
 */
export const upcomingDue = (
  calendar: BranchCalendar,
  at: Instant,
  days: number = usualDays
): { readonly from: Instant; readonly before: Instant } => {
  const today = calendar.localDay(at)
  return { from: calendar.instantAt(today, 0), before: calendar.instantAt((today + days + 1) as LocalDay, 0) }
}
