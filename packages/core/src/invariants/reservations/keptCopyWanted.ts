import { isWanted, type TargetColumns, targetOf } from "../../reservations/target.ts"
import type { MakeCheck } from "../check.ts"

type Copy = Parameters<typeof isWanted>[1]

/** I11: a copy that is kept for a reservation is one that the reservation is for. Keeps the items set aside. */
export const keptCopyWanted: MakeCheck = (report) => {
  const copies = new Map<string, Copy>()
  const target = ({ itemId, volume, itemType }: TargetColumns): string =>
    [itemId, volume, itemType].filter(Boolean).join(", ")
  return {
    rows: {
      item: ({ itemId, volume, type, reservationId }) => {
        if (reservationId !== null) copies.set(reservationId, { itemId, volume, type })
      },
      reservation: ({ reservationId, setAsideItemId, ...wants }) => {
        const copy = copies.get(reservationId)
        if (copy === undefined || setAsideItemId === null || isWanted(targetOf(wants), copy)) return
        report("I11", [reservationId, setAsideItemId], `an item is kept for a reservation of ${target(wants)} alone`)
      }
    }
  }
}
