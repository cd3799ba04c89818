import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { endMissing, isMissing } from "../incidents/losses/foundMissing.ts"
import { Barcode, type ItemId } from "./model.ts"
import { isUnseen, scanIn } from "./scanIn.ts"

/** Count a use in the building without a loan, of what was left on a table. Who used it is not known. */
export const RecordUse = Schema.Struct({ item: Barcode, at: InstantInput })
export type RecordUse = typeof RecordUse.Type

export interface RecordUseReceipt {
  readonly itemId: ItemId
  readonly inHouseUses: number
}

export const recordUseLookup = ({ item }: Pick<RecordUse, "item">) =>
  ({ item: { barcode: item }, lossOfItem: { barcode: item } }) satisfies Lookup
export type RecordUseFacts = Found<ReturnType<typeof recordUseLookup>>

/** What was missing is there; what was withdrawn was used all the same, and stays so. Refuses what is on loan: that is to be returned. */
export const decideRecordUse = (
  { item: found, lossOfItem }: RecordUseFacts,
  { item: barcode, at }: RecordUse,
  { place }: DecisionContext
): Result.Result<Decision<RecordUseReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item, title } = found
  if (item.status === "onLoan") return refused([{ _tag: "ItemOnLoan", loanId: item.loanId ?? "" }])
  const uses = item.inHouseUses + 1
  const work = draft(place)
  work.restOn("item", item)
  const { branch } = place
  if (isUnseen(item)) scanIn(work, item, { branch, at })
  if (isMissing(lossOfItem)) endMissing(work, lossOfItem, { as: "found", because: "found", at, branch })
  work.emit({
    _tag: "ItemUsedInHouse",
    itemId: item.itemId,
    itemVersion: work.now("item", item.itemId).version + 1,
    titleId: title.titleId,
    itemType: item.type,
    collection: item.collection,
    branch,
    uses,
    at
  })
  return Result.succeed(work.decide({ itemId: item.itemId, inHouseUses: uses }))
}
