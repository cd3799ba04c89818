import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code, text } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { amountMax, Minor } from "../money/minor.ts"
import { hasCode } from "../policy/declared.ts"
import { Barcode, ItemId, TitleId } from "./model.ts"

/** What a copy may be when it comes. */
const FirstStatus = Schema.Literals([
  "available",
  "onOrder",
  "inProcess",
  "inProcessNotReservable",
  "restricted",
  "missing",
  "unknown",
  "withdrawn"
])

/** Add a copy to a title. */
export const AddItem = Schema.Struct({
  title: TitleId,
  barcode: Barcode,
  type: Code,
  /** Without it, the desk's own branch. */
  homeBranch: Schema.optionalKey(Code),
  collection: Schema.optionalKey(text(64)),
  location: Schema.optionalKey(text(64)),
  callNumber: Schema.optionalKey(text(200)),
  /** List price, in minor units of the tenant's currency. */
  price: Schema.optionalKey(Minor.check(Schema.isBetween({ minimum: 0, maximum: amountMax }))),
  /** Where it stands in being made ready; without it, available. */
  status: Schema.optionalKey(FirstStatus),
  at: InstantInput
})
export type AddItem = typeof AddItem.Type

export interface AddItemReceipt {
  readonly itemId: ItemId
}

export const addItemLookup = ({ title, barcode }: Pick<AddItem, "title" | "barcode">) =>
  ({ title: { titleId: title }, item: { barcode } }) satisfies Lookup
export type AddItemFacts = Found<ReturnType<typeof addItemLookup>>

/** Refuses a barcode that is taken, and a title, type or branch that is not known. */
export const decideAddItem = (
  { title, item }: AddItemFacts,
  command: AddItem,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<AddItemReceipt>, Refusals> => {
  const homeBranch = command.homeBranch ?? place.branch
  const refusals: Array<Refusal> = []
  if (title === null) refusals.push({ _tag: "TitleUnknown", title: command.title })
  if (item !== null) refusals.push({ _tag: "BarcodeTaken", barcode: command.barcode })
  if (policy === null) refusals.push({ _tag: "PolicyNotInForce" })
  else if (!hasCode(policy.document.itemTypes, command.type))
    refusals.push({ _tag: "ItemTypeUnknown", itemType: command.type })
  if (calendar === null) refusals.push({ _tag: "CalendarNotInForce" })
  else if (calendar.branch(homeBranch) === undefined) refusals.push({ _tag: "BranchUnknown", branch: homeBranch })
  if (refusals.length > 0) return refused(refusals)

  const itemId = ItemId.make(ids[0] as string)
  const work = draft(place)
  work.emit({
    _tag: "ItemAdded",
    itemId,
    at: command.at,
    item: {
      itemId,
      version: 1,
      titleId: command.title,
      barcode: command.barcode,
      status: command.status ?? "available",
      homeBranch,
      presentBranch: homeBranch,
      type: command.type,
      collection: command.collection ?? "",
      location: command.location ?? "",
      callNumber: command.callNumber ?? "",
      price: command.price ?? null,
      loanId: null,
      reservationId: null,
      addedAt: command.at
    }
  })
  return Result.succeed(work.decide({ itemId }))
}
