import { moveAlong, type Stop } from "./moveAlong.ts"
import { hasFree, leavingCost, type Network, type NetworkPool, outside, type SuppliesAt } from "./network.ts"

/**
 * Carries copies from places with too many to places with too few on ways that cost nothing at the prices, as many as a
 * search in depth finds that never turns to a node twice in vain. Gives the numbers of the pools that changed.
 */
export const carry = (network: Network, changed: Set<number>): void => {
  const { surplus, suppliesAt } = network
  network.rounds += 1
  const search: Search = {
    network,
    round: network.rounds,
    passed: new Uint8Array(surplus.length),
    left: suppliesAt.map((pools) => pools.entries()),
    now: suppliesAt.map(() => null),
    next: new Int32Array(suppliesAt.length)
  }
  for (let source = 0; source < surplus.length; source++)
    while ((surplus[source] as number) > 0) {
      const way = wayFrom(search, source)
      if (way === null) break
      moveAlong(network, way, changed)
      for (const stop of way) pass(search, stop, 0)
    }
}

interface Search {
  readonly network: Network
  readonly round: number
  readonly passed: Uint8Array
  /** By branch: the pools still to be tried, the pool that is being tried, and the next of its supplies there. */
  readonly left: ReadonlyArray<Iterator<readonly [number, SuppliesAt]>>
  readonly now: Array<readonly [number, SuppliesAt] | null>
  readonly next: Int32Array
}

const pass = ({ network, passed, round }: Search, { pool, node }: Stop, mark: 0 | 1): void => {
  if (pool < 0) passed[node] = mark
  else (network.pools[pool] as NetworkPool).passed[node] = mark * round
}

const wayFrom = (search: Search, source: number): ReadonlyArray<Stop> | null => {
  const { surplus } = search.network
  const way: Array<Stop> = []
  let next: Stop | null = { pool: -1, node: source, by: -1, tried: 0 }
  if (search.passed[source] === 1) return null
  for (;;) {
    if (next !== null) {
      pass(search, next, 1)
      way.push(next)
      if (next.pool < 0 && (surplus[next.node] as number) < 0) return way
    } else {
      way.pop()
      if (way.length === 0) return null
    }
    const last = way[way.length - 1] as Stop
    next = last.pool < 0 ? fromPlace(search, last) : fromNode(search, last)
  }
}

const fromPlace = (search: Search, stop: Stop): Stop | null => {
  const { network, passed } = search
  const place = stop.node
  const out = outside(network)
  if (place === out) {
    while (stop.tried < out) {
      const to = stop.tried++
      if (passed[to] === 0 && leavingCost(network, out, to) === 0) return { pool: -1, node: to, by: -1, tried: 0 }
    }
    return null
  }
  if (stop.tried++ === 0 && passed[out] === 0 && leavingCost(network, place, out) === 0)
    return { pool: -1, node: out, by: -1, tried: 0 }
  return intoPool(search, place)
}

const intoPool = (search: Search, place: number): Stop | null => {
  const price = search.network.prices[place] as number
  for (;;) {
    const now = search.now[place]
    if (now != null) {
      const [pool, { at, supplies }] = now
      const { used, supplyPrice } = at.filling
      for (let next = search.next[place] as number; next < supplies.length; next++) {
        const node = supplies[next] as number
        search.next[place] = next
        if (used[node] !== 0 && supplyPrice[node] === price && at.passed[node] !== search.round)
          return { pool, node, by: -1, tried: 0 }
      }
    }
    const following = (search.left[place] as (typeof search.left)[number]).next()
    if (following.done === true) return null
    search.now[place] = following.value
    search.next[place] = 0
  }
}

const fromNode = (search: Search, stop: Stop): Stop | null => {
  const at = search.network.pools[stop.pool] as NetworkPool
  return stop.node < at.pool.supplies.length ? fromSupply(search, at, stop) : fromDemand(search, at, stop)
}

const fromSupply = ({ network, passed, round }: Search, at: NetworkPool, stop: Stop): Stop | null => {
  const { pool, filling } = at
  const place = pool.supplies[stop.node]?.branch as number
  const first = pool.intoFrom[stop.node] as number
  const count = (pool.intoFrom[stop.node + 1] as number) - first
  while (stop.tried <= count) {
    const tried = stop.tried++
    if (tried === 0) {
      const tight = hasFree(at, stop.node) && filling.supplyPrice[stop.node] === network.prices[place]
      if (tight && passed[place] === 0) return { pool: -1, node: place, by: -1, tried: 0 }
      continue
    }
    const arc = pool.arcsInto[first + tried - 1] as number
    const node = pool.supplies.length + (pool.demandOf[arc] as number)
    if (filling.flow[arc] !== 0 && at.passed[node] !== round) return { pool: stop.pool, node, by: arc, tried: 0 }
  }
  return null
}

const fromDemand = ({ round }: Search, at: NetworkPool, stop: Stop): Stop | null => {
  const { pool, filling } = at
  const demand = stop.node - pool.supplies.length
  const price = filling.demandPrice[demand] as number
  for (let arc = (pool.arcsFrom[demand] as number) + stop.tried; arc < (pool.arcsFrom[demand + 1] as number); arc++) {
    stop.tried += 1
    const supply = pool.supplyOf[arc] as number
    if (at.passed[supply] === round) continue
    if ((pool.cost[arc] as number) + (filling.supplyPrice[supply] as number) === price)
      return { pool: stop.pool, node: supply, by: arc, tried: 0 }
  }
  return null
}
