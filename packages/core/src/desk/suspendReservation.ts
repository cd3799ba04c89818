import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { decideSuspend, suspendLookup } from "../reservations/suspendReservation.ts"
import { command } from "./command.ts"

export const suspendReservationShape = {
  name: "suspendReservation",
  idCount: notLateIds,
  lookup: suspendLookup,
  decide: decideSuspend
} as const

/** Carries out `suspendReservation`. */
export const suspendReservation = command(suspendReservationShape)
