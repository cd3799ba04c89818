import { ageToLostLookup, decideAgeToLost } from "../incidents/losses/ageToLost.ts"
import { command } from "./command.ts"

export const ageToLostShape = {
  name: "ageToLost",
  idCount: 1,
  lookup: ageToLostLookup,
  decide: decideAgeToLost
} as const

/** Carries out `ageToLost`. */
export const ageToLost = command(ageToLostShape)
