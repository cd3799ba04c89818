import { decideResume, reservationLookup } from "../reservations/suspendReservation.ts"
import { command } from "./command.ts"

export const resumeReservationShape = {
  name: "resumeReservation",
  idCount: 0,
  lookup: reservationLookup,
  decide: decideResume
} as const

/** Carries out `resumeReservation`. */
export const resumeReservation = command(resumeReservationShape)
