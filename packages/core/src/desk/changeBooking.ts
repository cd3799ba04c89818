import { changeBookingLookup, decideChangeBooking } from "../bookings/changeBooking.ts"
import { command } from "./command.ts"

export const changeBookingShape = {
  name: "changeBooking",
  idCount: 0,
  lookup: changeBookingLookup,
  decide: decideChangeBooking
} as const

/** Carries out `changeBooking`. */
export const changeBooking = command(changeBookingShape)
