import { maximum, wholeNumber, yesOrNo } from "./leaves.ts"

/** What a row may say of booking an item for days ahead. */
export const bookingSettings = {
  bookable: { schema: yesOrNo, unit: "yes or no" },
  bookingLeadDays: { schema: wholeNumber("days", 0, 366), unit: "days" },
  bookingTrailDays: { schema: wholeNumber("days", 0, 366), unit: "days" },
  bookingDaysMax: { schema: maximum("days"), unit: "days" },
  bookingCountMax: { schema: maximum("bookings"), unit: "bookings" },
  bookedAheadDaysMax: { schema: maximum("days"), unit: "days" }
} as const
