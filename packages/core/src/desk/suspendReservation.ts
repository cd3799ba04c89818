import { decideSuspend, reservationLookup } from "../reservations/suspendReservation.ts"
import { command } from "./command.ts"

export const suspendReservationShape = {
  name: "suspendReservation",
  idCount: 0,
  lookup: reservationLookup,
  decide: decideSuspend
} as const

/** Carries out `suspendReservation`. */
export const suspendReservation = command(suspendReservationShape)
