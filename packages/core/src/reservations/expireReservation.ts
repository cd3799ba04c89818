import { type Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type EndFacts, type EndReceipt, endReservation } from "./end.ts"
import { ReservationId } from "./model.ts"
import { neverComes } from "./ownReservation.ts"

/**
 * End a reservation whose time is over: on the pickup shelf, or in the queue. The nightly close gives it for each such one.
 */
export const ExpireReservation = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type ExpireReservation = typeof ExpireReservation.Type

/**
 * Refuses while its time on the shelf or in the queue is not over, and what has ended. One whose copy is on its way to a
 * branch that was closed for good waits, as in the queue.
 */
export const decideExpire = (
  facts: EndFacts,
  command: ExpireReservation,
  context: DecisionContext
): Result.Result<Decision<EndReceipt>, Refusals> => {
  const { reservation: found } = facts
  if (found === null) return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  const { state, shelfUntil, waitUntil, endedAt } = found.reservation
  const isStuck = neverComes(found.reservation, context)
  if ((state === "waiting" || isStuck) && (waitUntil === null || command.at <= waitUntil))
    return refused([{ _tag: "ReservationWaiting", waitUntil }])
  if (endedAt !== null) return refused([{ _tag: "ReservationEnded", state }])
  if (state === "inTransit" && !isStuck) return refused([{ _tag: "ReservationBeingFilled", state }])
  if (state === "setAside" && shelfUntil !== null && command.at <= shelfUntil)
    return refused([{ _tag: "ReservationOnShelf", shelfUntil }])
  return endReservation({ ...facts, reservation: found }, { _tag: "ReservationExpired" }, command.at, context)
}
