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
import { isSelf } from "../readers/self.ts"
import type { LoanId } from "./model.ts"
import { loanTransitions } from "./transitions.ts"

/** The reader says that an item was brought back which is still on loan: it is looked for, and is no later meanwhile. */
export const ClaimReturned = Schema.Struct({
  item: Barcode,
  /** What the reader says of it: when, where, to whom. Goes into the loan's history. */
  note: Schema.optionalKey(text(500)),
  at: InstantInput
})
export type ClaimReturned = typeof ClaimReturned.Type

export interface ClaimReceipt {
  readonly loanId: LoanId
}

export const claimLookup = ({ item }: Pick<ClaimReturned, "item">) =>
  ({ item: { barcode: item }, loanOfItem: { barcode: item } }) satisfies Lookup
export type ClaimFacts = Found<ReturnType<typeof claimLookup>>

/** Refuses an item that is not on loan, or was claimed or lost before. Readers claim what they have themselves. */
export const decideClaim = (
  { item: found, loanOfItem: lent }: ClaimFacts,
  { item: barcode, note = "", at }: ClaimReturned,
  { place }: DecisionContext
): Result.Result<Decision<ClaimReceipt>, Refusals> => {
  if (found === null || (place.actor.kind === "reader" && (lent === null || !isSelf(place.actor, lent.reader))))
    return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const { item } = found
  const { loan, reader } = lent
  if (loanTransitions[loan.state].claimReturned === null)
    return refused([{ _tag: "ItemStatusForbids", status: item.status, action: "claimReturned" }])
  const { itemId } = item
  const { loanId } = loan
  const work = draft(place)
  work.restOn("reader", reader)
  work.restOn("item", item)
  work.restOn("loan", loan)
  const itemVersion = item.version + 1
  // A clock that was put back: nobody claims to have returned what was not lent yet.
  const claimedAt = at < loan.lentAt ? loan.lentAt : at
  work.emit({ _tag: "ReturnClaimed", loanId, itemId, itemVersion, at: claimedAt, branch: place.branch, note })
  return Result.succeed(work.decide({ loanId }))
}
