import { Result, Schema } from "effect"
import { endWithdrawn } from "../../bookings/endWithdrawn.ts"
import type { BookingId } from "../../bookings/model.ts"
import type { Instant } from "../../calendar/instant.ts"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode, type ItemRow } from "../../catalogue/model.ts"
import { trimmedText } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { type Draft, draft } from "../../decision/draft.ts"
import type { Found, ItemFacts, Lookup } from "../../decision/facts.ts"
import type { Refusal, Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { sendOn } from "../../transits/sendOn.ts"
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

export interface Withdrawal extends ConditionReceipt {
  /** The bookings of it, which ended: their readers are to be told. */
  readonly bookingsCancelled: ReadonlyArray<BookingId>
}

export interface WithdrawReceipt extends Withdrawal {
  /** The branch that what is withdrawn goes to, by the policy's `withdrawnBranch`; `null`: it stays. */
  readonly sendTo: string | null
}

/**
 * Refuses what is lent or withdrawn. What was missing is given up; what was paid for a lost item will not come back, and
 * nothing names its loss any more. Whoever it was set aside for waits again in the old place, and bookings
 * of it end.
 */
export const decideWithdrawItem = (
  { item: found, ...facts }: WithdrawFacts,
  { item: barcode, reason, at }: WithdrawItem,
  { place, ids, policy, calendar }: DecisionContext
): Result.Result<Decision<WithdrawReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const against = withdrawAgainst(found.item)
  if (against !== null) return refused([against])
  const work = draft(place)
  const receipt = withdraw(work, { item: found, ...facts }, { reason, at, branch: place.branch, id: ids[0] as string })
  const { title } = found
  const inHand = {
    item: work.now("item", found.item.itemId),
    title,
    branch: place.branch,
    ended: null,
    planned: [],
    needs: "disposal"
  } as const
  const sendTo =
    policy === null || calendar === null ? null : sendOn(work, inHand, null, at, { policy, calendar }).sendTo
  return Result.succeed(work.decide({ ...receipt, sendTo }))
}

/** Why an item cannot be taken out of the collection now; `null`: it can. */
export const withdrawAgainst = (item: ItemRow): Refusal | null =>
  item.status === "inRepair" ? null : outOfUseAgainst(item, "withdraw")

interface Withdrawn {
  readonly reason: string
  readonly at: Instant
  readonly branch: string
  /** A fresh one. */
  readonly id: string
}

/** The same as part of a larger decision, of an item that nothing keeps in. */
export const withdraw = (
  work: Draft,
  {
    item: { item, queue },
    conditionOfItem,
    setAsideOfItem,
    transitsOfItem,
    lossOfItem,
    chargesOfLoss,
    bookingsOfItem
  }: WithdrawFacts & { readonly item: ItemFacts },
  { reason: note, at, branch, id }: Withdrawn
): Withdrawal => {
  const condition = conditionOf(conditionOfItem)
  work.restOn("item", item)
  work.restOn("titleQueue", queue)
  takeOffShelf(work, item, { setAsideOfItem, transitsOfItem }, at, { branch })
  const bookingsCancelled = endWithdrawn(work, bookingsOfItem, at)
  if (isMissing(lossOfItem)) endMissing(work, lossOfItem, { as: "settled", because: "withdrawn", at, branch })
  if (lossOfItem?.incident.state === "settled") {
    for (const { charge } of chargesOfLoss) if (charge.outstanding === 0) work.cut("chargeIncident", charge.chargeId)
  }
  const seen = { id, condition, occasion: "withdrawn", status: "withdrawn", note, at, branch } as const
  return { conditionId: writeCondition(work, item, seen), condition, bookingsCancelled }
}
