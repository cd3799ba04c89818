import { endBookingLookup } from "../bookings/cancelBooking.ts"
import { decideExpireBooking } from "../bookings/expireBooking.ts"
import { command } from "./command.ts"

export const expireBookingShape = {
  name: "expireBooking",
  idCount: 0,
  lookup: endBookingLookup,
  decide: decideExpireBooking
} as const

/** Carries out `expireBooking`. */
export const expireBooking = command(expireBookingShape)
