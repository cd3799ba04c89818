import { addPickupSlotLookup, decideAddPickupSlot } from "../pickupSlots/addPickupSlot.ts"
import { command } from "./command.ts"

export const addPickupSlotShape = {
  name: "addPickupSlot",
  idCount: 1,
  lookup: addPickupSlotLookup,
  decide: decideAddPickupSlot
} as const

/** Carries out `addPickupSlot`. */
export const addPickupSlot = command(addPickupSlotShape)
