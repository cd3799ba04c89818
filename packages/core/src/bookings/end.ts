import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanId } from "../loans/model.ts"
import type { BookingRow } from "./model.ts"

/** What ended a booking, as the fact that is kept. */
export type BookingEnd =
  | { readonly _tag: "BookingFulfilled"; readonly loanId: LoanId }
  | {
      readonly _tag: "BookingCancelled"
      readonly because: "withdrawn" | "lentToOther" | "itemWithdrawn"
      readonly reason: string
    }
  | { readonly _tag: "BookingExpired" }

/** Ends a live booking; from then on nothing says whose it was. The decision rests on the item. */
export const endBooking = (work: Draft, booking: BookingRow, end: BookingEnd, at: Instant): void => {
  const { bookingId } = booking
  work.restOn("booking", booking)
  work.emit({ ...end, bookingId, at })
  work.cut("bookingReader", bookingId)
}
