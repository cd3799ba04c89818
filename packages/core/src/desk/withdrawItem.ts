import { outOfUseLookup } from "../incidents/damage/sendToRepair.ts"
import { decideWithdrawItem } from "../incidents/damage/withdrawItem.ts"
import { command } from "./command.ts"

export const withdrawItemShape = {
  name: "withdrawItem",
  idCount: 1,
  lookup: outOfUseLookup,
  decide: decideWithdrawItem
} as const

/** Carries out `withdrawItem`. */
export const withdrawItem = command(withdrawItemShape)
