import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { EndBookingFacts, EndBookingReceipt } from "./cancelBooking.ts"
import { endBooking } from "./end.ts"
import { BookingId } from "./model.ts"

/** End a booking whose days passed without a loan. The nightly close gives it for each such one. */
export const ExpireBooking = Schema.Struct({ booking: BookingId, at: InstantInput })
export type ExpireBooking = typeof ExpireBooking.Type

/** Refuses while its last day is not over. */
export const decideExpireBooking = (
  { booking: found }: EndBookingFacts,
  { booking, at }: ExpireBooking,
  { place }: DecisionContext
): Result.Result<Decision<EndBookingReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "BookingUnknown", booking }])
  const row = found.booking
  if (at <= row.untilAt) return refused([{ _tag: "TooSoon", soonestAt: row.untilAt + 1 }])
  const work = draft(place)
  work.restOn("item", found.item)
  endBooking(work, row, { _tag: "BookingExpired" }, at)
  return Result.succeed(work.decide({ bookingId: row.bookingId }))
}
