import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import { type DueRefusal, dueAt } from "../loans/dueAt.ts"
import { closingAfter } from "./closingAfter.ts"

/** Why a copy could not wait anywhere. */
export type NoShelf = DueRefusal["_tag"] | "PolicySettingMissing"

/**
 * Until when a copy waits on the pickup shelf: the closing time of so many open days later (`pickupDays`), or the end of a
 * length of time (`pickupPeriod`), moved by `pickupClosedDays` off a day that is closed, to the end of the day it falls on.
 * In the second way FOLIO counts. Or the code of what stands in the way.
 */
export const shelfEnd = (
  branch: BranchCalendar,
  from: Instant,
  asked: Consultation
): { readonly until: Instant } | NoShelf => {
  const period = asked.optional("pickupPeriod", null)
  if (period !== null) {
    const isShort = "minutes" in period || "hours" in period
    const closedDays = asked.optional("pickupClosedDays", "keep")
    const end = dueAt({
      period,
      dueTime: isShort ? "sameTime" : "endOfDay",
      closedDays,
      calendar: branch,
      from,
      notAfter: null
    })
    return end._tag === "Success" ? { until: end.success.dueAt } : end.failure._tag
  }
  const pickupDays = asked.required("pickupDays")
  if (pickupDays === undefined) return "PolicySettingMissing"
  const closing = closingAfter(branch, from, pickupDays)
  return closing === null ? "CalendarHasNoOpenDay" : { until: closing }
}
