import type { BookingState } from "../../bookings/model.ts"
import type { MakeCheck } from "../check.ts"

/** Bookings: each ends at most once, by a loan that it names, cancelled or expired; its columns and its events say the same. */
export const bookingEndsOnce: MakeCheck = (report) => ({
  rows: {
    booking: ({ bookingId, state, endedAt, loanId }) => {
      if ((state === "booked") !== (endedAt === null))
        report("bookings", [bookingId], `a booking is ${state} and ${endedAt === null ? "has no end" : "has an end"}`)
      if ((state === "fulfilled") !== (loanId !== null))
        report(
          "bookings",
          [bookingId],
          `a booking is ${state} and ${loanId === null ? "names no loan" : "names a loan"}`
        )
    }
  },
  history: ({ table, id, row, events }) => {
    if (table !== "booking") return
    const ends = events.filter(({ tag }) => endedBy[tag] !== undefined)
    const [end] = ends
    if (ends.length > 1) report("bookings", [id], `a booking ended ${ends.length} times`)
    if (end !== undefined && end !== events.at(-1))
      report("bookings", [id], "something happened to a booking after it ended")
    if (row !== null && events.length > 0 && (endedBy[end?.tag ?? ""] ?? "booked") !== row.state)
      report("bookings", [id], `a booking is ${row.state}, but its events say otherwise`)
  }
})

const endedBy: Readonly<Record<string, BookingState>> = {
  BookingFulfilled: "fulfilled",
  BookingCancelled: "cancelled",
  BookingExpired: "expired"
}
