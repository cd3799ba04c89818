import { decideReturn, returnIds, returnLookup } from "../loans/returnItem.ts"
import { command } from "./command.ts"

export const returnItemShape = {
  name: "returnItem",
  idCount: returnIds,
  lookup: returnLookup,
  decide: decideReturn
} as const

/** Carries out `returnItem`. */
export const returnItem = command(returnItemShape)
