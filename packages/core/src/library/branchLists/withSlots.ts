import type { ShelvedCopy } from "../../decision/facts.ts"
import type { PickupSlotRow } from "../../pickupSlots/model.ts"
import type { Library } from "../openLibrary.ts"

/** What stands on a pickup shelf, and the slot from which it is fetched; `null`: from the shelf itself. */
export interface ShelvedWithSlot extends ShelvedCopy {
  readonly slot: PickupSlotRow | null
}

/** Each copy of a pickup shelf with its slot. A library that has no slots is not asked copy by copy. */
export const withSlots = async (
  library: Library,
  tenant: string,
  copies: ReadonlyArray<ShelvedCopy>
): Promise<ReadonlyArray<ShelvedWithSlot>> => {
  const hasSlots = copies.length > 0 && (await library.scan(tenant, "slotTaken", null, 1)).rows.length > 0
  if (!hasSlots) return copies.map((copy) => ({ ...copy, slot: null }))
  return Promise.all(
    copies.map(async (copy) => {
      const { reservationId } = copy.reservation
      const { reservation } = await library.read(tenant, { reservation: { reservationId } })
      return { ...copy, slot: reservation?.slot ?? null }
    })
  )
}
