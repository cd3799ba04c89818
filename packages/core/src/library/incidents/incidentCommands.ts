import { Appeal } from "../../appeals/appeal.ts"
import { DecideAppeal } from "../../appeals/decideAppeal.ts"
import { appeal, appealShape } from "../../desk/appeal.ts"
import { claimReturned, claimReturnedShape } from "../../desk/claimReturned.ts"
import { decideAppeal, decideAppealShape } from "../../desk/decideAppeal.ts"
import { dismissIncident, dismissIncidentShape } from "../../desk/dismissIncident.ts"
import { inspect, inspectShape } from "../../desk/inspect.ts"
import { noteCondition, noteConditionShape } from "../../desk/noteCondition.ts"
import { repaired, repairedShape } from "../../desk/repaired.ts"
import { sendToRepair, sendToRepairShape } from "../../desk/sendToRepair.ts"
import { withdrawItem, withdrawItemShape } from "../../desk/withdrawItem.ts"
import { Inspect } from "../../incidents/damage/inspectCommand.ts"
import { NoteCondition } from "../../incidents/damage/noteCondition.ts"
import { Repaired } from "../../incidents/damage/repaired.ts"
import { SendToRepair } from "../../incidents/damage/sendToRepair.ts"
import { WithdrawItem } from "../../incidents/damage/withdrawItem.ts"
import { DismissIncident } from "../../incidents/dismissIncident.ts"
import { ClaimReturned } from "../../loans/claimReturned.ts"

/** Commands of losses, damage and appeals, by name: what each takes, how it is carried out, and what sets it apart. */
export const incidentCommands = {
  claimReturned: { schema: ClaimReturned, run: claimReturned, shape: claimReturnedShape },
  noteCondition: { schema: NoteCondition, run: noteCondition, shape: noteConditionShape },
  inspect: { schema: Inspect, run: inspect, shape: inspectShape },
  dismissIncident: { schema: DismissIncident, run: dismissIncident, shape: dismissIncidentShape },
  sendToRepair: { schema: SendToRepair, run: sendToRepair, shape: sendToRepairShape },
  repaired: { schema: Repaired, run: repaired, shape: repairedShape },
  withdrawItem: { schema: WithdrawItem, run: withdrawItem, shape: withdrawItemShape },
  appeal: { schema: Appeal, run: appeal, shape: appealShape },
  decideAppeal: { schema: DecideAppeal, run: decideAppeal, shape: decideAppealShape }
} as const

export type IncidentCommands = typeof incidentCommands
