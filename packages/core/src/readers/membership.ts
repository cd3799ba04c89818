import type { BranchCalendar } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { LocalDay } from "../calendar/localDay.ts"

const dayMs = 86_400_000

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
  const start = new Date(branch.localDay(from) * dayMs)
  const year = start.getUTCFullYear()
  const month = start.getUTCMonth() + months
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const end = Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / dayMs
  return Instant.make(branch.instantAt(LocalDay.make(end), 0))
}
