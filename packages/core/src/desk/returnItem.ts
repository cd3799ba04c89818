import { endLostIds } from "../loans/endLost.ts"
import { decideReturn, returnLookup } from "../loans/returnItem.ts"
import { command } from "./command.ts"

export const returnItemShape = {
  name: "returnItem",
  idCount: endLostIds,
  lookup: returnLookup,
  decide: decideReturn
} as const

/** Carries out `returnItem`. */
export const returnItem = command(returnItemShape)
