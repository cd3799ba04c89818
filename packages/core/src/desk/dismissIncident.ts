import { decideDismiss, dismissLookup } from "../incidents/dismissIncident.ts"
import { command } from "./command.ts"

export const dismissIncidentShape = {
  name: "dismissIncident",
  idCount: 0,
  lookup: dismissLookup,
  decide: decideDismiss
} as const

/** Carries out `dismissIncident`. */
export const dismissIncident = command(dismissIncidentShape)
