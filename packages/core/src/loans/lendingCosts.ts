import type { FeeKind, LoanChargeKind } from "../accounts/model.ts"
import { type Cost, feeOf } from "../accounts/raiseFee.ts"
import { rentalCharge } from "../accounts/rentalCharge.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import { currencyDigits } from "../money/currency.ts"
import { rateOf } from "../money/rate.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { LoanCost } from "./raiseCharge.ts"

interface Lent {
  readonly from: Instant
  readonly dueAt: Instant
  readonly calendar: BranchCalendar
}

const none: ReadonlyArray<LoanCost> = []

/** Whether any row of the policy makes lending cost something. */
export const lendingMayCost = (policy: CompiledPolicy | null): boolean =>
  sets(policy, "rentalCharge") ||
  sets(policy, "deposit") ||
  sets(policy, "reservationFee") ||
  sets(policy, "betweenLibrariesFee")

/** What a loan costs when it begins: a rental charge, a deposit, and what picking up what was reserved costs. */
export const lendingCosts = (
  policy: CompiledPolicy,
  asked: Consultation,
  lent: Lent & { readonly isReserved: boolean }
): ReadonlyArray<Cost<LoanChargeKind | FeeKind>> => {
  if (!lendingMayCost(policy)) return none
  const isPickUp = lent.isReserved && asked.optional("reservationFeeWhen", "placed") === "pickedUp"
  return [
    ...rentalCosts(policy, asked, lent),
    ...feeOf("deposit", asked.optional("deposit", "unlimited"), policy, asked),
    ...(isPickUp ? feeOf("reservation", asked.optional("reservationFee", "unlimited"), policy, asked) : [])
  ]
}

/** The rental charge of a loan, or of the stretch that a renewal adds. */
export const rentalCosts = (policy: CompiledPolicy, asked: Consultation, lent: Lent): ReadonlyArray<LoanCost> => {
  const rental = asked.optional("rentalCharge", "none")
  if (rental === "none") return none
  const { document, version: policyVersion } = policy
  const { amount, steps } = rentalCharge({
    ...lent,
    rate: rateOf(rental.amount, currencyDigits(document.currency)),
    per: rental.per,
    countClosedDays: asked.optional("rentalOnClosedDays", true),
    rounding: document.rounding
  })
  return amount === 0 ? none : [{ kind: "rental", amount, steps, policyVersion, policyRows: asked.rows }]
}

/** Where the policy asks for it, nobody is charged for borrowing who was not told the amount. */
export const costsNotAccepted = (
  costs: ReadonlyArray<Cost>,
  accepted: number | undefined,
  asked: Consultation
): ReadonlyArray<Refusal> => {
  const amount = costs.reduce((sum, cost) => sum + cost.amount, 0)
  if (amount === 0 || accepted === amount || !asked.optional("costConsent", false)) return []
  return [{ _tag: "CostNotAccepted", amount }]
}
