import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { endRecall } from "./endRecall.ts"
import type { RecallReceipt } from "./recall.ts"
import type { RecallFacts } from "./recallCommand.ts"

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
  context: DecisionContext
): Result.Result<Decision<RecallReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const { status } = found.item
  if (lent.loan.recalledAt === null) return refused([{ _tag: "LoanNotRecalled" }])
  if (!statusActions[status].renew) return refused([{ _tag: "ItemStatusForbids", status, action: "cancelRecall" }])
  if (context.policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const work = draft(context.place)
  const { policy } = context
  return Result.succeed(work.decide(endRecall(work, { ...found, ...lent, charges }, at, { ...context, policy })))
}
