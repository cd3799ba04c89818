import { claimReturned, claimReturnedShape } from "../../desk/claimReturned.ts"
import { ClaimReturned } from "../../loans/claimReturned.ts"

/** Commands of losses and damage, by name: what each takes, how it is carried out, and what sets it apart. */
export const incidentCommands = {
  claimReturned: { schema: ClaimReturned, run: claimReturned, shape: claimReturnedShape }
} as const

export type IncidentCommands = typeof incidentCommands
