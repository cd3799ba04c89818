import { type Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type EndFacts, type EndReceipt, endReservation } from "./end.ts"
import { ReservationId } from "./model.ts"

/** Leave the queue or the pickup shelf. */
export const CancelReservation = Schema.Struct({
  reservation: ReservationId,
  /** Why: one of the policy's `cancellationReasons` by its code, or in words where it lists none. */
  reason: Schema.optionalKey(trimmedText(0, 500)),
  at: InstantInput
})
export type CancelReservation = typeof CancelReservation.Type

/** Ends it for whoever holds it, or for staff; a copy set aside goes to the next in the same step. */
export const decideCancel = (
  facts: EndFacts,
  command: CancelReservation,
  context: DecisionContext
): Result.Result<Decision<EndReceipt>, Refusals> => {
  const { reservation: found } = facts
  const { actor } = context.place
  if (found === null || (actor.kind === "reader" && found.readerId !== actor.readerId))
    return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  const { state } = found.reservation
  if (found.reservation.endedAt !== null) return refused([{ _tag: "ReservationEnded", state }])
  const { reason = "" } = command
  const against = notListed(reason, context)
  if (against !== null) return refused([against])
  const ending = { _tag: "ReservationCancelled", reason } as const
  return endReservation({ ...facts, reservation: found }, ending, command.at, context)
}

/** Staff name one of the reasons where the policy lists them; readers may give none. */
const notListed = (reason: string, { policy, place: { actor } }: DecisionContext): Refusal | null => {
  const listed = policy?.document.cancellationReasons
  if (listed === undefined || Object.hasOwn(listed, reason) || (reason === "" && actor.kind !== "staff")) return null
  return { _tag: "ReasonNotListed", reason, reasons: Object.keys(listed) }
}
