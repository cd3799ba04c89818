import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { text } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type RecallReceipt, recallLoan } from "./recall.ts"

/** Ask for an item back before it is due: somebody needs it. Its reader keeps it as long as the policy guarantees. */
export const Recall = Schema.Struct({
  item: Barcode,
  /** Why; it goes into the loan's history. */
  reason: Schema.optionalKey(text(500)),
  at: InstantInput
})
export type Recall = typeof Recall.Type

export const recallLookup = ({ item }: Pick<Recall, "item">) =>
  ({ item: { barcode: item }, loanOfItem: { barcode: item }, chargesOfItem: { barcode: item } }) satisfies Lookup
export type RecallFacts = Found<ReturnType<typeof recallLookup>>

/**
 * The new due date is the later one of what the policy guarantees (`recallMinimum`, from lending) and how long the reader
 * has to bring it (`recallReturnWithin`); where neither is set it stays. It is never later than it was, unless
 * `recallExtends` says so. Of an overdue loan it stays, or lies so long ahead (`recallOverdueWithin`). Refuses what is not
 * on loan, was recalled before, or may not be recalled.
 */
export const decideRecall = (
  { item: found, loanOfItem: lent, chargesOfItem: charges }: RecallFacts,
  { item: barcode, reason = "", at }: Recall,
  context: DecisionContext
): Result.Result<Decision<RecallReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const work = draft(context.place)
  const recalled = recallLoan(work, { ...found, ...lent, charges }, { by: "staff", reason, at }, context)
  return Result.map(recalled, (receipt) => work.decide(receipt))
}
