import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { OwnedBooking } from "../decision/facts.ts"
import { endBooking } from "./end.ts"
import type { BookingId } from "./model.ts"

/** Ends the bookings of an item that is withdrawn: nobody is promised what is not there. Their readers are to be told. */
export const endWithdrawn = (
  work: Draft,
  bookings: ReadonlyArray<OwnedBooking>,
  at: Instant
): ReadonlyArray<BookingId> =>
  bookings.map(({ booking }) => {
    endBooking(work, booking, { _tag: "BookingCancelled", because: "itemWithdrawn", reason: "" }, at)
    return booking.bookingId
  })
