import { decideTakeSlot, takeSlotLookup } from "../pickupSlots/takeSlot.ts"
import { command } from "./command.ts"

export const takeSlotShape = {
  name: "takeSlot",
  idCount: 0,
  lookup: takeSlotLookup,
  decide: decideTakeSlot
} as const

/** Carries out `takeSlot`. */
export const takeSlot = command(takeSlotShape)
