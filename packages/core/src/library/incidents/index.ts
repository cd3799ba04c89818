export { claimReturned } from "../../desk/claimReturned.ts"
export { type ClaimReceipt, ClaimReturned } from "../../loans/claimReturned.ts"
export { type IncidentCommands, incidentCommands } from "./incidentCommands.ts"
