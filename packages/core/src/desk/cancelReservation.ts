import { decideCancel } from "../reservations/cancelReservation.ts"
import { endFurther, endLookup } from "../reservations/end.ts"
import { command } from "./command.ts"

export const cancelReservationShape = {
  name: "cancelReservation",
  idCount: 0,
  lookup: endLookup,
  decide: decideCancel,
  further: endFurther
} as const

/** Carries out `cancelReservation`. */
export const cancelReservation = command(cancelReservationShape)
