import { Result } from "effect"
import { askedWhenLate } from "../accounts/lateness/askedWhenLate.ts"
import { notLateAnyMore } from "../accounts/notLateAnyMore.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { Consultation } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge, LoanFacts, ReaderFacts } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { LengthOfTime } from "../policy/form/leaves.ts"
import { dueAt as dueBy } from "./dueAt.ts"
import type { LoanId, LoanRow, RecalledBy } from "./model.ts"

export interface RecallReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly wasDueAt: number
}

interface Lent extends LoanFacts, ReaderFacts {
  /** What was charged for this loan. */
  readonly charges: ReadonlyArray<LoanCharge>
}

/** Adds a recall to a decision. A refusal adds nothing. */
export const recallLoan = (
  work: Draft,
  { charges, ...lent }: Lent,
  { by, reason, at }: { readonly by: RecalledBy; readonly reason: string; readonly at: Instant },
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<RecallReceipt, Refusals> => {
  const { status } = lent.item
  const { loan } = lent
  if (!statusActions[status].renew) return refused([{ _tag: "ItemStatusForbids", status, action: "recall" }])
  if (loan.recalledAt !== null) return refused([{ _tag: "LoanRecalled", recalledAt: loan.recalledAt }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const branch = calendar?.branch(loan.branch)
  if (branch === undefined)
    return refused([
      calendar === null ? { _tag: "CalendarNotInForce" } : { _tag: "BranchUnknown", branch: loan.branch }
    ])
  const asked = askedWhenLate(lent, at, policy, branch, "loans")
  if (!asked.optional("recallable", true)) return refused([{ _tag: "NotRecallable" }])
  const due = recalledDue(loan, at, asked, branch)
  if (asked.missing.length > 0) return refused(asked.missing)
  if (Result.isFailure(due)) return Result.fail(due.failure)
  const { loanId, dueAt: wasDueAt } = loan
  const dueAt = due.success
  const rules = { policyVersion: policy.version, policyRows: asked.rows }
  work.restOn("loan", loan)
  if (charges.length > 0) work.restOn("reader", lent.reader)
  work.emit({ _tag: "LoanRecalled", loanId, at, dueAt, wasDueAt, by, reason, branch: place.branch, ...rules })
  notLateAnyMore(work, { ...lent, charges }, { dueAt, at, branch: place.branch, ids })
  return Result.succeed({ loanId, dueAt, wasDueAt })
}

/** The due date that a recall gives a loan. */
export const recalledDue = (
  { lentAt, dueAt }: Pick<LoanRow, "lentAt" | "dueAt">,
  at: Instant,
  asked: Consultation,
  calendar: BranchCalendar
): Result.Result<Instant, Refusals> => {
  const dueTime = asked.required("dueTime")
  const closedDays = asked.required("closedDays")
  if (dueTime === undefined || closedDays === undefined) return Result.succeed(dueAt)
  const after = (from: Instant, period: LengthOfTime): Result.Result<Instant, Refusals> => {
    const due = dueBy({ period, dueTime, closedDays, calendar, from, notAfter: null })
    return Result.isFailure(due) ? refused([due.failure]) : Result.succeed(due.success.dueAt)
  }
  if (dueAt < at) {
    const within = asked.optional("recallOverdueWithin", "keep")
    return within === "keep" ? Result.succeed(dueAt) : after(at, within)
  }
  const [minimum, within] = [asked.optional("recallMinimum", null), asked.optional("recallReturnWithin", null)]
  let latest: Instant | null = null
  for (const [from, period] of [
    [lentAt, minimum],
    [at, within]
  ] as const) {
    if (period === null) continue
    const end = after(from, period)
    if (Result.isFailure(end)) return end
    latest = latest === null || end.success > latest ? end.success : latest
  }
  // What was guaranteed may have passed: nothing falls due before it is asked for.
  const soonest = latest === null ? dueAt : (Math.max(latest, at) as Instant)
  return Result.succeed(soonest > dueAt && !asked.optional("recallExtends", false) ? dueAt : soonest)
}
