import { decideLeaveSlot, leaveSlotLookup } from "../pickupSlots/leaveSlot.ts"
import { command } from "./command.ts"

export const leaveSlotShape = {
  name: "leaveSlot",
  idCount: 0,
  lookup: leaveSlotLookup,
  decide: decideLeaveSlot
} as const

/** Carries out `leaveSlot`. */
export const leaveSlot = command(leaveSlotShape)
