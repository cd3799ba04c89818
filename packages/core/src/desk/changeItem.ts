import { changeItemLookup, decideChangeItem } from "../catalogue/changeItem.ts"
import { command } from "./command.ts"

export const changeItemShape = {
  name: "changeItem",
  idCount: 0,
  lookup: changeItemLookup,
  decide: decideChangeItem
} as const

/** Carries out `changeItem`. */
export const changeItem = command(changeItemShape)
