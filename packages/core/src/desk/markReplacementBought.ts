import { decideMarkReplacementBought, markReplacementBoughtLookup } from "../incidents/losses/markReplacementBought.ts"
import { command } from "./command.ts"

export const markReplacementBoughtShape = {
  name: "markReplacementBought",
  idCount: 0,
  lookup: markReplacementBoughtLookup,
  decide: decideMarkReplacementBought
} as const

/** Carries out `markReplacementBought`. */
export const markReplacementBought = command(markReplacementBoughtShape)
