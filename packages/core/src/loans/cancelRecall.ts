import { Result, Schema } from "effect"
import { askedWhenLate } from "../accounts/lateness/askedWhenLate.ts"
import { notLateAnyMore } from "../accounts/notLateAnyMore.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { RecallReceipt } from "./recall.ts"
import type { RecallFacts } from "./recallCommand.ts"
import { onOpenDay } from "./redatedDue.ts"

/** Nobody needs the item any more: its loan is not recalled. */
export const CancelRecall = Schema.Struct({ item: Barcode, at: InstantInput })
export type CancelRecall = typeof CancelRecall.Type

/**
 * The due date is what it was before the recall, unless the policy (`recallCancelled`) keeps the new one, or one was given
 * by hand since. Refuses what is not on loan, not recalled, claimed returned or lost.
 */
export const decideCancelRecall = (
  { item: found, loanOfItem: lent, chargesOfItem: charges }: RecallFacts,
  { item: barcode, at }: CancelRecall,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<RecallReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const { loan } = lent
  const { loanId, dueAt: wasDueAt, recalledAt, dueBeforeRecall } = loan
  const { status } = found.item
  if (recalledAt === null) return refused([{ _tag: "LoanNotRecalled" }])
  if (!statusActions[status].renew) return refused([{ _tag: "ItemStatusForbids", status, action: "cancelRecall" }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const asked = askedWhenLate({ ...found, ...lent }, at, policy, calendar?.branch(loan.branch), "loans")
  const isGivenBack = dueBeforeRecall !== null && asked.optional("recallCancelled", "givesBack") === "givesBack"
  const branch = calendar?.branch(loan.branch)
  // Days may have been closed since: nothing falls due on one.
  const before =
    dueBeforeRecall === null || branch === undefined
      ? dueBeforeRecall
      : onOpenDay({ dueAt: dueBeforeRecall, at: loan.lentAt }, asked, branch, branch)
  const dueAt = (isGivenBack ? before : null) ?? wasDueAt
  const work = draft(place)
  work.restOn("loan", loan)
  if (charges.length > 0) work.restOn("reader", lent.reader)
  work.emit({ _tag: "RecallCancelled", loanId, at, dueAt, branch: place.branch })
  notLateAnyMore(work, { ...lent, charges }, { dueAt, at, branch: place.branch, ids })
  return Result.succeed(work.decide({ loanId, dueAt, wasDueAt }))
}
