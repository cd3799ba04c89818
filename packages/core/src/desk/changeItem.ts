import { changeItemIds, changeItemLookup, decideChangeItem } from "../catalogue/changeItem.ts"
import { command } from "./command.ts"

export const changeItemShape = {
  name: "changeItem",
  idCount: changeItemIds,
  lookup: changeItemLookup,
  decide: decideChangeItem
} as const

/** Carries out `changeItem`. */
export const changeItem = command(changeItemShape)
