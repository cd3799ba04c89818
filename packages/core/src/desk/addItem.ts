import { addItemLookup, decideAddItem } from "../catalogue/addItem.ts"
import { command } from "./command.ts"

export const addItemShape = { name: "addItem", idCount: 1, lookup: addItemLookup, decide: decideAddItem } as const

/** Carries out `addItem`. */
export const addItem = command(addItemShape)
