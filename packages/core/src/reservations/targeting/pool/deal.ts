import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import { textOrder } from "../turnOrder.ts"
import type { Pool } from "./pool.ts"

export interface Dealt {
  readonly reservation: TargetedReservation
  readonly copy: TargetedCopy
}

/** Deals out copies where so many fill a demand by each arc: first come the first turns and the smallest item ids. */
export const deal = (pool: Pool, flow: Int32Array): ReadonlyArray<Dealt> => {
  const copies: Array<ReadonlyArray<TargetedCopy> | undefined> = []
  const next = new Int32Array(pool.supplies.length)
  const sorted = (supply: number): ReadonlyArray<TargetedCopy> => {
    const found = copies[supply] ?? pool.supplies[supply]?.copies.toSorted((a, b) => textOrder(a.itemId, b.itemId))
    copies[supply] = found
    return found as ReadonlyArray<TargetedCopy>
  }
  return pool.demands.flatMap(({ reservations }, demand) => {
    const dealt: Array<Dealt> = []
    for (let arc = pool.arcsFrom[demand] as number; arc < (pool.arcsFrom[demand + 1] as number); arc++)
      for (let left = flow[arc] as number; left > 0; left--) {
        const supply = pool.supplyOf[arc] as number
        const copy = sorted(supply)[next[supply] as number] as TargetedCopy
        next[supply] = (next[supply] as number) + 1
        dealt.push({ reservation: reservations[dealt.length] as TargetedReservation, copy })
      }
    return dealt
  })
}
