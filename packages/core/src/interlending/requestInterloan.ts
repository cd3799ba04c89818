import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { ReservationId } from "../reservations/model.ts"
import { TitleAsked } from "./message.ts"
import { InterloanId } from "./model.ts"
import { tell } from "./move.ts"
import { partnerOf } from "./partner.ts"

/** Ask another system to lend something. */
export const RequestInterloan = Schema.Struct({
  /** The other system, by its tenant's id. */
  partner: Code,
  title: TitleAsked,
  /** The reservation that it is for: what comes is set aside for it. */
  reservation: Schema.optionalKey(ReservationId),
  at: InstantInput
})
export type RequestInterloan = typeof RequestInterloan.Type

/** What commands about loans between systems give back. */
export interface InterloanReceipt {
  readonly interloanId: InterloanId
}

type OfReservation = "reservation" | "interloanOfReservation"
type RequestInterloanLookup = { readonly [S in OfReservation]?: FactSlots[S]["by"] }

export const requestInterloanLookup = ({
  reservation: reservationId
}: Pick<RequestInterloan, "reservation">): RequestInterloanLookup =>
  reservationId === undefined ? {} : { reservation: { reservationId }, interloanOfReservation: { reservationId } }
type RequestInterloanFacts = Partial<Found<Required<RequestInterloanLookup>>>

/** Refuses a system that the policy does not declare, and a reservation that does not wait or that something is asked for already. */
export const decideRequestInterloan = (
  { reservation: found, interloanOfReservation: open }: RequestInterloanFacts,
  { partner, title, reservation, at }: RequestInterloan,
  context: DecisionContext
): Result.Result<Decision<InterloanReceipt>, Refusals> => {
  const { place, ids } = context
  if (partnerOf(partner, context) === null) return refused([{ _tag: "PartnerUnknown", partner }])
  if (reservation !== undefined) {
    if (found == null) return refused([{ _tag: "ReservationUnknown", reservation }])
    const { state } = found.reservation
    if (state !== "waiting") return refused([{ _tag: "ReservationEnded", state }])
    if (open != null)
      return refused([{ _tag: "InterloanUnderWay", interloan: open.interloanId, partner: open.partner }])
  }
  const interloanId = InterloanId.make(ids[0] as string)
  const work = draft(place)
  // Of two at once one asks.
  if (found != null) work.restOn("titleQueue", found.queue)
  const reservationId = reservation ?? null
  work.emit({ _tag: "InterloanRequested", interloanId, side: "borrower", partner, title, reservationId, at })
  tell(work, { interloanId, partner }, { kind: "requested", title }, at)
  return Result.succeed(work.decide({ interloanId }))
}
