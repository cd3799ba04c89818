import { decideCancelBooking, endBookingLookup } from "../bookings/cancelBooking.ts"
import { command } from "./command.ts"

export const cancelBookingShape = {
  name: "cancelBooking",
  idCount: 0,
  lookup: endBookingLookup,
  decide: decideCancelBooking
} as const

/** Carries out `cancelBooking`. */
export const cancelBooking = command(cancelBookingShape)
