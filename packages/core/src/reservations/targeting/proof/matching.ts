import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { LocalTurn } from "../targeting.ts"
import type { TargetingFlaw } from "./flaw.ts"
import type { Grounds } from "./grounds.ts"

/** Who has which copy, by number; -1: nobody, or none. */
export interface Matching {
  readonly copyOf: Int32Array
  readonly holderOf: Int32Array
  /** In the order of turns. */
  readonly flaws: ReadonlyArray<TargetingFlaw>
}

/** Whether each reservation and each copy is matched once at most, and no pair is forbidden. */
export const matchingOf = (grounds: Grounds, pairs: ReadonlyArray<LocalTurn>, onlyLocal: boolean): Matching => {
  const copyOf = new Int32Array(grounds.reservations.length).fill(-1)
  const holderOf = new Int32Array(grounds.copies.length).fill(-1)
  const flaws: Array<TargetingFlaw> = []
  for (const { reservationId, itemId } of pairs) {
    const reservation = grounds.reservationNumbers.get(reservationId)
    const copy = grounds.copyNumbers.get(itemId)
    if (reservation === undefined) flaws.push({ _tag: "ReservationUnknown", reservationId })
    else if (copy === undefined) flaws.push({ _tag: "ItemUnknown", itemId })
    else if (copyOf[reservation] !== -1) flaws.push({ _tag: "ReservationTwice", reservationId })
    else if (holderOf[copy] !== -1) flaws.push({ _tag: "ItemTwice", itemId })
    else if (
      grounds.pairCost(reservation, copy) === Number.POSITIVE_INFINITY ||
      (onlyLocal && !isLocal(grounds, reservation, copy))
    )
      flaws.push({ _tag: "PairForbidden", reservationId, itemId })
    else {
      copyOf[reservation] = copy
      holderOf[copy] = reservation
    }
  }
  return { copyOf, holderOf, flaws }
}

/** Whether the copy stands at the reservation's pickup branch, or is one that it goes first for. */
export const isLocal = ({ reservations, copies, lists }: Grounds, reservation: number, copy: number): boolean => {
  const { firstFor, pickupBranch } = reservations[reservation] as TargetedReservation
  const { itemId, branch } = copies[copy] as TargetedCopy
  return firstFor === undefined ? pickupBranch === branch : lists(firstFor).has(itemId)
}
