import { decideRedateReservation, redateReservationLookup } from "../reservations/redateReservation.ts"
import { command } from "./command.ts"

export const redateReservationShape = {
  name: "redateReservation",
  idCount: 0,
  lookup: redateReservationLookup,
  decide: decideRedateReservation
} as const

/** Carries out `redateReservation`. */
export const redateReservation = command(redateReservationShape)
