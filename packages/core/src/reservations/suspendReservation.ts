import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { RecallReceipt } from "../loans/recall.ts"
import { ReservationId } from "./model.ts"
import { waitingOf } from "./ownReservation.ts"
import { besidesReservation, recallOver, recallOverLookup } from "./recallOver.ts"

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
  /** The loans that are recalled no more, as nobody else waits for them. */
  readonly recallsCancelled: ReadonlyArray<RecallReceipt>
}

export const reservationLookup = ({ reservation: reservationId }: Pick<ResumeReservation, "reservation">) =>
  ({ reservation: { reservationId } }) satisfies Lookup
export type ReservationFound = Found<ReturnType<typeof reservationLookup>>

export const suspendLookup = (asked: Pick<SuspendReservation, "reservation">) =>
  ({ ...reservationLookup(asked), ...recallOverLookup(asked.reservation) }) satisfies Lookup
export type SuspendFacts = Found<ReturnType<typeof suspendLookup>>

/**
 * Refuses what has a copy already, or ended, and an end that has passed. One that is suspended gets the new end. The loan
 * that was recalled for it is no more, and is not recalled anew when it is resumed: its reader was told twice.
 */
export const decideSuspend = (
  { reservation: found, ...recalls }: SuspendFacts,
  { reservation: id, until, at }: SuspendReservation,
  context: DecisionContext
): Result.Result<Decision<SuspendReceipt>, Refusals> => {
  const { place, policy } = context
  const waiting = waitingOf(found, id, place.actor)
  if (Result.isFailure(waiting)) return Result.fail(waiting.failure)
  if (until !== undefined && until <= at) return refused([{ _tag: "SuspensionOver", suspendedUntil: until }])
  const { reservation, queue } = waiting.success
  const { reservationId } = reservation
  const work = draft(place)
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationSuspended", reservationId, at, until: until ?? null })
  const recallsCancelled =
    policy === null ? [] : recallOver(work, [reservation], besidesReservation(recalls), at, { ...context, policy })
  // Others whose recalls are over at the same moment count on the same loans, and on each other.
  if (reservation.kind === "recall") work.restOn("titleQueue", queue)
  return Result.succeed(work.decide({ reservationId, suspendedUntil: until ?? null, recallsCancelled }))
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
  return Result.succeed(work.decide({ reservationId, suspendedUntil: null, recallsCancelled: [] }))
}
