import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ReservationId } from "./model.ts"
import { movedPlaces } from "./movedPlaces.ts"
import { waitingOf } from "./ownReservation.ts"

/** Give a reservation another place in its queue: right before another one, or right after it. For staff, with a reason. */
export const MoveReservation = Schema.Struct({
  reservation: ReservationId,
  before: Schema.optionalKey(ReservationId),
  after: Schema.optionalKey(ReservationId),
  reason: trimmedText(1, 500),
  at: InstantInput
}).check(
  Schema.makeFilter(
    ({ before, after }: { readonly before?: string; readonly after?: string }) =>
      (before === undefined) !== (after === undefined),
    { expected: 'one of "before" and "after"' }
  )
)
export type MoveReservation = typeof MoveReservation.Type

export interface MoveReservationReceipt {
  readonly reservationId: ReservationId
  /** Right behind which one it stands now; `null`: it is the first. */
  readonly after: ReservationId | null
}

/** How many on each side of the place are looked at, the neighbour counted, to make room there. */
const around = 33

export const moveReservationLookup = ({
  reservation: reservationId,
  before,
  after
}: Pick<MoveReservation, "reservation" | "before" | "after">) =>
  ({
    reservation: { reservationId },
    queueAround: { reservationId: (before ?? after) as ReservationId, limit: around }
  }) satisfies Lookup
export type MoveReservationFacts = Found<ReturnType<typeof moveReservationLookup>>

/** Refuses what does not wait, and to move it next to itself, into another queue, or next to one that does not wait. */
export const decideMove = (
  { reservation: found, queueAround }: MoveReservationFacts,
  { reservation: id, before, after, reason, at }: MoveReservation,
  { place }: DecisionContext
): Result.Result<Decision<MoveReservationReceipt>, Refusals> => {
  const waiting = waitingOf(found, id, place.actor)
  if (Result.isFailure(waiting)) return Result.fail(waiting.failure)
  const { reservation, queue } = waiting.success
  const { reservationId } = reservation
  const next = (before ?? after) as ReservationId
  const neighbour = queueAround.find((one) => one.reservationId === next)
  if (neighbour === undefined) return refused([{ _tag: "ReservationUnknown", reservation: next }])
  if (neighbour.titleId !== reservation.titleId || next === reservationId)
    return refused([{ _tag: "NotInSameQueue", reservation: next }])
  if (neighbour.state !== "waiting") return refused([{ _tag: "ReservationBeingFilled", state: neighbour.state }])

  const others = queueAround.filter((one) => one.reservationId !== reservationId)
  const [from, index] = [queueAround.indexOf(neighbour), others.indexOf(neighbour) + (before === undefined ? 1 : 0)]
  const near = {
    rows: others,
    isFromFirst: from < around - 1,
    isToLast: queueAround.length - from < around,
    nextPlace: queue.nextPlace,
    ownPlace: reservation.place as number
  }
  const moved = movedPlaces(near, index)
  if (moved === null) return refused([{ _tag: "QueueTooDense" }])
  const work = draft(place)
  work.restOn("titleQueue", queue)
  for (const { row, to } of moved.others) {
    work.restOn("reservation", row)
    work.emit({
      _tag: "ReservationMoved",
      reservationId: row.reservationId,
      titleId: row.titleId,
      at,
      place: to,
      reason: "",
      taken: 0
    })
  }
  work.restOn("reservation", reservation)
  const { titleId } = reservation
  work.emit({ _tag: "ReservationMoved", reservationId, titleId, at, place: moved.place, reason, taken: moved.taken })
  return Result.succeed(work.decide({ reservationId, after: others[index - 1]?.reservationId ?? null }))
}
