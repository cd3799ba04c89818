import { closePickupSlotLookup, decideClosePickupSlot } from "../pickupSlots/closePickupSlot.ts"
import { command } from "./command.ts"

export const closePickupSlotShape = {
  name: "closePickupSlot",
  idCount: 0,
  lookup: closePickupSlotLookup,
  decide: decideClosePickupSlot
} as const

/** Carries out `closePickupSlot`. */
export const closePickupSlot = command(closePickupSlotShape)
