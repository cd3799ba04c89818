import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { consult } from "../decision/consult.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { QueuedReservation } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { unknownContext } from "../policy/index.ts"
import { type EndFacts, type EndReceipt, endReservation } from "./end.ts"
import { joinedWith, part } from "./joined.ts"
import { ReservationId } from "./model.ts"
import { neverComes } from "./ownReservation.ts"
import { shelfEnd } from "./shelfEnd.ts"

/**
 * End a reservation whose time is over: on the pickup shelf, or in the queue. The nightly close gives it for each such one.
 */
export const ExpireReservation = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type ExpireReservation = typeof ExpireReservation.Type

/**
 * Refuses while its time on the shelf or in the queue is not over, and what has ended. One whose copy is on its way to a
 * branch that was closed for good waits, as in the queue. A copy that was kept for the rest of its set stays, now by itself.
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
  const group = joinedWith(facts.joinedOfReservation, found.reservation.reservationId)
  if (state === "setAside" && group?.kind === "together") {
    const alone = shelvedAlone(found, facts, command.at, context)
    if (alone !== null) return Result.succeed(alone)
  }
  return endReservation({ ...facts, reservation: found }, { _tag: "ReservationExpired" }, command.at, context)
}

/**
 * Others of its set did not come in time: it stands by itself, and its reader has as long to fetch it as for any copy. `null`:
 * nothing says how long.
 */
const shelvedAlone = (
  { reservation, readerId, queue }: QueuedReservation,
  { itemOfReservation }: EndFacts,
  at: Instant,
  { place, policy, calendar }: DecisionContext
): Decision<EndReceipt> | null => {
  const { reservationId, pickupBranch, readerCategory } = reservation
  const branch = calendar?.branch(pickupBranch)
  if (policy === null || branch === undefined || itemOfReservation === null) return null
  const { type: itemType, collection, location } = itemOfReservation.item
  const context = { ...unknownContext, readerCategory, itemType, collection, location, branch: pickupBranch }
  const shelf = shelfEnd(branch, at, consult(policy, context))
  if (typeof shelf === "string") return null
  const { until: shelfUntil } = shelf
  const work = draft(place)
  work.restOn("titleQueue", queue)
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationReady", reservationId, at, shelfUntil })
  part(work, reservationId, readerId)
  const setAside = { reservationId, pickupBranch, shelfUntil }
  return work.decide({ reservationId, setAside, skipped: [], sendTo: null, transit: null, recallCancelled: null })
}
