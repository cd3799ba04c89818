import { branchNode, type Distances, distancesFrom } from "./distances.ts"
import { type Filling, sizeOf } from "./fill.ts"
import type { Pool } from "./pool.ts"

const only = (pool: Pool, branch: number): ReadonlyArray<number> =>
  pool.branches.map((_, other) => (other === branch ? 0 : Number.POSITIVE_INFINITY))

/** What it costs the pool, load left out, to use a copy fewer from one of its branches and one more from each of the others. */
export const exchangeCosts = (pool: Pool, filling: Filling, from: number): Float64Array => {
  const { of } = distancesFrom(pool, filling, only(pool, from))
  const { branchPrice } = filling
  return Float64Array.from(
    pool.branches,
    (_, to) => (of[branchNode(pool, to)] as number) + (branchPrice[from] as number) - (branchPrice[to] as number)
  )
}

/** A cheapest exchange between two branches of a pool, ready to be made. */
export interface Exchange {
  /** How often it can be made. */
  readonly countMax: number
  readonly make: (count: number) => void
}

export const exchangeBetween = (pool: Pool, filling: Filling, from: number, to: number): Exchange => {
  const distances = distancesFrom(pool, filling, only(pool, from))
  const way = wayTo(distances, branchNode(pool, to))
  return {
    countMax: Math.min(...way.map((node) => countMaxAt(pool, filling, distances, node))),
    make: (count) => {
      for (const node of way) move(pool, filling, distances, node, count)
      followPrices(pool, filling, distances.of, distances.of[branchNode(pool, to)] as number)
    }
  }
}

/** The nodes of a way but its start, from the end. */
const wayTo = ({ before }: Distances, end: number): ReadonlyArray<number> => {
  const way: Array<number> = []
  for (let node = end; before[node] !== node; node = before[node] as number) way.push(node)
  return way
}

const countMaxAt = (pool: Pool, { flow, used }: Filling, { by, before }: Distances, node: number): number => {
  const arc = by[node] as number
  const from = before[node] as number
  if (arc < 0)
    return isSupply(pool, node) ? (used[node] as number) : sizeOf(pool, from) - (used[from] as number)
  return isSupply(pool, node) ? Number.POSITIVE_INFINITY : (flow[arc] as number)
}

const move = (pool: Pool, { flow, used }: Filling, { by, before }: Distances, node: number, count: number): void => {
  const arc = by[node] as number
  const supply = isSupply(pool, node) ? node : (before[node] as number)
  const more = isSupply(pool, node) ? count : -count
  if (arc < 0) used[supply] = (used[supply] as number) - more
  else flow[arc] = (flow[arc] as number) + more
}

const isSupply = (pool: Pool, node: number): boolean => node < pool.supplies.length

/** Prices at which the way that was taken cost nothing more than any other. */
const followPrices = (pool: Pool, filling: Filling, of: Float64Array, end: number): void => {
  const less = (prices: Float64Array, first: number): void => {
    for (let at = 0; at < prices.length; at++)
      prices[at] = (prices[at] as number) - Math.min(of[first + at] as number, end)
  }
  less(filling.supplyPrice, 0)
  less(filling.demandPrice, pool.supplies.length)
  less(filling.branchPrice, branchNode(pool, 0))
}
