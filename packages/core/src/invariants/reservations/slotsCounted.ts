import type { PickupSlotRow } from "../../pickupSlots/model.ts"
import type { MakeCheck } from "../check.ts"

/**
 * Pickup slots: as many are taken as reservations have them, never more than there is room for, and each by a reservation
 * on the pickup shelf of its branch. Keeps the slots, and the branches of what is on a shelf.
 */
export const slotsCounted: MakeCheck = (report) => {
  const onShelf = new Map<string, string>()
  const slots = new Map<string, PickupSlotRow>()
  const counts = new Map<string, number>()
  return {
    rows: {
      reservation: ({ reservationId, state, pickupBranch }) => {
        if (state === "setAside") onShelf.set(reservationId, pickupBranch)
      },
      pickupSlot: (slot) => {
        slots.set(slot.slotId, slot)
      },
      slotTaken: ({ reservationId, slotId }) => {
        counts.set(slotId, (counts.get(slotId) ?? 0) + 1)
        const branch = onShelf.get(reservationId)
        if (branch === undefined)
          report("slots", [slotId, reservationId], "a slot is taken for what is on no pickup shelf")
        else if (branch !== slots.get(slotId)?.branch)
          report("slots", [slotId, reservationId], "a slot is taken for what is at another branch")
      }
    },
    end: () => {
      for (const { slotId, taken, capacity } of slots.values()) {
        const count = counts.get(slotId) ?? 0
        if (taken !== count) report("slots", [slotId], `${taken} of a slot are taken, by ${count} reservations`)
        if (taken > capacity) report("slots", [slotId], `${taken} of a slot are taken, with room for ${capacity}`)
      }
    }
  }
}
