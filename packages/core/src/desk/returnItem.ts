import { endLostIds } from "../loans/endLost.ts"
import { decideReturn, returnFurther, returnLookup } from "../loans/returnItem.ts"
import { command } from "./command.ts"

export const returnItemShape = {
  name: "returnItem",
  idCount: endLostIds,
  lookup: returnLookup,
  decide: decideReturn,
  further: returnFurther
} as const

/** Carries out `returnItem`. */
export const returnItem = command(returnItemShape)
