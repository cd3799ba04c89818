import { decideExpire, expireLookup } from "../reservations/expireReservation.ts"
import { command } from "./command.ts"

export const expireReservationShape = {
  name: "expireReservation",
  idCount: 0,
  lookup: expireLookup,
  decide: decideExpire
} as const

/** Carries out `expireReservation`. */
export const expireReservation = command(expireReservationShape)
