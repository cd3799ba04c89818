import { addTitleLookup, decideAddTitle } from "../catalogue/addTitle.ts"
import { command } from "./command.ts"

export const addTitleShape = { name: "addTitle", idCount: 1, lookup: addTitleLookup, decide: decideAddTitle } as const

/** Carries out `addTitle`. */
export const addTitle = command(addTitleShape)
