import { decideVoidEntry, voidEntryIds, voidEntryLookup } from "../accounts/voidEntry.ts"
import { command } from "./command.ts"

export const voidEntryShape = {
  name: "voidEntry",
  idCount: voidEntryIds,
  lookup: voidEntryLookup,
  decide: decideVoidEntry
} as const

/** Carries out `voidEntry`. */
export const voidEntry = command(voidEntryShape)
