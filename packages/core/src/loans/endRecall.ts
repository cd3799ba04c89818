import { askedWhenLate } from "../accounts/lateness/askedWhenLate.ts"
import { notLateAnyMore } from "../accounts/notLateAnyMore.ts"
import type { Instant } from "../calendar/instant.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge, LoanFacts, ReaderFacts } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { LoanRow } from "./model.ts"
import type { RecallReceipt } from "./recall.ts"
import { onOpenDay } from "./redatedDue.ts"

interface Recalled extends LoanFacts, ReaderFacts {
  /** What was charged for this loan. */
  readonly charges: ReadonlyArray<LoanCharge>
}

/**
 * A recalled loan is recalled no more. It has the due date from before, unless the policy (`recallCancelled`) keeps the new
 * one, or one was given by hand since. Days that the recall gave besides and that are over count as given: nobody is late for
 * having kept to what was said.
 */
export const endRecall = (
  work: Draft,
  { charges, ...lent }: Recalled,
  at: Instant,
  { place, policy, calendar, ids }: DecisionContext & { readonly policy: CompiledPolicy }
): RecallReceipt => {
  const { loan } = lent
  const { loanId, dueAt: wasDueAt, dueBeforeRecall } = loan
  const branch = calendar?.branch(loan.branch)
  const asked = askedWhenLate(lent, at, policy, branch, "loans")
  const isGivenBack = dueBeforeRecall !== null && asked.optional("recallCancelled", "givesBack") === "givesBack"
  const old = dueBeforeRecall === null ? null : dueAgain(loan, dueBeforeRecall, at)
  // Days may have been closed since: nothing falls due on one.
  const before =
    old === null || branch === undefined ? old : onOpenDay({ dueAt: old, at: loan.lentAt }, asked, branch, branch)
  const dueAt = (isGivenBack ? before : null) ?? wasDueAt
  work.restOn("loan", loan)
  if (charges.length > 0) work.restOn("reader", lent.reader)
  work.emit({ _tag: "RecallCancelled", loanId, at, dueAt, branch: place.branch })
  notLateAnyMore(work, { ...lent, charges }, { dueAt, at, branch: place.branch, ids })
  return { loanId, dueAt, wasDueAt }
}

/** What was late when it was recalled is late again. */
const dueAgain = ({ dueAt, recalledAt }: LoanRow, dueBefore: Instant, at: Instant): Instant =>
  recalledAt !== null && dueBefore < recalledAt ? dueBefore : (Math.max(dueBefore, Math.min(dueAt, at)) as Instant)
