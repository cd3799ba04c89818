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
  const items = changing(present.hasItem)
  const reservations = changing(present.hasReservation)
  const unfit = (change: TargetingChange, at: string): ReadonlyArray<TargetingRefusal> => {
    switch (change._tag) {
      case "CopyCame": {
        const { itemId } = change.copy
        if (items(itemId, true)) return [{ _tag: "ItemRepeated", at: `${at}.copy.itemId`, itemId }]
        return unsoundCopy(change.copy, () => `${at}.copy`, present.branches)
      }
      case "CopyWent": {
        const { itemId } = change
        return items(itemId, false) ? [] : [{ _tag: "ItemUnknown", at: `${at}.itemId`, itemId }]
      }
      case "ReservationCame": {
        const { reservationId } = change.reservation
        if (reservations(reservationId, true))
          return [{ _tag: "ReservationRepeated", at: `${at}.reservation.reservationId`, reservationId }]
        return unsoundReservation(change.reservation, () => `${at}.reservation`, present.branches)
      }
      case "ReservationWent": {
        const { reservationId } = change
        if (reservations(reservationId, false)) return []
        return [{ _tag: "ReservationUnknown", at: `${at}.reservationId`, reservationId }]
      }
    }
  }
  const [first, ...others] = changes.flatMap((change, place) => unfit(change, `changes[${place}]`))
  return first === undefined ? null : [first, ...others]
}

/** Tells whether something was there before it comes or goes. */
const changing = <Id>(isThere: (id: Id) => boolean): ((id: Id, then: boolean) => boolean) => {
  const changed = new Map<Id, boolean>()
  return (id, then) => {
    const before = changed.get(id) ?? isThere(id)
    changed.set(id, then)
    return before
  }
}
