import { decideQuickAdd, quickAddLookup } from "../catalogue/quickAdd.ts"
import { command } from "./command.ts"

export const quickAddShape = { name: "quickAdd", idCount: 2, lookup: quickAddLookup, decide: decideQuickAdd } as const

/** Carries out `quickAdd`. */
export const quickAdd = command(quickAddShape)
