import { Result } from "effect"
import type { BranchCalendar, Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { type Asked, consult } from "../decision/consult.ts"
import type { ItemFacts, ReaderFacts } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { LoanRow } from "../loans/model.ts"
import { currencyDigits } from "../money/currency.ts"
import type { Minor } from "../money/minor.ts"
import { rateOf } from "../money/rate.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { type OverdueTerms, overdueCharge } from "./overdueCharge.ts"

export interface OverdueAmount {
  readonly amount: Minor
  readonly steps: ReadonlyArray<unknown>
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

/**
 * What is owed for bringing an item back at an instant; `null`: nothing, as it is in time, within grace, or free of charge.
 * What was claimed returned or lost gets no later. The rules are those of the branch that lent it. Refuses when the loan is late and the policy does not say what that costs.
 */
export const overdueFor = (
  { item, title, queue, reader, loan }: ItemFacts & ReaderFacts & { readonly loan: LoanRow },
  givenAt: Instant,
  policy: CompiledPolicy,
  calendar: Calendar
): Result.Result<OverdueAmount | null, Refusals> => {
  const at = loan.lateUntil !== null && loan.lateUntil < givenAt ? loan.lateUntil : givenAt
  if (at <= loan.dueAt) return Result.succeed(null)
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
  const rate = asked.required("overdueRate")
  if (rate === undefined) return refused(asked.missing)
  if (rate === "none") return Result.succeed(null)
  const terms = overdueTerms(asked, policy, { dueAt: loan.dueAt, returnedAt: at, calendar: branch })
  if (terms === null) return refused(asked.missing)
  const { amount, steps } = overdueCharge(terms)
  if (amount <= 0) return Result.succeed(null)
  return Result.succeed({ amount, steps, policyVersion: policy.version, policyRows: asked.rows })
}

/** What a late return costs by these settings; `null`: they do not say, or it is free. */
export const overdueTerms = (
  asked: Asked,
  { document }: CompiledPolicy,
  late: { readonly dueAt: Instant; readonly returnedAt: Instant; readonly calendar: BranchCalendar }
): OverdueTerms | null => {
  const rate = asked.required("overdueRate")
  const cap = asked.required("overdueCap")
  const countClosedDays = asked.required("overdueOnClosedDays")
  if (rate === undefined || rate === "none" || cap === undefined || countClosedDays === undefined) return null
  return {
    ...late,
    rate: rateOf(rate.amount, currencyDigits(document.currency)),
    per: rate.per,
    grace: asked.optional("overdueGrace", { days: 0 }),
    graceIncluded: asked.optional("overdueGraceIncluded", true),
    cap,
    countClosedDays,
    rounding: document.rounding
  }
}
