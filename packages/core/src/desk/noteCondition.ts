import { decideNoteCondition, noteConditionLookup } from "../incidents/damage/noteCondition.ts"
import { command } from "./command.ts"

export const noteConditionShape = {
  name: "noteCondition",
  idCount: 1,
  lookup: noteConditionLookup,
  decide: decideNoteCondition
} as const

/** Carries out `noteCondition`. */
export const noteCondition = command(noteConditionShape)
