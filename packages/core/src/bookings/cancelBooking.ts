import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { endBooking } from "./end.ts"
import { BookingId } from "./model.ts"
import { bookingOf } from "./ownBooking.ts"

/** Give a booking up. */
export const CancelBooking = Schema.Struct({
  booking: BookingId,
  reason: Schema.optionalKey(trimmedText(0, 500)),
  at: InstantInput
})
export type CancelBooking = typeof CancelBooking.Type

export interface EndBookingReceipt {
  readonly bookingId: BookingId
}

export const endBookingLookup = ({ booking: bookingId }: Pick<CancelBooking, "booking">) =>
  ({ booking: { bookingId } }) satisfies Lookup
export type EndBookingFacts = Found<ReturnType<typeof endBookingLookup>>

/** Ends it for whoever has it, or for staff. One that ended is not known any more. */
export const decideCancelBooking = (
  { booking: found }: EndBookingFacts,
  { booking, reason = "", at }: CancelBooking,
  { place }: DecisionContext
): Result.Result<Decision<EndBookingReceipt>, Refusals> =>
  Result.map(bookingOf(found, booking, place.actor), ({ booking: row, item }) => {
    const work = draft(place)
    work.restOn("item", item)
    endBooking(work, row, { _tag: "BookingCancelled", because: "withdrawn", reason }, at)
    return work.decide({ bookingId: row.bookingId })
  })
