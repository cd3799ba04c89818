import { decideJoinReservations, joinReservationsLookup } from "../reservations/joinReservations.ts"
import { command } from "./command.ts"

export const joinReservationsShape = {
  name: "joinReservations",
  idCount: 0,
  lookup: joinReservationsLookup,
  decide: decideJoinReservations
} as const

/** Carries out `joinReservations`. */
export const joinReservations = command(joinReservationsShape)
