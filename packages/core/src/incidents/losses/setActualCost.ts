import { Result, Schema } from "effect"
import { entryPair } from "../../accounts/entryPair.ts"
import { overdueFor } from "../../accounts/overdueFor.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { actorName } from "../../decision/actor.ts"
import { text } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { amountMax, Minor } from "../../money/minor.ts"
import { IncidentId } from "../model.ts"
import { billedLoss, bring, bringOverdue, type LossBill, owesNothing } from "./billLoss.ts"
import { openLoss } from "./openLoss.ts"

const sum = Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax }))

/** What a loss really costs, known only now: what a copy was bought for, or what its owner asks. */
export const SetActualCost = Schema.Struct({
  incident: IncidentId,
  /** In minor units of the tenant's currency. */
  amount: sum,
  /** For the work that it makes; without it, none. */
  processing: Schema.optionalKey(sum),
  note: Schema.optionalKey(text(500)),
  at: InstantInput
}).check(
  Schema.makeFilter(({ amount, processing = 0 }) => amount + processing <= amountMax, {
    expected: `at most ${amountMax} together`
  })
)
export type SetActualCost = typeof SetActualCost.Type

export interface ActualCostReceipt {
  readonly incidentId: IncidentId
  readonly amount: number
  readonly charges: LossBill["charges"]
}

export const setActualCostLookup = ({ incident: incidentId }: Pick<SetActualCost, "incident">) =>
  ({
    incident: { incidentId },
    chargesOfIncident: { incidentId },
    loanChargesOfIncident: { incidentId }
  }) satisfies Lookup
export type SetActualCostFacts = Found<ReturnType<typeof setActualCostLookup>>

/** Charges it, or brings what was charged to it, both ways. Being late up to the loss is a charge of its own. */
export const decideSetActualCost = (
  { incident: found, chargesOfIncident, loanChargesOfIncident }: SetActualCostFacts,
  { incident: given, amount, processing = Minor.make(0), note = "", at }: SetActualCost,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ActualCostReceipt>, Refusals> => {
  const open = openLoss(found, given, "setActualCost")
  if (Result.isFailure(open)) return Result.fail(open.failure)
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { incident, reader } = open.success
  const overdue = overdueFor(open.success, incident.reportedAt, policy, calendar)
  if (Result.isFailure(overdue)) return Result.fail(overdue.failure)
  const { incidentId } = incident
  const { branch } = place
  const steps = [{ op: "given", as: "actualCost", amount, processing, by: actorName(place.actor), note }]
  const rules = { policyVersion: policy.version, policyRows: {}, steps }
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("incident", incident)
  const cost = {
    incidentId,
    amount: Minor.make(amount + processing),
    conduct: incident.conduct,
    suspensionDays: incident.suspensionDays,
    trace: { actualCost: steps },
    policyVersion: policy.version
  }
  work.emit({ _tag: "IncidentCharged", ...cost, policyRows: {}, at, branch })
  const billed = billedLoss(open.success, { charges: chargesOfIncident, loanCharges: loanChargesOfIncident })
  const charges = [
    ...bring(work, billed, "loss", amount, { at, branch, rules, ids: entryPair(ids, 0) }),
    ...bring(work, billed, "processing", processing, { at, branch, rules, ids: entryPair(ids, 1) })
  ]
  // A loss that had been charged before has its overdue charge; what the rule made of that stays.
  if (incident.state === "reported")
    bringOverdue(work, billed, overdue.success?.amount ?? 0, { at, branch, ids, cost: overdue.success })
  if (owesNothing(charges))
    work.emit({ _tag: "IncidentEnded", incidentId, as: "settled", because: "nothingOwed", at, branch })
  return Result.succeed(work.decide({ incidentId, amount: cost.amount, charges }))
}
