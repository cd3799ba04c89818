import type { ItemId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import { textOrder } from "../turnOrder.ts"
import type { Pool } from "./pool.ts"

export interface Dealt {
  readonly reservation: TargetedReservation
  readonly copy: TargetedCopy
}

/**
 * Deals out copies where so many fill a demand by each arc. Who had a copy before keeps it if the copy may still come
 * to it; for the rest, first turns come first, and smallest item ids.
 */
export const deal = (
  pool: Pool,
  flow: Int32Array,
  before?: ReadonlyMap<ReservationId, ItemId>
): ReadonlyArray<Dealt> => {
  const left = flow.slice()
  const kept = before === undefined ? [] : keptOf(pool, left, before)
  const taken = new Set(kept.map(({ copy }) => copy))
  const filled = new Set(kept.map(({ reservation }) => reservation))
  const rest: Array<Iterator<TargetedCopy> | undefined> = []
  const next = (supply: number): TargetedCopy => {
    const copies = rest[supply] ?? freeOf(pool, supply, taken)
    rest[supply] = copies
    return copies.next().value
  }
  const dealt = pool.demands.flatMap(({ reservations }, demand) => {
    const takers = reservations.filter((reservation) => !filled.has(reservation)).values()
    const ofDemand: Array<Dealt> = []
    for (let arc = pool.arcsFrom[demand] as number; arc < (pool.arcsFrom[demand + 1] as number); arc++)
      for (let count = left[arc] as number; count > 0; count--)
        ofDemand.push({
          reservation: takers.next().value as TargetedReservation,
          copy: next(pool.supplyOf[arc] as number)
        })
    return ofDemand
  })
  return [...kept, ...dealt]
}

const freeOf = (pool: Pool, supply: number, taken: ReadonlySet<TargetedCopy>): Iterator<TargetedCopy> =>
  (pool.supplies[supply]?.copies ?? [])
    .filter((copy) => !taken.has(copy))
    .sort((a, b) => textOrder(a.itemId, b.itemId))
    .values()

/** Takes what is kept from `left`. */
const keptOf = (pool: Pool, left: Int32Array, before: ReadonlyMap<ReservationId, ItemId>): ReadonlyArray<Dealt> => {
  const found = new Map<ItemId, { readonly copy: TargetedCopy; readonly supply: number }>()
  for (const [supply, { copies }] of pool.supplies.entries())
    for (const copy of copies) found.set(copy.itemId, { copy, supply })
  return pool.demands.flatMap(({ reservations }, demand) => {
    const arcs = new Map<number, number>()
    let count = 0
    for (let arc = pool.arcsFrom[demand] as number; arc < (pool.arcsFrom[demand + 1] as number); arc++) {
      arcs.set(pool.supplyOf[arc] as number, arc)
      count += left[arc] as number
    }
    return reservations.slice(0, count).flatMap((reservation): ReadonlyArray<Dealt> => {
      const had = found.get(before.get(reservation.reservationId) as ItemId)
      const arc = had === undefined ? undefined : arcs.get(had.supply)
      if (had === undefined || arc === undefined || left[arc] === 0) return []
      left[arc] = (left[arc] as number) - 1
      return [{ reservation, copy: had.copy }]
    })
  })
}
