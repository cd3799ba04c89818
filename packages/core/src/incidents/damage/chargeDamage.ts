import { Result } from "effect"
import type { TitleRow } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { IncidentFacts, ReaderFacts, TitleCopyCount } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { billIncident } from "../billIncident.ts"
import type { ChargeIncident, ChargeIncidentReceipt } from "../losses/chargeIncident.ts"
import { foundOf } from "./found.ts"
import { reckonDamage } from "./reckonDamage.ts"
import { ruleOfItem } from "./ruleOfItem.ts"

interface ReportedDamage {
  readonly found: IncidentFacts
  readonly title: TitleRow
  readonly copies: ReadonlyArray<TitleCopyCount>
  /** Whom a conduct record names now. */
  readonly named: ReaderFacts | null
}

/**
 * Charges damage that was reported and not charged: whoever answered for it then, or whom a conduct record names now. As it
 * was found then, less what was on the item before; as the rules are now.
 */
export const chargeDamage = (
  { found, title, copies, named }: ReportedDamage,
  command: ChargeIncident,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<ChargeIncidentReceipt>, Refusals> => {
  const { incident, item } = found
  const { incidentId } = incident
  if (incident.state !== "reported")
    return refused([{ _tag: "IncidentStateForbids", state: incident.state, action: "charge" }])
  const liable = named ?? found.liable
  if (liable === null)
    return refused([incident.loanId === null ? { _tag: "ConductRecordMissing" } : { _tag: "LiableUnknown" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const branch = calendar.branch(incident.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: incident.branch }])
  const { at } = command
  const ruled = ruleOfItem(policy, found, { reader: liable.reader, at, branch: incident.branch, calendar: branch })
  if (ruled.rule === null) return refused([{ _tag: "PolicySettingMissing", setting: "compensation" }])
  const input = { ...command, conduct: command.conduct ?? incident.conduct }
  const reckoned = reckonDamage(
    ruled.rule,
    { item, title, copies, found: foundOf(incident), input, at: incident.reportedAt, overdueMinor: 0 },
    { policy, calendar: branch, actor: place.actor }
  )
  if (Result.isFailure(reckoned)) return refused(reckoned.failure)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("incident", incident)
  const { amount, charges, suspendedUntil } = billIncident(work, {
    incidentId,
    kind: "damage",
    item,
    liable,
    ...reckoned.success,
    rule: ruled.rule,
    name: ruled.name ?? "",
    policyVersion: policy.version,
    policyRows: ruled.asked.rows,
    at,
    branch: place.branch,
    ids
  })
  const isOver = work.now("incident", incidentId).endedAt !== null
  if (found.liable !== null && (named !== null || isOver)) work.cut("incidentReader", incidentId)
  if (named !== null && !isOver) {
    const { readerId } = named.reader
    work.insert("incidentReader", { incidentId, readerId, evidence: command.record?.evidence ?? "" })
  }
  const { overdue } = reckoned.success.compensation
  const raised = charges.map((charge) => ({ ...charge, outstanding: charge.amount }))
  return Result.succeed(
    work.decide({ incidentId, amount, charges: raised, overdue, suspendedUntil, replaceUntil: null })
  )
}
