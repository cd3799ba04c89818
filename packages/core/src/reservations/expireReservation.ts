import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { TitleQueueRow } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { JoinedReservation } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { beginTogether } from "./beginSet.ts"
import { type EndFacts, type EndReceipt, endReservation } from "./end.ts"
import { joinedWith } from "./joined.ts"
import { ReservationId } from "./model.ts"
import { neverComes } from "./ownReservation.ts"

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
    const alone = shelvedAlone(group.own, found.queue, command.at, context)
    if (alone !== null) return Result.succeed(alone)
  }
  return endReservation({ ...facts, reservation: found }, { _tag: "ReservationExpired" }, command.at, context)
}

/**
 * Others of its set did not come in time: it stands by itself, and its reader has as long to fetch it as any such copy. `null`:
 * its branch was closed for good.
 */
const shelvedAlone = (
  own: JoinedReservation,
  queue: TitleQueueRow,
  at: Instant,
  { place, policy, calendar }: DecisionContext
): Decision<EndReceipt> | null => {
  const { reservationId, pickupBranch } = own.reservation
  if (policy === null || calendar?.branch(pickupBranch) === undefined) return null
  const work = draft(place)
  work.restOn("titleQueue", queue)
  work.restOn("reader", own.reader)
  beginTogether(work, [own], at, { policy, calendar })
  const { shelfUntil } = work.now("reservation", reservationId)
  const setAside = { reservationId, pickupBranch, shelfUntil }
  return work.decide({ reservationId, setAside, skipped: [], sendTo: null, transit: null, recallsCancelled: [] })
}
