import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ReservationId } from "../reservations/model.ts"
import { isTheirs } from "../reservations/ownReservation.ts"
import type { PickupSlotId } from "./model.ts"
import { releaseSlot } from "./release.ts"

/** Give a slot up; the copy stays on the pickup shelf. */
export const LeaveSlot = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type LeaveSlot = typeof LeaveSlot.Type

export interface LeaveSlotReceipt {
  readonly slotId: PickupSlotId
  readonly reservationId: ReservationId
}

export const leaveSlotLookup = ({ reservation: reservationId }: Pick<LeaveSlot, "reservation">) =>
  ({ reservation: { reservationId } }) satisfies Lookup

/** For whoever reserved it, or for staff. */
export const decideLeaveSlot = (
  { reservation: found }: Found<ReturnType<typeof leaveSlotLookup>>,
  command: LeaveSlot,
  { place }: DecisionContext
): Result.Result<Decision<LeaveSlotReceipt>, Refusals> => {
  if (found === null || !isTheirs(place.actor, found))
    return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  if (found.slot === null) return refused([{ _tag: "NoSlotHeld" }])
  const work = draft(place)
  releaseSlot(work, found, "left", command.at)
  const { reservationId } = found.reservation
  return Result.succeed(work.decide({ slotId: found.slot.slotId, reservationId }))
}
