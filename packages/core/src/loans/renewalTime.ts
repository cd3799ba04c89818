import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanRow } from "./model.ts"
import { lastWithin, latestRenewal, soonestRenewal } from "./renewalWindow.ts"

/** Days before the due date at which the library renews by itself, where no row says otherwise. */
const autoRenewBefore = { days: 1 }

/** Whether the instant is too soon or too late to renew this loan. A renewal by the job has a first day of its own. */
export const renewalInTime = (
  { lentAt, dueAt }: Pick<LoanRow, "lentAt" | "dueAt">,
  at: Instant,
  asked: Consultation,
  calendar: BranchCalendar,
  automatic: boolean
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  const before = automatic
    ? asked.optional("autoRenewBefore", autoRenewBefore)
    : asked.optional("renewNotBefore", undefined)
  if (before !== undefined) {
    const time = automatic ? "startOfDay" : asked.optional("renewNotBeforeTime", "startOfDay")
    const soonestAt = soonestRenewal(dueAt, before, time, calendar)
    if (at < soonestAt) refusals.push({ _tag: "RenewalTooSoon", soonestAt })
  }
  const ends = {
    afterLent: asked.optional("renewNotAfterLent", undefined),
    afterDate: asked.optional("renewNotAfterDate", undefined)
  }
  const latestAt = latestRenewal(lentAt, ends, calendar)
  if (latestAt !== null && at >= latestAt) refusals.push({ _tag: "RenewalTooLate", latestAt })
  const overdue = at > dueAt ? asked.optional("renewNotAfterOverdue", undefined) : undefined
  const last = overdue === undefined ? null : lastWithin(dueAt, overdue, calendar)
  if (last !== null && at > last) refusals.push({ _tag: "LoanTooLongOverdue", dueAt, latestAt: last })
  return refusals
}
