import type { LoadCosts } from "../rules/loadCosts.ts"
import type { CheapestExchanges } from "./cheapestExchanges.ts"

/** One step of a way between branches: an exchange, or a copy more or fewer that leaves a branch. */
export interface Step {
  readonly from: number
  readonly to: number
}

export interface Branches {
  readonly prices: Float64Array
  /** Copies too many at each branch; negative: too few. The last place takes up what all the others leave. */
  readonly surplus: Float64Array
  /** How many copies leave each branch. */
  readonly settled: Float64Array
  readonly load: LoadCosts
  readonly exchanges: CheapestExchanges
}

/**
 * The cheapest way from a place with copies too many to one with too few, told from its end; of equally cheap ones the
 * one of fewest steps. If that passes a pool twice, then at copies and reservations that have nothing to do with each
 * other: else the pool itself would have had one step for both. Prices follow, so that the way costs nothing at the new ones.
 */
export const nearestNeed = (source: number, branches: Branches): ReadonlyArray<Step> => {
  const { prices, surplus } = branches
  const places = prices.length
  const distance = new Float64Array(places).fill(Number.POSITIVE_INFINITY)
  const steps = new Int32Array(places)
  const before = new Int32Array(places).fill(-1)
  const done = new Uint8Array(places)
  distance[source] = 0
  for (;;) {
    const place = nearestOpen(distance, steps, done)
    done[place] = 1
    if ((surplus[place] as number) < 0) {
      raisePrices(prices, distance, done, place)
      return wayTo(place, before)
    }
    const costs = costsFrom(place, branches)
    for (let to = 0; to < places; to++) {
      const cost = costs(to)
      if (done[to] === 1 || cost === Number.POSITIVE_INFINITY) continue
      const there = (distance[place] as number) + cost - (prices[place] as number) + (prices[to] as number)
      const farther = there - (distance[to] as number)
      if (farther > 0 || (farther === 0 && (steps[to] as number) <= (steps[place] as number) + 1)) continue
      distance[to] = there
      steps[to] = (steps[place] as number) + 1
      before[to] = place
    }
  }
}

const nearestOpen = (distance: Float64Array, steps: Int32Array, done: Uint8Array): number => {
  let best = -1
  for (let place = 0; place < distance.length; place++) {
    if (done[place] === 1) continue
    const nearer = best < 0 ? -1 : (distance[place] as number) - (distance[best] as number)
    if (nearer < 0 || (nearer === 0 && (steps[place] as number) < (steps[best] as number))) best = place
  }
  return best
}

const costsFrom = (place: number, { prices, settled, load, exchanges }: Branches): ((to: number) => number) => {
  const outside = prices.length - 1
  if (place === outside)
    return (branch) => (branch === outside ? Number.POSITIVE_INFINITY : -load.ofCopy(branch, settled[branch] as number))
  const costs = exchanges.from(place)
  return (to) => (to === outside ? load.ofCopy(place, (settled[place] as number) + 1) : (costs[to] as number))
}

/** What stands nearer than the end gets cheaper, relative to it, by how much nearer it stands. */
const raisePrices = (prices: Float64Array, distance: Float64Array, done: Uint8Array, end: number): void => {
  const shift = (place: number): number => (done[place] === 1 ? (distance[place] as number) - (distance[end] as number) : 0)
  const outside = shift(prices.length - 1)
  for (let place = 0; place < prices.length; place++)
    prices[place] = (prices[place] as number) - shift(place) + outside
}

const wayTo = (end: number, before: Int32Array): ReadonlyArray<Step> => {
  const way: Array<Step> = []
  for (let to = end; before[to] !== -1; to = before[to] as number) way.push({ from: before[to] as number, to })
  return way
}
