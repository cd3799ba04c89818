import type { BookingRow } from "../../bookings/model.ts"
import { meets } from "../../bookings/span.ts"
import type { MakeCheck } from "../check.ts"

/** Bookings: no two live ones of an item overlap, lead and trail days counted. Keeps the live bookings. */
export const bookingsApart: MakeCheck = (report) => {
  const live = new Map<string, Array<BookingRow>>()
  return {
    rows: {
      booking: (row) => {
        if (row.blockedFrom > row.fromAt || row.fromAt >= row.untilAt || row.untilAt > row.blockedUntil)
          report("bookings", [row.bookingId], "the days of a booking are out of order")
        if (row.endedAt !== null) return
        const beside = live.get(row.itemId) ?? []
        for (const other of beside)
          if (meets(row, other))
            report("bookings", [row.itemId, other.bookingId, row.bookingId], "two bookings of an item overlap")
        live.set(row.itemId, [...beside, row])
      }
    }
  }
}
