import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { text, trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { AddItem, itemAgainst, newItem } from "./addItem.ts"
import { Barcode, ItemId, TitleId } from "./model.ts"
import { searchTextOf } from "./searchable.ts"

const { type, homeBranch, collection, location, price, priceCurrency } = AddItem.fields

/** Add at the desk what is not catalogued yet, so that it can be lent at once. The title is brought up to date later. */
export const QuickAdd = Schema.Struct({
  barcode: Barcode,
  title: trimmedText(1, 4_000),
  responsibility: Schema.optionalKey(text(2_000)),
  type,
  homeBranch,
  collection,
  location,
  price,
  priceCurrency,
  at: InstantInput
})
export type QuickAdd = typeof QuickAdd.Type

export interface QuickAddReceipt {
  readonly titleId: TitleId
  readonly itemId: ItemId
}

/** Source of titles that were added at the desk: their control number is the barcode of the copy. */
const quickSource = "quickAdd"

export const quickAddLookup = ({ barcode }: Pick<QuickAdd, "barcode">) =>
  ({ item: { barcode }, titleByControlNumber: { source: quickSource, controlNumber: barcode } }) satisfies Lookup
export type QuickAddFacts = Found<ReturnType<typeof quickAddLookup>>

/** Refuses a barcode that is taken, and a type or branch that is not known. */
export const decideQuickAdd = (
  { item, titleByControlNumber: known }: QuickAddFacts,
  command: QuickAdd,
  context: DecisionContext
): Result.Result<Decision<QuickAddReceipt>, Refusals> => {
  const { title, responsibility = "", barcode, at } = command
  const refusals = itemAgainst(command, item, context)
  if (refusals.length > 0) return refused(refusals)
  const work = draft(context.place)
  const titleId = known?.titleId ?? TitleId.make(context.ids[0] as string)
  const itemId = ItemId.make(context.ids[1] as string)
  if (known === null) {
    work.emit({ _tag: "TitleAdded", titleId, at, source: quickSource, format: "other" })
    work.insert("title", {
      titleId,
      version: 1,
      source: quickSource,
      controlNumber: barcode,
      format: "other",
      language: "und",
      title,
      responsibility,
      description: "{}",
      searchText: searchTextOf({ title, responsibility }),
      addedAt: at
    })
  }
  work.emit({ _tag: "ItemAdded", itemId, at, item: newItem({ ...command, title: titleId }, itemId, context.place) })
  return Result.succeed(work.decide({ titleId, itemId }))
}
