import { endLostIds } from "../loans/endLost.ts"
import { returnFurther, returnLookup } from "../loans/returnItem.ts"
import { decideArrive } from "../transits/arrive.ts"
import { command } from "./command.ts"

export const arriveShape = {
  name: "arrive",
  idCount: endLostIds,
  lookup: returnLookup,
  decide: decideArrive,
  further: returnFurther
} as const

/** Carries out `arrive`. */
export const arrive = command(arriveShape)
