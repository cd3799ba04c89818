import { billIds } from "../incidents/losses/billLoss.ts"
import { chargeIncidentLookup, decideChargeIncident } from "../incidents/losses/chargeIncident.ts"
import { command } from "./command.ts"

export const chargeIncidentShape = {
  name: "chargeIncident",
  idCount: billIds,
  lookup: chargeIncidentLookup,
  decide: decideChargeIncident
} as const

/** Carries out `chargeIncident`. */
export const chargeIncident = command(chargeIncidentShape)
