import type { EventPlace, RowChange } from "../decision/rowChange.ts"
import type { BookingEvent } from "./event.ts"
import type { BookingRow } from "./model.ts"

/** The rows that a fact of a booking's history changes. */
export const projectBooking = (event: BookingEvent, { seq }: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "BookingPlaced":
      return [
        {
          op: "insert",
          table: "booking",
          row: {
            bookingId: event.bookingId,
            version: seq,
            state: "booked",
            itemId: event.itemId,
            pickupBranch: event.pickupBranch,
            readerCategory: event.readerCategory,
            fromAt: event.fromAt,
            untilAt: event.untilAt,
            blockedFrom: event.blockedFrom,
            blockedUntil: event.blockedUntil,
            placedAt: event.at,
            endedAt: null,
            loanId: null
          }
        }
      ]
    case "BookingChanged": {
      const { fromAt, untilAt, blockedFrom, blockedUntil } = event
      return [own(event, seq, { fromAt, untilAt, blockedFrom, blockedUntil })]
    }
    case "BookingFulfilled":
      return [own(event, seq, { state: "fulfilled", endedAt: event.at, loanId: event.loanId })]
    case "BookingCancelled":
      return [own(event, seq, { state: "cancelled", endedAt: event.at })]
    case "BookingExpired":
      return [own(event, seq, { state: "expired", endedAt: event.at })]
  }
}

const own = (
  { bookingId: id }: Pick<BookingEvent, "bookingId">,
  version: number,
  set: Partial<BookingRow>
): RowChange => ({ op: "set", table: "booking", id, version, set })
