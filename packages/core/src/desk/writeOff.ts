import { decideWriteOff, writeOffIds, writeOffLookup } from "../accounts/writeOff.ts"
import { command } from "./command.ts"

export const writeOffShape = {
  name: "writeOff",
  idCount: writeOffIds,
  lookup: writeOffLookup,
  decide: decideWriteOff
} as const

/** Carries out `writeOff`. */
export const writeOff = command(writeOffShape)
