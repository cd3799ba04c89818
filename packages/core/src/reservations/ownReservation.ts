import { Result } from "effect"
import type { Actor } from "../decision/actor.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { OwnedReservation, QueuedReservation } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { ReservationRow } from "./model.ts"

/** Whether this actor may see it: staff any, a reader their own. To anybody else it is as if it were not there. */
export const isTheirs = (actor: Actor, { readerId }: Pick<OwnedReservation, "readerId">): boolean =>
  actor.kind !== "reader" || actor.readerId === readerId

/** Whether its copy is on its way to a branch that was closed for good. */
export const neverComes = (
  { state, pickupBranch }: ReservationRow,
  { calendar }: Pick<DecisionContext, "calendar">
): boolean => state === "inTransit" && calendar !== null && calendar.branch(pickupBranch) === undefined

/** The reservation, if it waits in the queue and is this actor's; not one that ended, or has a copy already. */
export const waitingOf = (
  found: QueuedReservation | null,
  reservation: string,
  actor: Actor
): Result.Result<QueuedReservation, Refusals> => {
  if (found === null || !isTheirs(actor, found)) return refused([{ _tag: "ReservationUnknown", reservation }])
  const { state } = found.reservation
  if (state === "waiting") return Result.succeed(found)
  return refused([
    found.reservation.endedAt === null ? { _tag: "ReservationBeingFilled", state } : { _tag: "ReservationEnded", state }
  ])
}
