import { endFurther, endLookup } from "../reservations/end.ts"
import { decideExpire } from "../reservations/expireReservation.ts"
import { recallOverIds } from "../reservations/recallOver.ts"
import { command } from "./command.ts"

export const expireReservationShape = {
  name: "expireReservation",
  idCount: recallOverIds,
  lookup: endLookup,
  decide: decideExpire,
  further: endFurther
} as const

/** Carries out `expireReservation`. */
export const expireReservation = command(expireReservationShape)
