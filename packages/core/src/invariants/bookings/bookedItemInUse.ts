import type { MakeCheck } from "../check.ts"

/** Bookings: nobody is promised an item that is withdrawn. Keeps the items of live bookings. */
export const bookedItemInUse: MakeCheck = (report) => {
  const booked = new Map<string, string>()
  const withdrawn = new Set<string>()
  return {
    rows: {
      booking: ({ bookingId, itemId, endedAt }) => {
        if (endedAt === null) booked.set(itemId, bookingId)
      },
      item: ({ itemId, status }) => {
        if (status === "withdrawn") withdrawn.add(itemId)
      }
    },
    end: () => {
      for (const [itemId, bookingId] of booked)
        if (withdrawn.has(itemId)) report("bookings", [itemId, bookingId], "a withdrawn item is booked")
    }
  }
}
