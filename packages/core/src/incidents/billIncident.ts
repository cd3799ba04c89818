import { EntryId, type IncidentChargeKind } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import type { Draft } from "../decision/draft.ts"
import type { ReaderFacts } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import type { CompensationRule } from "../policy/form/compensation/rule.ts"
import type { CompensationCase } from "./compensation/case.ts"
import type { Compensation } from "./compensation/result.ts"
import type { IncidentId, IncidentKind } from "./model.ts"
import { suspendForConduct } from "./suspendForConduct.ts"

export interface IncidentBill {
  /** What is charged, in minor units: the compensation without what of it is the overdue charge, which stands by itself. */
  readonly amount: number
  readonly charges: ReadonlyArray<{
    readonly chargeId: EntryId
    readonly kind: IncidentChargeKind
    readonly amount: number
  }>
  /** Until when the reader does not borrow; `null`: the rule suspends nobody for such conduct. */
  readonly suspendedUntil: number | null
}

interface Billing {
  readonly incidentId: IncidentId
  readonly kind: IncidentKind
  readonly item: ItemRow
  readonly liable: ReaderFacts
  readonly compensation: Compensation
  readonly case: CompensationCase
  /** The compensation, and its name in the policy. */
  readonly rule: CompensationRule
  readonly name: string
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  /** What of the item's value was charged as lost and is not given back: damage does not cost it again (I22). */
  readonly valueCharged?: number
  readonly at: Instant
  readonly branch: string
  /** Three fresh ids. */
  readonly ids: ReadonlyArray<string | undefined>
}

/**
 * Charges a reader for an incident, and keeps with it how the amount came about. The account's own history names neither
 * incident nor item: the link can be cut. Where nothing is to pay, the incident ends.
 */
export const billIncident = (work: Draft, of: Billing): IncidentBill => {
  const { incidentId, liable, compensation, policyVersion, policyRows, at, branch } = of
  const { reader, account } = liable
  const { accountId } = account
  const amounts = amountsOf(of)
  const amount = amounts.reduce((sum, one) => sum + one.amount, 0)
  const { valueCharged = 0 } = of
  const trace = {
    compensation: of.name,
    rule: of.rule,
    case: of.case,
    result: compensation,
    ...(valueCharged === 0 ? {} : { valueCharged })
  }
  work.emit({
    _tag: "IncidentCharged",
    incidentId,
    amount: Minor.make(amount),
    conduct: of.case.conduct ?? "accident",
    suspensionDays: compensation.suspensionDays ?? 0,
    trace,
    at,
    branch,
    policyVersion,
    policyRows
  })
  work.restOn("reader", reader)
  const rules = { itemType: of.item.type, policyVersion, policyRows, steps: compensation.steps }
  const charges = amounts.map((one, nth) => {
    const chargeId = EntryId.make(of.ids[nth] as string)
    work.restOn("account", account)
    work.emit({ _tag: "ChargeRaised", accountId, chargeId, ...one, at, branch, ...rules })
    work.insert("chargeIncident", { chargeId, incidentId })
    return { chargeId, ...one }
  })
  if (charges.length === 0)
    work.emit({ _tag: "IncidentEnded", incidentId, as: "settled", because: "nothingToPay", at, branch })
  // Damage is charged once.
  const suspendedUntil = suspendForConduct(work, reader, compensation, { at, id: of.ids[2], daysBefore: 0 })
  return { amount, charges, suspendedUntil }
}

/** The value of what was lost or damaged with its parts, and the work that it makes: two charges at most. */
const amountsOf = ({ kind, compensation, valueCharged = 0 }: Billing) => {
  const sumOf = (...parts: ReadonlyArray<string>): Minor =>
    Minor.make(compensation.parts.reduce((sum, part) => (parts.includes(part.for) ? sum + part.amount : sum), 0))
  const amounts: ReadonlyArray<{ readonly kind: IncidentChargeKind; readonly amount: Minor }> = [
    {
      kind: kind === "damage" ? "damage" : "loss",
      amount: Minor.make(Math.max(0, sumOf("value", "damage", "part") - valueCharged))
    },
    { kind: "processing", amount: sumOf("processing", "binding") }
  ]
  return amounts.filter(({ amount }) => amount > 0)
}
