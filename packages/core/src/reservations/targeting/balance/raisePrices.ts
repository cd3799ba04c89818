import { type Nearest, nearest } from "../nearest.ts"
import { hasFree, leavingCost, type Network, type NetworkPool, outside, type SuppliesAt } from "./network.ts"

/**
 * Finds how far the nearest place with copies too few is from those with too many, and raises prices so that a way
 * between them costs nothing: Dijkstra's search over what may be changed, all costs reduced by the prices. Between
 * branches it goes through the pools, each searched from a branch when the branch is reached; what lies beyond the
 * nearest place found so far is not looked at.
 */
export const raisePrices = (network: Network): void => {
  const { prices, surplus, suppliesAt } = network
  const search: Search = {
    network,
    distance: Float64Array.from(surplus, (count) => (count > 0 ? 0 : Number.POSITIVE_INFINITY)),
    open: nearest(),
    touched: new Set(),
    limit: Number.POSITIVE_INFINITY
  }
  const done = new Uint8Array(prices.length)
  for (;;) {
    const place = nearestOpen(search.distance, done)
    const distance = search.distance[place] as number
    if (distance >= search.limit) break
    done[place] = 1
    leave(search, place, distance)
    for (const there of suppliesAt[place]?.values() ?? []) spread(search, there, place, distance)
  }
  const { limit, touched } = search
  for (const [place, distance] of search.distance.entries())
    prices[place] = (prices[place] as number) + Math.max(0, limit - distance)
  for (const at of touched) follow(at, limit)
}

interface Search {
  readonly network: Network
  /** By place. */
  readonly distance: Float64Array
  readonly open: Nearest
  /** The pools looked at. */
  readonly touched: Set<NetworkPool>
  /** The nearest place with copies too few that was found. */
  limit: number
}

const nearestOpen = (distance: Float64Array, done: Uint8Array): number => {
  let best = -1
  for (let place = 0; place < distance.length; place++)
    if (done[place] === 0 && (best < 0 || (distance[place] as number) < (distance[best] as number))) best = place
  return best
}

const reachPlace = (search: Search, place: number, distance: number): void => {
  if (distance >= (search.distance[place] as number)) return
  search.distance[place] = distance
  if ((search.network.surplus[place] as number) < 0) search.limit = Math.min(search.limit, distance)
}

const leave = (search: Search, place: number, distance: number): void => {
  const { network } = search
  const out = outside(network)
  if (place !== out) reachPlace(search, out, distance + leavingCost(network, place, out))
  else for (let to = 0; to < out; to++) reachPlace(search, to, distance + leavingCost(network, out, to))
}

/** From a branch into a pool: a copy of the branch is given up, and whoever had it takes another, and so on. */
const spread = (search: Search, { at, supplies: first }: SuppliesAt, branch: number, start: number): void => {
  const { pool, filling, distance } = at
  const { open, network } = search
  const { intoFrom, arcsInto, arcsFrom, demandOf, supplyOf, cost, supplies } = pool
  const { used, flow, supplyPrice, demandPrice } = filling
  const reach = (supply: number, there: number): void => {
    if (there >= search.limit || there >= (distance[supply] as number)) return
    distance[supply] = there
    open.push(there, supply)
  }
  const price = network.prices[branch] as number
  for (const supply of first) if (used[supply] !== 0) reach(supply, start + (supplyPrice[supply] as number) - price)
  if (open.size() > 0) search.touched.add(at)
  while (open.size() > 0) {
    const [supply, here] = [open.number(), open.distance()]
    open.pop()
    if (here > (distance[supply] as number)) continue
    if (hasFree(at, supply)) {
      const place = supplies[supply]?.branch as number
      reachPlace(search, place, here + (network.prices[place] as number) - (supplyPrice[supply] as number))
    }
    for (let into = intoFrom[supply] as number; into < (intoFrom[supply + 1] as number); into++) {
      const back = arcsInto[into] as number
      const demand = demandOf[back] as number
      const node = supplies.length + demand
      if (flow[back] === 0 || here >= (distance[node] as number)) continue
      distance[node] = here
      const base = here - (demandPrice[demand] as number)
      for (let arc = arcsFrom[demand] as number; arc < (arcsFrom[demand + 1] as number); arc++) {
        const next = supplyOf[arc] as number
        reach(next, base + (cost[arc] as number) + (supplyPrice[next] as number))
      }
    }
  }
}

/** The prices of a pool's nodes rise by how much nearer than the limit they are; then nothing is reached any more. */
const follow = ({ pool, filling: { supplyPrice, demandPrice }, distance }: NetworkPool, limit: number): void => {
  const count = pool.supplies.length
  for (let node = 0; node < distance.length; node++) {
    const rise = limit - (distance[node] as number)
    if (rise <= 0) continue
    if (node < count) supplyPrice[node] = (supplyPrice[node] as number) + rise
    else demandPrice[node - count] = (demandPrice[node - count] as number) + rise
  }
  distance.fill(Number.POSITIVE_INFINITY)
}
