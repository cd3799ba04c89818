import { Result, Schema } from "effect"
import { endWithdrawn } from "../../bookings/endWithdrawn.ts"
import type { BookingId } from "../../bookings/model.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import { trimmedText } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { endMissing, isMissing } from "../losses/foundMissing.ts"
import { conditionOf } from "./condition.ts"
import type { ConditionReceipt } from "./noteCondition.ts"
import { outOfUseLookup } from "./sendToRepair.ts"
import { outOfUseAgainst, takeOffShelf } from "./takeOffShelf.ts"
import { writeCondition } from "./writeCondition.ts"

/** Take an item out of the collection for good, also from repair, and say why. */
export const WithdrawItem = Schema.Struct({ item: Barcode, reason: trimmedText(1, 500), at: InstantInput })
export type WithdrawItem = typeof WithdrawItem.Type

export const withdrawLookup = ({ item }: Pick<WithdrawItem, "item">) =>
  ({
    ...outOfUseLookup({ item }),
    lossOfItem: { barcode: item },
    chargesOfLoss: { barcode: item },
    bookingsOfItem: { barcode: item }
  }) satisfies Lookup
export type WithdrawFacts = Found<ReturnType<typeof withdrawLookup>>

export interface WithdrawReceipt extends ConditionReceipt {
  /** The bookings of it, which ended: their readers are to be told. */
  readonly bookingsCancelled: ReadonlyArray<BookingId>
}

/**
 * Refuses what is lent or withdrawn. What was missing is given up; what was paid for a lost item will not come back, and
 * nothing names its loss any more. Whoever it was set aside for waits again in the old place, and bookings
 * of it end.
 */
export const decideWithdrawItem = (
  {
    item: found,
    conditionOfItem,
    setAsideOfItem,
    transitsOfItem,
    lossOfItem,
    chargesOfLoss,
    bookingsOfItem
  }: WithdrawFacts,
  { item: barcode, reason: note, at }: WithdrawItem,
  { place, ids }: DecisionContext
): Result.Result<Decision<WithdrawReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item, queue } = found
  const against = item.status === "inRepair" ? null : outOfUseAgainst(item, "withdraw")
  if (against !== null) return refused([against])
  const condition = conditionOf(conditionOfItem)
  const work = draft(place)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  const { branch } = place
  takeOffShelf(work, item, { setAsideOfItem, transitsOfItem }, at, { branch })
  const bookingsCancelled = endWithdrawn(work, bookingsOfItem, at)
  if (isMissing(lossOfItem)) endMissing(work, lossOfItem, { as: "settled", because: "withdrawn", at, branch })
  if (lossOfItem?.incident.state === "settled") {
    for (const { charge } of chargesOfLoss) if (charge.outstanding === 0) work.cut("chargeIncident", charge.chargeId)
  }
  const seen = { id: ids[0], condition, occasion: "withdrawn", status: "withdrawn", note, at, branch } as const
  return Result.succeed(work.decide({ conditionId: writeCondition(work, item, seen), condition, bookingsCancelled }))
}
