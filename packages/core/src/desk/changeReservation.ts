import { changeReservationLookup, decideChangeReservation } from "../reservations/changeReservation.ts"
import { command } from "./command.ts"

export const changeReservationShape = {
  name: "changeReservation",
  idCount: 0,
  lookup: changeReservationLookup,
  decide: decideChangeReservation
} as const

/** Carries out `changeReservation`. */
export const changeReservation = command(changeReservationShape)
