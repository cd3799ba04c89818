import type { Pool } from "./pool.ts"

/** How the served reservations of a pool are filled, and prices at which nobody would fill them otherwise. */
export interface Filling {
  /** How many of its demand each arc fills. */
  readonly flow: Int32Array
  /** How many copies of each supply are in use. */
  readonly used: Int32Array
  /** What the cheapest copy costs each demand, all prices in. */
  readonly demandPrice: Float64Array
  /** What a copy's scarcity and its branch's load cost together. */
  readonly supplyPrice: Float64Array
}

/**
 * Fills so many of each demand at the least cost, where each copy from a branch costs the branch's price besides: by
 * shortest augmenting paths over reduced costs. `served` can be filled, as `turnsOf` found.
 */
export const fill = (pool: Pool, served: Int32Array, priceAt: (branch: number) => number): Filling => {
  const { arcsFrom, intoFrom, arcsInto, demandOf, supplyOf, cost, supplies, demands } = pool
  const supplyPrice = Float64Array.from(supplies, ({ branch }) => priceAt(branch))
  const demandPrice = new Float64Array(demands.length)
  const flow = new Int32Array(supplyOf.length)
  const used = new Int32Array(supplies.length)
  const supplyDistance = new Float64Array(supplies.length).fill(Number.POSITIVE_INFINITY)
  const demandDistance = new Float64Array(demands.length).fill(Number.POSITIVE_INFINITY)
  const reachedBy = new Int32Array(supplies.length)
  const givesUp = new Int32Array(demands.length)

  /** The nearest supply with a free copy; prices follow, so that all arcs of the way there are tight. */
  const search = (root: number): number => {
    const open: Array<number> = []
    const settled: Array<number> = []
    const reached: Array<number> = []
    const reach = (demand: number, distance: number): void => {
      demandDistance[demand] = distance
      reached.push(demand)
      const base = distance - (demandPrice[demand] as number)
      for (let arc = arcsFrom[demand] as number; arc < (arcsFrom[demand + 1] as number); arc++) {
        const supply = supplyOf[arc] as number
        const there = base + (cost[arc] as number) + (supplyPrice[supply] as number)
        if (there >= (supplyDistance[supply] as number)) continue
        if (supplyDistance[supply] === Number.POSITIVE_INFINITY) open.push(supply)
        supplyDistance[supply] = there
        reachedBy[supply] = arc
      }
    }
    reach(root, 0)
    for (;;) {
      const supply = takeNearest(open, supplyDistance, (one) => (used[one] as number) < sizeOf(pool, one))
      const distance = supplyDistance[supply] as number
      if ((used[supply] as number) < sizeOf(pool, supply)) {
        for (const demand of reached) {
          demandPrice[demand] = (demandPrice[demand] as number) + distance - (demandDistance[demand] as number)
          demandDistance[demand] = Number.POSITIVE_INFINITY
        }
        for (const one of settled) {
          supplyPrice[one] = (supplyPrice[one] as number) + distance - (supplyDistance[one] as number)
          supplyDistance[one] = Number.POSITIVE_INFINITY
        }
        for (const one of open) supplyDistance[one] = Number.POSITIVE_INFINITY
        supplyDistance[supply] = Number.POSITIVE_INFINITY
        return supply
      }
      settled.push(supply)
      for (let into = intoFrom[supply] as number; into < (intoFrom[supply + 1] as number); into++) {
        const arc = arcsInto[into] as number
        const demand = demandOf[arc] as number
        if (flow[arc] === 0 || demandDistance[demand] !== Number.POSITIVE_INFINITY) continue
        givesUp[demand] = arc
        reach(demand, distance)
      }
    }
  }

  /** The arcs of the way to a supply, from its end: taken, given up, taken … */
  const wayTo = (supply: number, root: number): ReadonlyArray<number> => {
    const way = [reachedBy[supply] as number]
    for (let demand = demandOf[way[0] as number] as number; demand !== root; ) {
      const back = givesUp[demand] as number
      const taken = reachedBy[supplyOf[back] as number] as number
      way.push(back, taken)
      demand = demandOf[taken] as number
    }
    return way
  }

  for (const root of demands.keys()) {
    for (let left = served[root] as number; left > 0; ) {
      const supply = search(root)
      const way = wayTo(supply, root)
      let count = Math.min(left, sizeOf(pool, supply) - (used[supply] as number))
      for (let at = 1; at < way.length; at += 2) count = Math.min(count, flow[way[at] as number] as number)
      for (const [at, arc] of way.entries()) flow[arc] = (flow[arc] as number) + (at % 2 === 0 ? count : -count)
      used[supply] = (used[supply] as number) + count
      left -= count
    }
  }
  return { flow, used, demandPrice, supplyPrice }
}

export const sizeOf = ({ supplies }: Pool, supply: number): number => supplies[supply]?.copies.length as number

/** Takes the nearest out of the list; of equally near ones one that ends the search, then the smaller number. */
const takeNearest = (open: Array<number>, distance: Float64Array, ends: (number: number) => boolean): number => {
  let best = 0
  for (let at = 1; at < open.length; at++) {
    const [one, other] = [open[at] as number, open[best] as number]
    const nearer = (distance[one] as number) - (distance[other] as number)
    if (nearer < 0 || (nearer === 0 && (ends(one) === ends(other) ? one < other : ends(one)))) best = at
  }
  const taken = open[best] as number
  open[best] = open[open.length - 1] as number
  open.pop()
  return taken
}
