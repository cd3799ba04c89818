import { decideInspect, inspectFurther, inspectIds } from "../incidents/damage/inspect.ts"
import { inspectLookup } from "../incidents/damage/inspectCommand.ts"
import { command } from "./command.ts"

export const inspectShape = {
  name: "inspect",
  idCount: inspectIds,
  lookup: inspectLookup,
  decide: decideInspect,
  further: inspectFurther
} as const

/** Carries out `inspect`. */
export const inspect = command(inspectShape)
