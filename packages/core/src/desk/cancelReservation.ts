import { decideCancel } from "../reservations/cancelReservation.ts"
import { endFurther, endLookup } from "../reservations/end.ts"
import { recallOverIds } from "../reservations/recallOver.ts"
import { command } from "./command.ts"

export const cancelReservationShape = {
  name: "cancelReservation",
  idCount: recallOverIds,
  lookup: endLookup,
  decide: decideCancel,
  further: endFurther
} as const

/** Carries out `cancelReservation`. */
export const cancelReservation = command(cancelReservationShape)
