import { Result, Schema } from "effect"
import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { endMissing, isMissing } from "../incidents/losses/foundMissing.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import { hasCode } from "../policy/declared.ts"
import type { ReservationId } from "../reservations/model.ts"
import { putBack } from "../reservations/putBack.ts"
import { type RecallOfChangedFacts, recallOfChanged, recallOfChangedLookup } from "../reservations/recallOfChanged.ts"
import { isWanted, targetOf } from "../reservations/target.ts"
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
  /**
   * The reservation that it was kept for, and that waits again, as the copy is none any more that it is for. On its shelf
   * the copy is free; scanned, or where it is going, it is kept for whoever is next. `null`: none.
   */
  readonly putBack: ReservationId | null
  /** Its loan, recalled no more, as the copy is none any more that somebody waits for. `null`: none. */
  readonly recallCancelled: RecallReceipt | null
}

export const changeItemLookup = ({ item, status, volume, type }: Omit<ChangeItem, "at">) =>
  ({
    item: { barcode: item },
    ...(status === undefined ? {} : { lossOfItem: { barcode: item } }),
    ...(volume === undefined && type === undefined
      ? {}
      : { setAsideOfItem: { barcode: item }, ...recallOfChangedLookup(item) })
  }) satisfies Lookup
type Asked = { readonly barcode: Barcode }
export type ChangeItemFacts = Found<{ readonly item: Asked }> &
  Partial<Found<{ readonly lossOfItem: Asked; readonly setAsideOfItem: Asked }> & RecallOfChangedFacts>

/** How many ids it may need. */
export const changeItemIds = ({ volume, type }: Pick<ChangeItem, "volume" | "type">): number =>
  volume === undefined && type === undefined ? 0 : notLateIds

/** Refuses a type or branch that is not known, and another status for what is lent, set aside or part of an incident. */
export const decideChangeItem = (
  { item: found, lossOfItem: loss, setAsideOfItem: kept = null, ...recalls }: ChangeItemFacts,
  { item: barcode, at, ...wanted }: ChangeItem,
  context: DecisionContext
): Result.Result<Decision<ChangeItemReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { place, policy, calendar } = context
  const { item, queue } = found
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
  const { volume = item.volume, type: becomes = item.type } = wanted
  const copy = { itemId: item.itemId, volume, type: becomes }
  const noMoreFor = kept === null || isWanted(targetOf(kept.reservation), copy) ? null : kept
  if (noMoreFor !== null) {
    work.restOn("titleQueue", queue)
    putBack(work, noMoreFor, item, at)
  }
  const isOther = volume !== item.volume || becomes !== item.type
  const recallCancelled = isOther
    ? recallOfChanged(work, { ...found, ...recalls }, work.now("item", item.itemId), at, context)
    : null
  const reservationId = noMoreFor?.reservation.reservationId ?? null
  return Result.succeed(work.decide({ itemId: item.itemId, changed, putBack: reservationId, recallCancelled }))
}

const isOnShelf = ({ status }: ItemRow): boolean =>
  (itemFields.status.literals as ReadonlyArray<string>).includes(status)
