import { billIds } from "../incidents/losses/billLoss.ts"
import { billLookup, decideBillIncident } from "../incidents/losses/chargeIncident.ts"
import { command } from "./command.ts"

export const billIncidentShape = {
  name: "billIncident",
  idCount: billIds,
  lookup: billLookup,
  decide: decideBillIncident
} as const

/** Carries out `billIncident`. */
export const billIncident = command(billIncidentShape)
