import { Result } from "effect"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import { dayText } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import { itemPriceOn } from "../catalogue/itemPrice.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { askedWhenLate, type Lent } from "./lateness/askedWhenLate.ts"
import { overdueTerms } from "./lateness/terms.ts"
import { overdueCharge } from "./overdueCharge.ts"

export interface OverdueAmount {
  readonly amount: Minor
  readonly steps: ReadonlyArray<unknown>
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

/** The same, of which at most so much is charged: its steps tell what is left. */
export const overdueAtMost = (overdue: OverdueAmount, most: number): OverdueAmount =>
  overdue.amount <= most
    ? overdue
    : { ...overdue, amount: Minor.make(most), steps: [...overdue.steps, { leaves: most }] }

/**
 * What is owed for bringing an item back at an instant; `null`: nothing, as it is in time, within grace, or free of charge.
 * What was claimed returned or lost gets no later. The rules are those of the branch that lent it. Refuses when the loan is late and the policy does not say what that costs.
 */
export const overdueFor = (
  lent: Lent,
  givenAt: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<OverdueAmount | null, Refusals> => {
  const at = lateAt(lent.loan, givenAt)
  return at <= lent.loan.dueAt
    ? Result.succeed(null)
    : Result.flatMap(latenessRules(lent, at, policy, calendar), (rules) => reckoned(lent, at, policy, rules))
}

const lateAt = ({ lateUntil }: Lent["loan"], at: Instant): Instant =>
  lateUntil !== null && lateUntil < at ? lateUntil : at

/** The same while the item is out; "notYet" where the policy charges lateness only once the item is back. */
export const overdueSoFar = (
  lent: Lent,
  at: Instant,
  policy: CompiledPolicy,
  rules: LatenessRules
): Result.Result<OverdueAmount | null | "notYet", Refusals> =>
  rules.asked.optional("overdueAccrues", false)
    ? reckoned(lent, lateAt(lent.loan, at), policy, rules)
    : Result.succeed<OverdueAmount | null | "notYet">("notYet")

export interface LatenessRules {
  readonly asked: Consultation
  readonly branch: BranchCalendar
}

/** By which rules of the policy, and whose days and hours, the lateness of a loan is reckoned. */
export const latenessRules = (
  lent: Lent,
  at: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<LatenessRules, Refusals> => {
  const branch = calendar.branch(lent.loan.branch)
  return branch === undefined
    ? refused([{ _tag: "BranchUnknown", branch: lent.loan.branch }])
    : Result.succeed({ branch, asked: askedWhenLate(lent, at, policy, branch) })
}

const reckoned = (
  { item, loan }: Lent,
  until: Instant,
  policy: CompiledPolicy,
  { asked, branch: calendar }: LatenessRules
): Result.Result<OverdueAmount | null, Refusals> => {
  const terms = overdueTerms(asked, policy)
  if (terms === "free") return Result.succeed(null)
  if (terms === null) return refused(asked.missing)
  const { price, rate } = itemPriceOn(item, () => dayText(calendar.localDay(loan.dueAt)), policy)
  const { amount, steps: reckoned } = overdueCharge({ dueAt: loan.dueAt, until, calendar, price }, terms)
  if (amount <= 0) return Result.succeed(null)
  const steps = reckoned.map((step) =>
    rate === null || step.price === undefined ? step : { ...step, priceRate: rate }
  )
  return Result.succeed({ amount, steps, policyVersion: policy.version, policyRows: asked.rows })
}
