import { bringTo, comesTo, leftOfRule } from "../../accounts/adjustCharge.ts"
import { entryPair } from "../../accounts/entryPair.ts"
import type { EntryId, IncidentChargeKind } from "../../accounts/model.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { Draft } from "../../decision/draft.ts"
import type { LoanCharge, PaidCharge, ReaderFacts } from "../../decision/facts.ts"
import type { LoanRow } from "../../loans/model.ts"
import { raiseCharge } from "../../loans/raiseCharge.ts"
import { Minor } from "../../money/minor.ts"
import type { Compensation } from "../compensation/result.ts"
import type { IncidentId } from "../model.ts"
import { suspendForConduct } from "../suspendForConduct.ts"
import type { OpenLoss } from "./openLoss.ts"
import type { ReckonedLoss } from "./reckonLoss.ts"

interface LossBillCharge {
  readonly chargeId: EntryId
  readonly kind: IncidentChargeKind
  readonly amount: number
  /** What of it is owed. */
  readonly outstanding: number
}

/** What a loss is charged with. Amounts in minor units. */
export interface LossBill {
  readonly amount: number
  /** What stands for it on the account now. */
  readonly charges: ReadonlyArray<LossBillCharge>
  /** What of the amount the overdue charge is, and what became of it. */
  readonly overdue: Compensation["overdue"]
  /** Until when the reader does not borrow; `null`: the rule suspends nobody for such conduct, or did so before. */
  readonly suspendedUntil: number | null
}

export interface Billed extends ReaderFacts {
  readonly incidentId: IncidentId
  /** How many days without borrowing it cost before. */
  readonly suspensionDays: number
  readonly loan: LoanRow
  /** What the incident, and the loan, were charged with before. */
  readonly charges: ReadonlyArray<PaidCharge>
  readonly loanCharges: ReadonlyArray<LoanCharge>
}

/** A loss that was reported before, and what it was charged with. */
export const billedLoss = (
  { incident, reader, account, loan }: OpenLoss,
  charged: Pick<Billed, "charges" | "loanCharges">
): Billed => {
  const { incidentId, suspensionDays } = incident
  return { incidentId, suspensionDays, reader, account, loan, ...charged }
}

interface When {
  readonly at: Instant
  readonly branch: string
  readonly ids: ReadonlyArray<string>
  /** Whether a loss that costs nothing is settled by that; not while a copy is to be brought. */
  readonly endsFree: boolean
}

/** How many ids a bill needs: two for each of value, processing and being late, one to suspend its reader. */
export const billIds = 7

/**
 * Charges a loss as it was reckoned: its value, the work that it makes, and being late as far as the rule leaves that. What
 * was charged for it before is brought to what it is now, so that one loss never costs twice (I22).
 */
export const billLoss = (
  work: Draft,
  billed: Billed,
  { compensation, rule, facts, result, overdue, policyVersion, policyRows }: ReckonedLoss,
  when: When
): LossBill => {
  const { incidentId, suspensionDays: daysBefore } = billed
  const { at, branch, ids } = when
  const rules = { policyVersion, policyRows, steps: result.steps }
  const part = (...kinds: ReadonlyArray<Compensation["parts"][number]["for"]>): number =>
    result.parts.reduce((sum, one) => (kinds.includes(one.for) ? sum + one.amount : sum), 0)
  work.restOn("reader", billed.reader)
  work.emit({
    _tag: "IncidentCharged",
    incidentId,
    amount: Minor.make(result.amount),
    conduct: facts.conduct ?? "accident",
    suspensionDays: Math.max(daysBefore, result.suspensionDays ?? 0),
    trace: { compensation, rule, case: facts, result },
    at,
    branch,
    policyVersion,
    policyRows
  })
  const charges = [
    ...bring(work, billed, "loss", part("value", "damage", "part"), { at, branch, rules, ids: entryPair(ids, 0) }),
    ...bring(work, billed, "processing", part("processing", "binding"), { at, branch, rules, ids: entryPair(ids, 1) })
  ]
  const late = result.overdue.treatment === "keep" ? result.overdue.accrued : part("overdue")
  bringOverdue(work, billed, late, { ...when, cost: overdue })
  if (when.endsFree && owesNothing(charges))
    work.emit({ _tag: "IncidentEnded", incidentId, as: "settled", because: "nothingOwed", at, branch })
  const suspendedUntil = suspendForConduct(work, billed.reader, result, { at, id: ids[6], daysBefore })
  return { amount: result.amount, charges, overdue: result.overdue, suspendedUntil }
}

/** Whether nothing is left to pay: it costs nothing, or less than was paid before. */
export const owesNothing = (charges: LossBill["charges"]): boolean =>
  charges.every(({ outstanding }) => outstanding === 0)

interface Bringing {
  readonly at: Instant
  readonly branch: string
  readonly rules: Pick<ReckonedLoss, "policyVersion" | "policyRows"> & { readonly steps: ReadonlyArray<unknown> }
  readonly ids: readonly [EntryId, EntryId]
}

/** One kind of charge of an incident, raised or brought to a sum. Gives it if anything of it is left. */
export const bring = (
  work: Draft,
  { incidentId, loan, charges, account }: Billed,
  kind: IncidentChargeKind,
  target: number,
  { at, branch, rules, ids }: Bringing
): LossBill["charges"] => {
  const known = charges.find(({ charge }) => charge.kind === kind && charge.accountId === account.accountId)
  if (known !== undefined) {
    const { chargeId } = known.charge
    const { adjusted } = bringTo(work, known, target, { account, reason: "loss", at, branch, entryIds: ids, rules })
    const outstanding = known.charge.outstanding + adjusted
    return target === 0 ? [] : [{ chargeId, kind, amount: target, outstanding }]
  }
  if (target === 0) return []
  const [chargeId] = ids
  work.restOn("account", account)
  work.emit({
    _tag: "ChargeRaised",
    accountId: account.accountId,
    chargeId,
    kind,
    amount: Minor.make(target),
    at,
    branch,
    itemType: loan.itemType,
    ...rules
  })
  work.insert("chargeIncident", { chargeId, incidentId })
  return [{ chargeId, kind, amount: target, outstanding: target }]
}

/** The overdue charge of this stretch of the loan, raised or brought to a sum: never a second one (I20). */
export const bringOverdue = (
  work: Draft,
  { loan, loanCharges, account }: Billed,
  target: number,
  { at, branch, ids, cost }: Omit<When, "endsFree"> & { readonly cost: ReckonedLoss["overdue"] }
): void => {
  const known = loanCharges.find(
    ({ charge, renewalCount }) => charge.kind === "overdue" && renewalCount === loan.renewalCount
  )
  const left = known === undefined ? target : leftOfRule(known.charge, target)
  if (known !== undefined && comesTo(known.charge) !== left)
    bringTo(work, known, left, { account, reason: "loss", at, branch, entryIds: entryPair(ids, 2) })
  if (known !== undefined || cost === null || target === 0) return
  const steps = target === cost.amount ? cost.steps : [...cost.steps, { leaves: target }]
  raiseCharge(
    work,
    { kind: "overdue", ...cost, amount: Minor.make(target), steps },
    { account, loan, at, branch, chargeId: ids[4] }
  )
}
