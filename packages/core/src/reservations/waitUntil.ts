import type { BranchCalendar } from "../calendar/calendar.ts"
import { endOfDay } from "../calendar/endOfDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Asked } from "../decision/consult.ts"

/**
 * Last instant at which a reservation waits: the end of the day that the policy's `reservationDays` gives from when it was
 * placed (closed days count), or of the day that was asked for, whichever comes first. `null`: without end.
 */
export const lastInstant = (
  calendar: BranchCalendar,
  { at, notAfter }: { readonly at: Instant; readonly notAfter?: Instant },
  asked: Asked
): Instant | null => {
  const days = asked.optional("reservationDays", "unlimited")
  const byRule = days === "unlimited" ? null : endOfDay(calendar, (calendar.localDay(at) + days) as LocalDay)
  const byWish = notAfter === undefined ? null : endOfDay(calendar, calendar.localDay(notAfter))
  return byRule === null ? byWish : byWish === null || byRule < byWish ? byRule : byWish
}
