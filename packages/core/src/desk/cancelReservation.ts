import { cancelLookup, decideCancel } from "../reservations/cancelReservation.ts"
import { command } from "./command.ts"

export const cancelReservationShape = {
  name: "cancelReservation",
  idCount: 0,
  lookup: cancelLookup,
  decide: decideCancel
} as const

/** Carries out `cancelReservation`. */
export const cancelReservation = command(cancelReservationShape)
