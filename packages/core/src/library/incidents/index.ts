export { ageToLost } from "../../desk/ageToLost.ts"
export { agreeReplacement } from "../../desk/agreeReplacement.ts"
export { billIncident } from "../../desk/billIncident.ts"
export { chargeIncident } from "../../desk/chargeIncident.ts"
export { claimReturned } from "../../desk/claimReturned.ts"
export { declareLost } from "../../desk/declareLost.ts"
export { forgetLoss } from "../../desk/forgetLoss.ts"
export { markReplacementBought } from "../../desk/markReplacementBought.ts"
export { replaceItem } from "../../desk/replaceItem.ts"
export { setActualCost } from "../../desk/setActualCost.ts"
export { settleClaim } from "../../desk/settleClaim.ts"
export type { FoundLoss } from "../../incidents/foundAgain.ts"
export { type AgeReceipt, AgeToLost } from "../../incidents/losses/ageToLost.ts"
export type { LossBill } from "../../incidents/losses/billLoss.ts"
export {
  AgreeReplacement,
  BillIncident,
  ChargeIncident,
  type ChargeIncidentReceipt
} from "../../incidents/losses/chargeIncident.ts"
export { DeclareLost, type LossReceipt } from "../../incidents/losses/declareLost.ts"
export { ForgetLoss, type ForgetReceipt } from "../../incidents/losses/forgetLoss.ts"
export { MarkReplacementBought, type ReplacementBoughtReceipt } from "../../incidents/losses/markReplacementBought.ts"
export { ReplaceItem, type ReplaceReceipt } from "../../incidents/losses/replaceItem.ts"
export { type ActualCostReceipt, SetActualCost } from "../../incidents/losses/setActualCost.ts"
export { SettleClaim, type SettleClaimReceipt } from "../../incidents/losses/settleClaim.ts"
export { type ClaimReceipt, ClaimReturned } from "../../loans/claimReturned.ts"
export { type AgedLosses, ageLosses, type NotAged } from "./ageLosses.ts"
export { type IncidentCommands, incidentCommands } from "./incidentCommands.ts"
