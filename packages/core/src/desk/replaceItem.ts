import { decideReplaceItem, replaceItemLookup } from "../incidents/losses/replaceItem.ts"
import { command } from "./command.ts"

export const replaceItemShape = {
  name: "replaceItem",
  idCount: 1,
  lookup: replaceItemLookup,
  decide: decideReplaceItem
} as const

/** Carries out `replaceItem`. */
export const replaceItem = command(replaceItemShape)
