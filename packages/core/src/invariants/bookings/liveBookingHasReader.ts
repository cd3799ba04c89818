import type { MakeCheck } from "../check.ts"

/** Links: a live booking has a reader; one that ended has none. Keeps the live bookings. */
export const liveBookingHasReader: MakeCheck = (report) => {
  const nobodys = new Set<string>()
  return {
    rows: {
      booking: ({ bookingId, endedAt }) => {
        if (endedAt === null) nobodys.add(bookingId)
      },
      bookingReader: ({ bookingId }) => {
        if (!nobodys.delete(bookingId)) report("links", [bookingId], "a booking that ended still has a reader")
      }
    },
    end: () => {
      for (const bookingId of nobodys) report("links", [bookingId], "a live booking has no reader")
    }
  }
}
