import { ageToLost, ageToLostShape } from "../../desk/ageToLost.ts"
import { agreeReplacement, agreeReplacementShape } from "../../desk/agreeReplacement.ts"
import { billIncident, billIncidentShape } from "../../desk/billIncident.ts"
import { chargeIncident, chargeIncidentShape } from "../../desk/chargeIncident.ts"
import { claimReturned, claimReturnedShape } from "../../desk/claimReturned.ts"
import { declareLost, declareLostShape } from "../../desk/declareLost.ts"
import { forgetLoss, forgetLossShape } from "../../desk/forgetLoss.ts"
import { markReplacementBought, markReplacementBoughtShape } from "../../desk/markReplacementBought.ts"
import { replaceItem, replaceItemShape } from "../../desk/replaceItem.ts"
import { setActualCost, setActualCostShape } from "../../desk/setActualCost.ts"
import { settleClaim, settleClaimShape } from "../../desk/settleClaim.ts"
import { AgeToLost } from "../../incidents/losses/ageToLost.ts"
import { AgreeReplacement, BillIncident, ChargeIncident } from "../../incidents/losses/chargeIncident.ts"
import { DeclareLost } from "../../incidents/losses/declareLost.ts"
import { ForgetLoss } from "../../incidents/losses/forgetLoss.ts"
import { MarkReplacementBought } from "../../incidents/losses/markReplacementBought.ts"
import { ReplaceItem } from "../../incidents/losses/replaceItem.ts"
import { SetActualCost } from "../../incidents/losses/setActualCost.ts"
import { SettleClaim } from "../../incidents/losses/settleClaim.ts"
import { ClaimReturned } from "../../loans/claimReturned.ts"

/** Commands of losses and damage, by name: what each takes, how it is carried out, and what sets it apart. */
export const incidentCommands = {
  claimReturned: { schema: ClaimReturned, run: claimReturned, shape: claimReturnedShape },
  declareLost: { schema: DeclareLost, run: declareLost, shape: declareLostShape },
  settleClaim: { schema: SettleClaim, run: settleClaim, shape: settleClaimShape },
  ageToLost: { schema: AgeToLost, run: ageToLost, shape: ageToLostShape },
  chargeIncident: { schema: ChargeIncident, run: chargeIncident, shape: chargeIncidentShape },
  billIncident: { schema: BillIncident, run: billIncident, shape: billIncidentShape },
  agreeReplacement: { schema: AgreeReplacement, run: agreeReplacement, shape: agreeReplacementShape },
  setActualCost: { schema: SetActualCost, run: setActualCost, shape: setActualCostShape },
  markReplacementBought: {
    schema: MarkReplacementBought,
    run: markReplacementBought,
    shape: markReplacementBoughtShape
  },
  replaceItem: { schema: ReplaceItem, run: replaceItem, shape: replaceItemShape },
  forgetLoss: { schema: ForgetLoss, run: forgetLoss, shape: forgetLossShape }
} as const

export type IncidentCommands = typeof incidentCommands
