import type { ItemId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { TargetingRefusal, TargetingRefusals } from "../rules/refusal.ts"
import { unsoundCopy, unsoundReservation } from "../rules/soundRows.ts"

/** What happened since: one row more or fewer. A row that changed goes and comes again. */
export type TargetingChange =
  | { readonly _tag: "CopyCame"; readonly copy: TargetedCopy }
  | { readonly _tag: "CopyWent"; readonly itemId: ItemId }
  /** Placed, or no longer suspended. */
  | { readonly _tag: "ReservationCame"; readonly reservation: TargetedReservation }
  /** Filled, cancelled, expired or suspended. */
  | { readonly _tag: "ReservationWent"; readonly reservationId: ReservationId }

/** What is there to be changed. */
export interface Present {
  readonly hasItem: (itemId: ItemId) => boolean
  readonly hasReservation: (reservationId: ReservationId) => boolean
  readonly branches: ReadonlySet<string>
}

/** Everything that cannot be right in changes that happen one after another; `null`: they are sound. */
export const unsoundChanges = (changes: ReadonlyArray<TargetingChange>, present: Present): TargetingRefusals | null => {
  const items = new Map<ItemId, boolean>()
  const reservations = new Map<ReservationId, boolean>()
  const [first, ...others] = changes.flatMap((change, place): ReadonlyArray<TargetingRefusal> => {
    const at = `changes[${place}]`
    switch (change._tag) {
      case "CopyCame": {
        const { itemId } = change.copy
        const known = items.get(itemId) ?? present.hasItem(itemId)
        items.set(itemId, true)
        if (known) return [{ _tag: "ItemRepeated", at: `${at}.copy.itemId`, itemId }]
        return unsoundCopy(change.copy, () => `${at}.copy`, present.branches)
      }
      case "CopyWent": {
        const { itemId } = change
        const known = items.get(itemId) ?? present.hasItem(itemId)
        items.set(itemId, false)
        return known ? [] : [{ _tag: "ItemUnknown", at: `${at}.itemId`, itemId }]
      }
      case "ReservationCame": {
        const { reservationId } = change.reservation
        const known = reservations.get(reservationId) ?? present.hasReservation(reservationId)
        reservations.set(reservationId, true)
        if (known) return [{ _tag: "ReservationRepeated", at: `${at}.reservation.reservationId`, reservationId }]
        return unsoundReservation(change.reservation, () => `${at}.reservation`, present.branches)
      }
      case "ReservationWent": {
        const { reservationId } = change
        const known = reservations.get(reservationId) ?? present.hasReservation(reservationId)
        reservations.set(reservationId, false)
        return known ? [] : [{ _tag: "ReservationUnknown", at: `${at}.reservationId`, reservationId }]
      }
    }
  })
  return first === undefined ? null : [first, ...others]
}
