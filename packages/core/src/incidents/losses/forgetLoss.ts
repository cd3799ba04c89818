import { Result, Schema } from "effect"
import { afterLength } from "../../calendar/afterLength.ts"
import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { LocalDay } from "../../calendar/localDay.ts"
import { consult } from "../../decision/consult.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, IncidentFacts, Lookup } from "../../decision/facts.ts"
import { policyCase } from "../../decision/policyCase.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import { IncidentId } from "../model.ts"
import type { Rules } from "./reckonLoss.ts"

/** The night cuts what still names the loss of a charge, once nothing of it can be given back any more. */
export const ForgetLoss = Schema.Struct({ incident: IncidentId, at: InstantInput })
export type ForgetLoss = typeof ForgetLoss.Type

export interface ForgetReceipt {
  readonly incidentId: IncidentId
  /** How many charges name it no more. */
  readonly cut: number
}

export const forgetLossLookup = ({ incident: incidentId }: Pick<ForgetLoss, "incident">) =>
  ({ incident: { incidentId }, chargesOfIncident: { incidentId } }) satisfies Lookup
export type ForgetLossFacts = Found<ReturnType<typeof forgetLossLookup>>

/** Refuses a loss that is not settled or whose loan is open, and one that may still be found in time. */
export const decideForgetLoss = (
  { incident: found, chargesOfIncident }: ForgetLossFacts,
  { incident: given, at }: ForgetLoss,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ForgetReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "IncidentUnknown", incident: given }])
  const { incident, loan } = found
  const { state } = incident
  if (state !== "settled" || loan === null || loan.closedAt === null)
    return refused([{ _tag: "IncidentStateForbids", state, action: "forgetLoss" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const soonestAt = lastsUntil(found, refundOf(found, at, { policy, calendar }), branch)
  if (soonestAt === null || soonestAt > at) return refused([{ _tag: "TooSoon", soonestAt }])
  const settled = chargesOfIncident.filter(({ charge }) => charge.outstanding === 0)
  const work = draft(place)
  work.restOn("item", found.item)
  for (const { charge } of settled) work.cut("chargeIncident", charge.chargeId)
  return Result.succeed(work.decide({ incidentId: incident.incidentId, cut: settled.length }))
}

/** The rules of the loss, as far as they can be told without its reader. */
const refundOf = (
  { item, title, queue, loan, incident }: IncidentFacts,
  at: Instant,
  { policy, calendar }: Rules
): CompensationRule["refund"] => {
  const branch = loan?.branch ?? incident.branch
  const asked = consult(
    policy,
    policyCase({
      kind: "losses",
      reader: { category: loan?.readerCategory ?? "", homeBranch: branch, bornOn: null },
      item,
      title,
      waiting: queue.waitingCount,
      isRenewal: false,
      onSite: loan?.onSite === 1,
      recalled: loan != null && loan.recalledAt !== null,
      at,
      branch,
      policy,
      calendar: calendar.branch(branch)
    })
  )
  return policy.document.compensations?.[asked.optional("compensation", "")]?.refund
}

/** Until when what was paid may be given back; `null`: always. */
const lastsUntil = (
  { incident, loan }: IncidentFacts,
  refund: CompensationRule["refund"],
  calendar: BranchCalendar
): Instant | null => {
  const settledAt = incident.endedAt ?? incident.reportedAt
  if (incident.replacementBought === 1 || refund?.gives !== "paid") return settledAt
  if (refund.within === undefined) return null
  const start = refund.within.of === "payment" ? settledAt : (loan?.lateUntil ?? incident.reportedAt)
  const ends = afterLength(start, refund.within, calendar)
  // Of days, the last counts whole.
  return "days" in refund.within ? calendar.instantAt((calendar.localDay(ends) + 1) as LocalDay, 0) : ends
}
