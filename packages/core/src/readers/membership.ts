import type { BranchCalendar } from "../calendar/calendar.ts"
import { addMonths } from "../calendar/civilDay.ts"
import { Instant } from "../calendar/instant.ts"
import { LocalDay } from "../calendar/localDay.ts"

/**
 * The first instant after a membership of so many months: midnight at the home branch, on the same day of the month, or
 * on the last one of a shorter month. `null`: it does not end.
 */
export const membershipEnd = (
  branch: BranchCalendar,
  from: Instant,
  months: number | "unlimited" | undefined
): Instant | null => {
  if (months === undefined || months === "unlimited") return null
  const end = addMonths(branch.localDay(from), months)
  return Instant.make(branch.instantAt(LocalDay.make(end), 0))
}
