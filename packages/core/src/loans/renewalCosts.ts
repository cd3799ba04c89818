import { Result } from "effect"
import { overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { sets } from "../readers/blocks/factsNeeded.ts"
import type { LentItem } from "./endLoan.ts"
import { rentalCosts } from "./lendingCosts.ts"
import type { LoanCost } from "./raiseCharge.ts"

/** How many charges one renewal may raise: one for being late, one for the time that it adds. */
export const renewalMayCost = (policy: CompiledPolicy | null): number =>
  sets(policy, "overdueAtRenewal") || sets(policy, "rentalAtRenewal") ? 2 : 0

const none: Result.Result<ReadonlyArray<LoanCost>, Refusals> = Result.succeed([])

/** What a renewal costs: being late until now, where the policy charges that then, and the time until the new due instant. */
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
): Result.Result<ReadonlyArray<LoanCost>, Refusals> => {
  if (renewalMayCost(policy) === 0) return none
  const branch = calendar.branch(lent.loan.branch)
  const from = Math.max(at, lent.loan.dueAt) as Instant
  const rental =
    branch !== undefined && asked.optional("rentalAtRenewal", false)
      ? rentalCosts(policy, asked, { from, dueAt, calendar: branch })
      : []
  if (asked.optional("overdueAtRenewal", "forgiven") === "forgiven") return Result.succeed(rental)
  return Result.map(overdueFor(lent, at, policy, calendar), (overdue) =>
    overdue === null ? rental : [{ kind: "overdue", ...overdue }, ...rental]
  )
}
