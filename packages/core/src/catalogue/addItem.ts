import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft, type Place } from "../decision/draft.ts"
import type { Found, ItemFacts, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { hasCode } from "../policy/declared.ts"
import { isWanted, targetOf } from "../reservations/target.ts"
import { itemFields } from "./itemFields.ts"
import { Barcode, ItemId, type ItemRow, TitleId } from "./model.ts"

const { type, price, ...others } = itemFields

/** Add a copy to a title. */
export const AddItem = Schema.Struct({
  title: TitleId,
  barcode: Barcode,
  type,
  /** Without it, the desk's own branch. */
  homeBranch: Schema.optionalKey(others.homeBranch),
  collection: Schema.optionalKey(others.collection),
  location: Schema.optionalKey(others.location),
  volumeSet: Schema.optionalKey(others.volumeSet),
  volume: Schema.optionalKey(others.volume),
  callNumber: Schema.optionalKey(others.callNumber),
  price: Schema.optionalKey(price),
  priceCurrency: Schema.optionalKey(others.priceCurrency),
  /** Without it, 1. */
  parts: Schema.optionalKey(others.parts),
  lendingAlert: Schema.optionalKey(others.lendingAlert),
  returnAlert: Schema.optionalKey(others.returnAlert),
  /** Where it stands in being made ready; without it, available. */
  status: Schema.optionalKey(others.status),
  at: InstantInput
})
export type AddItem = typeof AddItem.Type

export interface AddItemReceipt {
  readonly itemId: ItemId
  /** How many wait for the title that such a copy could fill, suspended ones too: scanned in, it is set aside for the first who may have it. */
  readonly waitingCount: number
}

export const addItemLookup = ({ title, barcode }: Pick<AddItem, "title" | "barcode">) =>
  ({ title: { titleId: title }, item: { barcode }, waitingByRank: { titleId: title } }) satisfies Lookup
export type AddItemFacts = Found<ReturnType<typeof addItemLookup>>

/** Refuses a barcode that is taken, and a title, type or branch that is not known. */
export const decideAddItem = (
  { title, item, waitingByRank }: AddItemFacts,
  command: AddItem,
  context: DecisionContext
): Result.Result<Decision<AddItemReceipt>, Refusals> => {
  const refusals = itemAgainst(command, item, context)
  if (title === null) refusals.unshift({ _tag: "TitleUnknown", title: command.title })
  if (refusals.length > 0) return refused(refusals)
  const itemId = ItemId.make(context.ids[0] as string)
  const work = draft(context.place)
  const added = newItem(command, itemId, context.place)
  work.emit({ _tag: "ItemAdded", itemId, at: command.at, item: added })
  const waiting = waitingByRank.filter((group) => isWanted(targetOf(group), added))
  return Result.succeed(work.decide({ itemId, waitingCount: waiting.reduce((sum, { count }) => sum + count, 0) }))
}

type NewItem = Omit<AddItem, "title">

/** What stands against a copy that is to be added. */
export const itemAgainst = (
  { barcode, type: itemType, homeBranch }: NewItem,
  taken: ItemFacts | null,
  { place, policy, calendar }: DecisionContext
): Array<Refusal> => {
  const branch = homeBranch ?? place.branch
  const refusals: Array<Refusal> = []
  if (taken !== null) refusals.push({ _tag: "BarcodeTaken", barcode })
  if (policy === null) refusals.push({ _tag: "PolicyNotInForce" })
  else if (!hasCode(policy.document.itemTypes, itemType)) refusals.push({ _tag: "ItemTypeUnknown", itemType })
  if (calendar === null) refusals.push({ _tag: "CalendarNotInForce" })
  else if (calendar.branch(branch) === undefined) refusals.push({ _tag: "BranchUnknown", branch })
  return refusals
}

/** The first row of a copy. */
export const newItem = (command: AddItem, itemId: ItemId, place: Place): ItemRow => {
  const homeBranch = command.homeBranch ?? place.branch
  return {
    itemId,
    version: 1,
    titleId: command.title,
    barcode: command.barcode,
    status: command.status ?? "available",
    shelfStatus: command.status === "restricted" ? "restricted" : "available",
    homeBranch,
    presentBranch: homeBranch,
    type: command.type,
    collection: command.collection ?? "",
    location: command.location ?? "",
    volumeSet: command.volumeSet ?? "",
    volume: command.volume ?? "",
    callNumber: command.callNumber ?? "",
    price: command.price ?? null,
    priceCurrency: command.priceCurrency ?? "",
    parts: command.parts ?? 1,
    lendingAlert: command.lendingAlert ?? "",
    returnAlert: command.returnAlert ?? "",
    loanId: null,
    reservationId: null,
    transitId: null,
    stayBranch: null,
    lender: "",
    lenderDueAt: null,
    inHouseUses: 0,
    onShelfFrom: null,
    addedAt: command.at
  }
}
