import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { endMissing, isMissing } from "../incidents/losses/foundMissing.ts"
import { hasCode } from "../policy/declared.ts"
import { itemFields } from "./itemFields.ts"
import { Barcode, type ItemId, type ItemRow } from "./model.ts"

const { price, ...others } = itemFields

/** Change what is known of a copy, or its status on the shelf. What is not named stays. */
export const ChangeItem = Schema.Struct({
  item: Barcode,
  type: Schema.optionalKey(others.type),
  homeBranch: Schema.optionalKey(others.homeBranch),
  collection: Schema.optionalKey(others.collection),
  location: Schema.optionalKey(others.location),
  volumeSet: Schema.optionalKey(others.volumeSet),
  volume: Schema.optionalKey(others.volume),
  callNumber: Schema.optionalKey(others.callNumber),
  /** `null`: unknown. */
  price: Schema.optionalKey(Schema.NullOr(price)),
  priceCurrency: Schema.optionalKey(others.priceCurrency),
  parts: Schema.optionalKey(others.parts),
  lendingAlert: Schema.optionalKey(others.lendingAlert),
  returnAlert: Schema.optionalKey(others.returnAlert),
  status: Schema.optionalKey(others.status),
  at: InstantInput
})
export type ChangeItem = typeof ChangeItem.Type

export interface ChangeItemReceipt {
  readonly itemId: ItemId
  /** Names of the fields that are different now. */
  readonly changed: ReadonlyArray<string>
}

export const changeItemLookup = ({ item, status }: Pick<ChangeItem, "item" | "status">) =>
  ({
    item: { barcode: item },
    ...(status === undefined ? {} : { lossOfItem: { barcode: item } })
  }) satisfies Lookup
type Asked = { readonly barcode: Barcode }
export type ChangeItemFacts = Found<{ readonly item: Asked }> & Partial<Found<{ readonly lossOfItem: Asked }>>

/** Refuses a type or branch that is not known, and another status for what is lent, set aside or part of an incident. */
export const decideChangeItem = (
  { item: found, lossOfItem: loss }: ChangeItemFacts,
  { item: barcode, at, ...wanted }: ChangeItem,
  { place, policy, calendar }: DecisionContext
): Result.Result<Decision<ChangeItemReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item } = found
  const { type, homeBranch, status } = wanted
  const refusals: Array<Refusal> = []
  if (type !== undefined && !hasCode(policy?.document.itemTypes, type))
    refusals.push({ _tag: "ItemTypeUnknown", itemType: type })
  if (homeBranch !== undefined && calendar?.branch(homeBranch) === undefined)
    refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  if (status !== undefined && status !== item.status && !isOnShelf(item))
    refusals.push({ _tag: "ItemStatusForbids", status: item.status, action: "changeStatus" })
  if (refusals.length > 0) return refused(refusals)

  const fields = Object.keys(wanted) as ReadonlyArray<keyof typeof wanted>
  const changed = fields.filter((field) => wanted[field] !== item[field])
  const work = draft(place)
  work.restOn("item", item)
  if (changed.length > 0) {
    const set: Partial<ItemRow> = {
      ...Object.fromEntries(changed.map((field) => [field, wanted[field]])),
      ...(status === "available" || status === "restricted" ? { shelfStatus: status } : {})
    }
    work.emit({ _tag: "ItemChanged", itemId: item.itemId, itemVersion: item.version + 1, at, set })
    if (set.status !== undefined && isMissing(loss))
      endMissing(work, loss, { as: "found", because: "statusChanged", at, branch: place.branch })
  }
  return Result.succeed(work.decide({ itemId: item.itemId, changed }))
}

const isOnShelf = ({ status }: ItemRow): boolean =>
  (itemFields.status.literals as ReadonlyArray<string>).includes(status)
