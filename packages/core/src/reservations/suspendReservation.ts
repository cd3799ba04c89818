import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ReservationId } from "./model.ts"
import { waitingOf } from "./ownReservation.ts"

/** Take no copy for a while, and keep the place: to the end of an instant, or until it is resumed. */
export const SuspendReservation = Schema.Struct({
  reservation: ReservationId,
  /** Last instant of it. */
  until: Schema.optionalKey(InstantInput),
  at: InstantInput
})
export type SuspendReservation = typeof SuspendReservation.Type

/** Take copies again. */
export const ResumeReservation = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type ResumeReservation = typeof ResumeReservation.Type

export interface SuspendReceipt {
  readonly reservationId: ReservationId
  /** Last instant of it; `null`: until it is resumed, or it is not suspended. */
  readonly suspendedUntil: number | null
}

export const reservationLookup = ({ reservation: reservationId }: Pick<ResumeReservation, "reservation">) =>
  ({ reservation: { reservationId } }) satisfies Lookup
export type ReservationFound = Found<ReturnType<typeof reservationLookup>>

/** Refuses what has a copy already, or ended, and an end that has passed. One that is suspended gets the new end. */
export const decideSuspend = (
  { reservation: found }: ReservationFound,
  { reservation: id, until, at }: SuspendReservation,
  { place }: DecisionContext
): Result.Result<Decision<SuspendReceipt>, Refusals> => {
  const waiting = waitingOf(found, id, place.actor)
  if (Result.isFailure(waiting)) return Result.fail(waiting.failure)
  if (until !== undefined && until <= at) return refused([{ _tag: "WaitOverBefore", waitUntil: until }])
  const { reservation } = waiting.success
  const { reservationId } = reservation
  const work = draft(place)
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationSuspended", reservationId, at, until: until ?? null })
  return Result.succeed(work.decide({ reservationId, suspendedUntil: until ?? null }))
}

/** Refuses what is not suspended. */
export const decideResume = (
  { reservation: found }: ReservationFound,
  { reservation: id, at }: ResumeReservation,
  { place }: DecisionContext
): Result.Result<Decision<SuspendReceipt>, Refusals> => {
  const waiting = waitingOf(found, id, place.actor)
  if (Result.isFailure(waiting)) return Result.fail(waiting.failure)
  const { reservation } = waiting.success
  if (reservation.suspended === 0) return refused([{ _tag: "ReservationNotSuspended" }])
  const { reservationId } = reservation
  const work = draft(place)
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationResumed", reservationId, at })
  return Result.succeed(work.decide({ reservationId, suspendedUntil: null }))
}
