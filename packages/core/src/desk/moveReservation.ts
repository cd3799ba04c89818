import { decideMove, moveReservationLookup } from "../reservations/moveReservation.ts"
import { command } from "./command.ts"

export const moveReservationShape = {
  name: "moveReservation",
  idCount: 0,
  lookup: moveReservationLookup,
  decide: decideMove
} as const

/** Carries out `moveReservation`. */
export const moveReservation = command(moveReservationShape)
