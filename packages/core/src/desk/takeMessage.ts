import { interloanLookup } from "../interlending/interloanLookup.ts"
import { decideTakeMessage } from "../interlending/takeMessage.ts"
import { command } from "./command.ts"

export const takeMessageShape = {
  name: "takeMessage",
  idCount: 0,
  lookup: interloanLookup,
  decide: decideTakeMessage
} as const

/** Carries out `takeMessage`. */
export const takeMessage = command(takeMessageShape)
