import { Result } from "effect"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type Consultation, consult } from "../decision/consult.ts"
import type { ItemFacts, ReaderFacts } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { LoanRow } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
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
  lent: ItemFacts & ReaderFacts & { readonly loan: LoanRow },
  at: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<OverdueAmount | null, Refusals> => {
  if (at <= lent.loan.dueAt) return Result.succeed(null)
  const asked = askedOfLateness(lent, at, policy, calendar)
  if (Result.isFailure(asked)) return Result.fail(asked.failure)
  return reckoned(asked.success, lent, at, policy)
}

/**
 * The same while the item is out; "notYet" where the policy charges lateness only once the item is back.
 */
export const overdueSoFar = (
  lent: ItemFacts & ReaderFacts & { readonly loan: LoanRow },
  at: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<OverdueAmount | null | "notYet", Refusals> => {
  if (at <= lent.loan.dueAt) return Result.succeed(null)
  const asked = askedOfLateness(lent, at, policy, calendar)
  if (Result.isFailure(asked)) return Result.fail(asked.failure)
  if (!asked.success.asked.optional("overdueAccrues", false)) return Result.succeed("notYet")
  return reckoned(asked.success, lent, at, policy)
}

interface AskedOfLateness {
  readonly asked: Consultation
  readonly branch: BranchCalendar
}

const reckoned = (
  { asked, branch }: AskedOfLateness,
  { item, loan }: Pick<ItemFacts, "item"> & { readonly loan: LoanRow },
  at: Instant,
  policy: CompiledPolicy
): Result.Result<OverdueAmount | null, Refusals> => {
  const terms = overdueTerms(asked, policy)
  if (terms === "free") return Result.succeed(null)
  if (terms === null) return refused(asked.missing)
  const { amount, steps } = overdueCharge({ dueAt: loan.dueAt, until: at, calendar: branch, price: item.price }, terms)
  if (amount <= 0) return Result.succeed(null)
  return Result.succeed({ amount, steps, policyVersion: policy.version, policyRows: asked.rows })
}

const askedOfLateness = (
  { item, title, queue, reader, loan }: ItemFacts & Pick<ReaderFacts, "reader"> & { readonly loan: LoanRow },
  at: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<AskedOfLateness, Refusals> => {
  const branch = calendar.branch(loan.branch)
  if (branch === undefined) return refused([{ _tag: "BranchUnknown", branch: loan.branch }])
  const asked = consult(
    policy,
    policyCase({
      reader: { ...reader, category: loan.readerCategory },
      item,
      title,
      waiting: queue.waitingCount,
      isRenewal: false,
      onSite: loan.onSite === 1,
      at,
      branch: loan.branch,
      policy,
      calendar: branch
    })
  )
  return Result.succeed({ asked, branch })
}
