import { billIds } from "../incidents/losses/billLoss.ts"
import { billLookup, decideAgreeReplacement } from "../incidents/losses/chargeIncident.ts"
import { command } from "./command.ts"

export const agreeReplacementShape = {
  name: "agreeReplacement",
  idCount: billIds,
  lookup: billLookup,
  decide: decideAgreeReplacement
} as const

/** Carries out `agreeReplacement`. */
export const agreeReplacement = command(agreeReplacementShape)
