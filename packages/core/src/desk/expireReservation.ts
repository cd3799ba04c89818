import { notLateIds } from "../accounts/notLateAnyMore.ts"
import { endFurther, endLookup } from "../reservations/end.ts"
import { decideExpire } from "../reservations/expireReservation.ts"
import { command } from "./command.ts"

export const expireReservationShape = {
  name: "expireReservation",
  idCount: notLateIds,
  lookup: endLookup,
  decide: decideExpire,
  further: endFurther
} as const

/** Carries out `expireReservation`. */
export const expireReservation = command(expireReservationShape)
