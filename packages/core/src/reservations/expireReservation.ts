import { type Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { type EndFacts, type EndReceipt, endLookup, endReservation } from "./end.ts"
import { ReservationId } from "./model.ts"

/** Take a reservation off the pickup shelf whose time there is over. The nightly close gives it for each such one. */
export const ExpireReservation = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type ExpireReservation = typeof ExpireReservation.Type

export const expireLookup = (
  { reservation }: Pick<ExpireReservation, "reservation">,
  policy: CompiledPolicy | null = null
) => endLookup(reservation, policy)

/** Refuses while its time on the shelf is not over, or when it is not on the shelf at all. */
export const decideExpire = (
  facts: EndFacts,
  command: ExpireReservation,
  context: DecisionContext
): Result.Result<Decision<EndReceipt>, Refusals> => {
  const { reservation: found } = facts
  if (found === null) return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  const { state, shelfUntil } = found.reservation
  if (state !== "setAside") return refused([{ _tag: "ReservationEnded", state }])
  if (shelfUntil !== null && command.at <= shelfUntil) return refused([{ _tag: "ReservationOnShelf", shelfUntil }])
  return endReservation({ ...facts, reservation: found }, { _tag: "ReservationExpired" }, command.at, context)
}
