import { billIds } from "../incidents/losses/billLoss.ts"
import { decideSetActualCost, setActualCostLookup } from "../incidents/losses/setActualCost.ts"
import { command } from "./command.ts"

export const setActualCostShape = {
  name: "setActualCost",
  idCount: billIds,
  lookup: setActualCostLookup,
  decide: decideSetActualCost
} as const

/** Carries out `setActualCost`. */
export const setActualCost = command(setActualCostShape)
