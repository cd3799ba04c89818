import { Result } from "effect"
import { type OverdueAmount, overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { LentItem } from "./endLoan.ts"
import { rentalCosts } from "./lendingCosts.ts"
import type { LoanCost } from "./raiseCharge.ts"

/** How many ids one renewal may need: two for what being late costs, one for the time that it adds. */
export const renewalMayCost = (policy: CompiledPolicy | null): number =>
  sets(policy, "overdueAtRenewal") || sets(policy, "rentalAtRenewal") || sets(policy, "overdueAccrues") ? 3 : 0

/** What a renewal costs. */
export interface RenewalCosts {
  /** Being late until now; `null`: nothing, or it is forgiven. */
  readonly overdue: OverdueAmount | null
  /** Whether what ran up meanwhile is forgiven. */
  readonly forgiven: boolean
  /** The time until the new due instant. */
  readonly rental: ReadonlyArray<LoanCost>
}

const none: Result.Result<RenewalCosts, Refusals> = Result.succeed({ overdue: null, forgiven: false, rental: [] })

/** Being late until now, where the policy charges that then, and the time until the new due instant. */
export const renewalCosts = (
  lent: LentItem,
  { at, dueAt }: { readonly at: Instant; readonly dueAt: Instant },
  {
    policy,
    calendar,
    asked
  }: {
    readonly policy: CompiledPolicy
    readonly calendar: Calendar
    readonly asked: Consultation
  }
): Result.Result<RenewalCosts, Refusals> => {
  if (renewalMayCost(policy) === 0) return none
  const branch = calendar.branch(lent.loan.branch)
  const from = Math.max(at, lent.loan.dueAt) as Instant
  const rental =
    branch !== undefined && asked.optional("rentalAtRenewal", false)
      ? rentalCosts(policy, asked, { from, dueAt, calendar: branch })
      : []
  if (asked.optional("overdueAtRenewal", "forgiven") === "forgiven")
    return Result.succeed({ overdue: null, forgiven: true, rental })
  return Result.map(overdueFor(lent, at, policy, calendar), (overdue) => ({ overdue, forgiven: false, rental }))
}
