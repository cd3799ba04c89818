import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { text, trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { LoanId } from "./model.ts"

/** Somebody looked for an item that was claimed returned, and did not find it there. */
export const RecordSearch = Schema.Struct({
  item: Barcode,
  /** Where: its shelf, the book drop, the trolleys … */
  place: trimmedText(1, 200),
  note: Schema.optionalKey(text(500)),
  at: InstantInput
})
export type RecordSearch = typeof RecordSearch.Type

export interface SearchReceipt {
  readonly loanId: LoanId
  /** How often it was looked for now. */
  readonly searches: number
}

export const recordSearchLookup = ({ item }: Pick<RecordSearch, "item">) =>
  ({
    item: { barcode: item },
    loanOfItem: { barcode: item },
    searchesOfItem: { barcode: item }
  }) satisfies Lookup
export type RecordSearchFacts = Found<ReturnType<typeof recordSearchLookup>>

/** Refuses what was not claimed returned, or is settled. What is found is scanned in, or `settleClaim` says so. */
export const decideRecordSearch = (
  { item: found, loanOfItem: lent, searchesOfItem }: RecordSearchFacts,
  { item: barcode, place: where, note = "", at }: RecordSearch,
  { place }: DecisionContext
): Result.Result<Decision<SearchReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (lent === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const { loan } = lent
  if (loan.state !== "claimedReturned")
    return refused([{ _tag: "ItemStatusForbids", status: found.item.status, action: "recordSearch" }])
  const { loanId } = loan
  const nth = searchesOfItem.length + 1
  const work = draft(place)
  work.restOn("loan", loan)
  work.emit({ _tag: "ClaimSearched", loanId, nth, place: where, note, at, branch: place.branch })
  return Result.succeed(work.decide({ loanId, searches: nth }))
}
