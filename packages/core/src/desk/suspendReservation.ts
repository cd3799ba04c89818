import { recallOverIds } from "../reservations/recallOver.ts"
import { decideSuspend, suspendLookup } from "../reservations/suspendReservation.ts"
import { command } from "./command.ts"

export const suspendReservationShape = {
  name: "suspendReservation",
  idCount: recallOverIds,
  lookup: suspendLookup,
  decide: decideSuspend
} as const

/** Carries out `suspendReservation`. */
export const suspendReservation = command(suspendReservationShape)
