import type { Instant } from "../calendar/instant.ts"
import type { OwnedBooking } from "../decision/facts.ts"

/** Where an item is fetched that somebody has booked, from the first lead day to the end of the last day; `null`: nobody has. */
export const bookedBranch = (bookings: ReadonlyArray<OwnedBooking> | undefined, at: Instant): string | null =>
  bookings?.find(({ booking }) => booking.blockedFrom <= at && at < booking.untilAt)?.booking.pickupBranch ?? null
