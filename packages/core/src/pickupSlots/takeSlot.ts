import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ReservationId, type ReservationRow } from "../reservations/model.ts"
import { isTheirs } from "../reservations/ownReservation.ts"
import { PickupSlotId, type PickupSlotRow } from "./model.ts"
import { whileClosed } from "./whileClosed.ts"

/** Have what is set aside put into a locker, or brought out at a time. */
export const TakeSlot = Schema.Struct({ reservation: ReservationId, slot: PickupSlotId, at: InstantInput })
export type TakeSlot = typeof TakeSlot.Type

export interface TakeSlotReceipt {
  readonly slotId: PickupSlotId
  readonly reservationId: ReservationId
  /** How many more it has room for. */
  readonly free: number
}

export const takeSlotLookup = ({ reservation: reservationId, slot: slotId }: Pick<TakeSlot, "reservation" | "slot">) =>
  ({ reservation: { reservationId }, itemOfReservation: { reservationId }, pickupSlot: { slotId } }) satisfies Lookup
export type TakeSlotFacts = Found<ReturnType<typeof takeSlotLookup>>

/**
 * For whoever reserved it, or for staff, once a copy stands at the branch of the slot. It rests on the slot, so that of two
 * at once for the last place one has it, and on the queue, so that it is not taken for what was just fetched.
 */
export const decideTakeSlot = (
  { reservation: found, itemOfReservation, pickupSlot: slot }: TakeSlotFacts,
  command: TakeSlot,
  { place, calendar }: DecisionContext
): Result.Result<Decision<TakeSlotReceipt>, Refusals> => {
  if (found === null || !isTheirs(place.actor, found))
    return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  if (slot === null) return refused([{ _tag: "SlotUnknown", slot: command.slot }])
  const { reservation, queue } = found
  const isThere = reservation.state === "setAside" && itemOfReservation?.item.presentBranch === reservation.pickupBranch
  const refusals: Array<Refusal> = isThere ? [] : [{ _tag: "NothingSetAside" }]
  if (found.slot !== null) refusals.push({ _tag: "SlotHeld", slot: found.slot.slotId })
  refusals.push(...againstSlot(slot, reservation, command.at), ...whileClosed(slot, calendar))
  if (refusals.length > 0) return refused(refusals)
  const { slotId } = slot
  const { reservationId } = reservation
  const work = draft(place)
  work.restOn("titleQueue", queue)
  work.restOn("pickupSlot", slot)
  work.emit({ _tag: "PickupSlotTaken", slotId, reservationId, at: command.at })
  work.insert("slotTaken", { reservationId, slotId })
  return Result.succeed(work.decide({ slotId, reservationId, free: slot.capacity - slot.taken - 1 }))
}

const againstSlot = (
  { branch, closedAt, fromAt, untilAt, capacity, taken }: PickupSlotRow,
  { pickupBranch, shelfUntil }: ReservationRow,
  at: Instant
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  if (branch !== pickupBranch) refusals.push({ _tag: "SlotElsewhere", branch })
  if (closedAt !== null) refusals.push({ _tag: "SlotClosed", closedAt })
  if (untilAt !== null && untilAt <= at) refusals.push({ _tag: "SlotOver", untilAt })
  // Once the time on the shelf is over, the copy is not theirs to fetch, though no night ended it yet.
  if (shelfUntil !== null && Math.max(at, fromAt ?? at) > shelfUntil)
    refusals.push({ _tag: "SlotAfterShelf", shelfUntil })
  if (taken >= capacity) refusals.push({ _tag: "SlotFull", capacity })
  return refusals
}
