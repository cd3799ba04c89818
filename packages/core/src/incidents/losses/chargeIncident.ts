import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Conduct } from "../../policy/form/compensation/values.ts"
import { chargeDamage } from "../damage/chargeDamage.ts"
import { ConductRecord, reckoningFields } from "../damage/inspectCommand.ts"
import { IncidentId } from "../model.ts"
import { billedLoss, billLoss, type LossBill } from "./billLoss.ts"
import { lossInput } from "./lossInput.ts"
import { openLoss } from "./openLoss.ts"
import { reckonLoss } from "./reckonLoss.ts"
import { againstInKind, agreeInKind, Edition } from "./replaceInKind.ts"

/** Charge a loss or damage that was reported; or charge a loss anew with what is known by now. */
export const ChargeIncident = Schema.Struct({
  incident: IncidentId,
  conduct: Schema.optionalKey(Conduct),
  ...reckoningFields,
  /** Names who answers for damage that nobody had on loan. */
  record: Schema.optionalKey(ConductRecord),
  at: InstantInput
})
export type ChargeIncident = typeof ChargeIncident.Type

/** A copy is to be brought in place of a lost one. What was paid for it comes back as a credit. */
export const AgreeReplacement = Schema.Struct({
  incident: IncidentId,
  edition: Edition,
  conduct: Schema.optionalKey(Conduct),
  ...lossInput,
  at: InstantInput
})
export type AgreeReplacement = typeof AgreeReplacement.Type

/** The night charges a loss whose time has come, or that no copy was brought for in time. */
export const BillIncident = Schema.Struct({ incident: IncidentId, at: InstantInput })
export type BillIncident = typeof BillIncident.Type

export interface ChargeIncidentReceipt extends LossBill {
  readonly incidentId: IncidentId
  /** By when a copy is to be brought instead; `null`: none is, or whenever. */
  readonly replaceUntil: number | null
}

export const billLookup = ({ incident: incidentId }: { readonly incident: IncidentId }) =>
  ({
    incident: { incidentId },
    chargesOfIncident: { incidentId },
    loanChargesOfIncident: { incidentId },
    titleOfIncident: { incidentId },
    copiesOfIncident: { incidentId }
  }) satisfies Lookup

/** The same, and whom a conduct record names. */
export const chargeIncidentLookup = ({ record, ...of }: Pick<ChargeIncident, "incident" | "record">) =>
  ({ ...billLookup(of), ...(record === undefined ? {} : { otherReader: { other: record.card } }) }) satisfies Lookup
type ChargeIncidentLookup = ReturnType<typeof chargeIncidentLookup>
export type ChargeIncidentFacts = Found<Omit<ChargeIncidentLookup, "otherReader">> &
  Partial<Found<ChargeIncidentLookup>>

/** Refuses a loss that is over, one whose reader is not known any more, and why the cost cannot be told. */
export const decideChargeIncident = (
  facts: ChargeIncidentFacts,
  command: ChargeIncident,
  context: DecisionContext
): Result.Result<Decision<ChargeIncidentReceipt>, Refusals> => charge(facts, command, null, context)

/** The same, with the fee that the rule asks for a copy in kind. Refuses what the rule does not admit. */
export const decideAgreeReplacement = (
  facts: ChargeIncidentFacts,
  command: AgreeReplacement,
  context: DecisionContext
): Result.Result<Decision<ChargeIncidentReceipt>, Refusals> => charge(facts, command, command.edition, context)

/** Refuses what is not due yet, or never by itself. */
export const decideBillIncident = (
  facts: ChargeIncidentFacts,
  command: BillIncident,
  context: DecisionContext
): Result.Result<Decision<ChargeIncidentReceipt>, Refusals> => {
  const soonestAt = facts.incident?.incident.billAt ?? null
  return facts.incident !== null && (soonestAt === null || soonestAt > command.at)
    ? refused([{ _tag: "TooSoon", soonestAt }])
    : charge(facts, command, null, context)
}

const charge = (
  {
    incident: found,
    chargesOfIncident,
    loanChargesOfIncident,
    titleOfIncident,
    copiesOfIncident,
    otherReader
  }: ChargeIncidentFacts,
  command: ChargeIncident,
  edition: Edition | null,
  context: DecisionContext
): Result.Result<Decision<ChargeIncidentReceipt>, Refusals> => {
  const { place, policy, calendar, ids } = context
  const { at, record } = command
  if (found?.incident.kind === "damage" && edition === null && titleOfIncident !== null) {
    if (record !== undefined && (otherReader == null || otherReader.reader.status === "removed"))
      return refused([{ _tag: "ReaderUnknown", reader: record.card }])
    const reported = { found, title: titleOfIncident, copies: copiesOfIncident, named: otherReader ?? null }
    return chargeDamage(reported, command, context)
  }
  const open = openLoss(found, command.incident, "charge")
  if (Result.isFailure(open)) return Result.fail(open.failure)
  if (titleOfIncident === null) return refused([{ _tag: "IncidentUnknown", incident: command.incident }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const { incident, loan, reader, account, item, queue } = open.success
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const reckoned = reckonLoss(
    {
      item,
      queue,
      title: titleOfIncident,
      copies: copiesOfIncident,
      reader,
      account,
      loan,
      lostAt: incident.reportedAt,
      conduct: command.conduct ?? incident.conduct,
      settledBy: edition === null ? "cash" : "inKind",
      input: command
    },
    { policy, calendar, actor: place.actor }
  )
  if (Result.isFailure(reckoned)) return Result.fail(reckoned.failure)
  const against = edition === null ? null : againstInKind(reckoned.success.rule, edition)
  if (against !== null) return refused([against])
  const { incidentId } = incident
  const work = draft(place)
  work.restOn("incident", incident)
  const billed = billedLoss(open.success, { charges: chargesOfIncident, loanCharges: loanChargesOfIncident })
  const bill = billLoss(work, billed, reckoned.success, { at, branch: place.branch, ids, endsFree: edition === null })
  const { rule } = reckoned.success
  const replaceUntil =
    edition === null
      ? null
      : agreeInKind(work, incidentId, { edition, rule }, { at, branch: place.branch, calendar: branch })
  return Result.succeed(work.decide({ incidentId, ...bill, replaceUntil }))
}
