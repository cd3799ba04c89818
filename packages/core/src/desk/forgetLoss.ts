import { decideForgetLoss, forgetLossLookup } from "../incidents/losses/forgetLoss.ts"
import { command } from "./command.ts"

export const forgetLossShape = {
  name: "forgetLoss",
  idCount: 0,
  lookup: forgetLossLookup,
  decide: decideForgetLoss
} as const

/** Carries out `forgetLoss`. */
export const forgetLoss = command(forgetLossShape)
