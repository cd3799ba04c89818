import { decideRepaired, repairedFurther, repairedLookup } from "../incidents/damage/repaired.ts"
import { command } from "./command.ts"

export const repairedShape = {
  name: "repaired",
  idCount: 1,
  lookup: repairedLookup,
  decide: decideRepaired,
  further: repairedFurther
} as const

/** Carries out `repaired`. */
export const repaired = command(repairedShape)
