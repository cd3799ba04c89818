import { decideSendToRepair, outOfUseLookup } from "../incidents/damage/sendToRepair.ts"
import { command } from "./command.ts"

export const sendToRepairShape = {
  name: "sendToRepair",
  idCount: 1,
  lookup: outOfUseLookup,
  decide: decideSendToRepair
} as const

/** Carries out `sendToRepair`. */
export const sendToRepair = command(sendToRepairShape)
