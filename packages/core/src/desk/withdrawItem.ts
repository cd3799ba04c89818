import { decideWithdrawItem, withdrawLookup } from "../incidents/damage/withdrawItem.ts"
import { command } from "./command.ts"

export const withdrawItemShape = {
  name: "withdrawItem",
  idCount: 1,
  lookup: withdrawLookup,
  decide: decideWithdrawItem
} as const

/** Carries out `withdrawItem`. */
export const withdrawItem = command(withdrawItemShape)
