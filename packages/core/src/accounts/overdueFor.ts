import { Result } from "effect"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { Minor } from "../money/minor.ts"
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

/**
 * What is owed for bringing an item back at `at`; `null`: nothing, as it is in time, within grace, or free of charge. The
 * rules are those of the branch that lent it. Refuses when the loan is late and the policy does not say what that costs.
 */
export const overdueFor = (
  lent: Lent,
  at: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<OverdueAmount | null, Refusals> => {
  const { item, loan } = lent
  if (at <= loan.dueAt) return Result.succeed(null)
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const asked = askedWhenLate(lent, at, policy, branch)
  const terms = overdueTerms(asked, policy)
  if (terms === "free") return Result.succeed(null)
  if (terms === null) return refused(asked.missing)
  const { amount, steps } = overdueCharge({ dueAt: loan.dueAt, until: at, calendar: branch, price: item.price }, terms)
  if (amount <= 0) return Result.succeed(null)
  return Result.succeed({ amount, steps, policyVersion: policy.version, policyRows: asked.rows })
}
