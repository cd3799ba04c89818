import { Appeal } from "../../appeals/appeal.ts"
import { DecideAppeal } from "../../appeals/decideAppeal.ts"
import { ageToLost, ageToLostShape } from "../../desk/ageToLost.ts"
import { agreeReplacement, agreeReplacementShape } from "../../desk/agreeReplacement.ts"
import { appeal, appealShape } from "../../desk/appeal.ts"
import { billIncident, billIncidentShape } from "../../desk/billIncident.ts"
import { chargeIncident, chargeIncidentShape } from "../../desk/chargeIncident.ts"
import { claimReturned, claimReturnedShape } from "../../desk/claimReturned.ts"
import { decideAppeal, decideAppealShape } from "../../desk/decideAppeal.ts"
import { declareLost, declareLostShape } from "../../desk/declareLost.ts"
import { dismissIncident, dismissIncidentShape } from "../../desk/dismissIncident.ts"
import { forgetLoss, forgetLossShape } from "../../desk/forgetLoss.ts"
import { inspect, inspectShape } from "../../desk/inspect.ts"
import { markReplacementBought, markReplacementBoughtShape } from "../../desk/markReplacementBought.ts"
import { noteCondition, noteConditionShape } from "../../desk/noteCondition.ts"
import { recordSearch, recordSearchShape } from "../../desk/recordSearch.ts"
import { repaired, repairedShape } from "../../desk/repaired.ts"
import { replaceItem, replaceItemShape } from "../../desk/replaceItem.ts"
import { reportMissing, reportMissingShape } from "../../desk/reportMissing.ts"
import { sendToRepair, sendToRepairShape } from "../../desk/sendToRepair.ts"
import { setActualCost, setActualCostShape } from "../../desk/setActualCost.ts"
import { settleClaim, settleClaimShape } from "../../desk/settleClaim.ts"
import { withdrawItem, withdrawItemShape } from "../../desk/withdrawItem.ts"
import { Inspect } from "../../incidents/damage/inspectCommand.ts"
import { NoteCondition } from "../../incidents/damage/noteCondition.ts"
import { Repaired } from "../../incidents/damage/repaired.ts"
import { SendToRepair } from "../../incidents/damage/sendToRepair.ts"
import { WithdrawItem } from "../../incidents/damage/withdrawItem.ts"
import { DismissIncident } from "../../incidents/dismissIncident.ts"
import { AgeToLost } from "../../incidents/losses/ageToLost.ts"
import { AgreeReplacement, BillIncident, ChargeIncident } from "../../incidents/losses/chargeIncident.ts"
import { DeclareLost } from "../../incidents/losses/declareLost.ts"
import { ForgetLoss } from "../../incidents/losses/forgetLoss.ts"
import { MarkReplacementBought } from "../../incidents/losses/markReplacementBought.ts"
import { ReplaceItem } from "../../incidents/losses/replaceItem.ts"
import { ReportMissing } from "../../incidents/losses/reportMissing.ts"
import { SetActualCost } from "../../incidents/losses/setActualCost.ts"
import { SettleClaim } from "../../incidents/losses/settleClaim.ts"
import { ClaimReturned } from "../../loans/claimReturned.ts"
import { RecordSearch } from "../../loans/recordSearch.ts"

/** Commands of losses, damage and appeals, by name: what each takes, how it is carried out, and what sets it apart. */
export const incidentCommands = {
  claimReturned: { schema: ClaimReturned, run: claimReturned, shape: claimReturnedShape },
  recordSearch: { schema: RecordSearch, run: recordSearch, shape: recordSearchShape },
  noteCondition: { schema: NoteCondition, run: noteCondition, shape: noteConditionShape },
  inspect: { schema: Inspect, run: inspect, shape: inspectShape },
  dismissIncident: { schema: DismissIncident, run: dismissIncident, shape: dismissIncidentShape },
  sendToRepair: { schema: SendToRepair, run: sendToRepair, shape: sendToRepairShape },
  repaired: { schema: Repaired, run: repaired, shape: repairedShape },
  withdrawItem: { schema: WithdrawItem, run: withdrawItem, shape: withdrawItemShape },
  appeal: { schema: Appeal, run: appeal, shape: appealShape },
  decideAppeal: { schema: DecideAppeal, run: decideAppeal, shape: decideAppealShape },
  declareLost: { schema: DeclareLost, run: declareLost, shape: declareLostShape },
  settleClaim: { schema: SettleClaim, run: settleClaim, shape: settleClaimShape },
  reportMissing: { schema: ReportMissing, run: reportMissing, shape: reportMissingShape },
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
