import { sizeOf } from "../pool/fill.ts"
import { type Network, type NetworkPool, outside } from "./network.ts"

/** A place on a way: a node of a pool, or, where `pool` is -1, a branch or the place outside. */
export interface Stop {
  readonly pool: number
  readonly node: number
  /** The arc on which it was come to; -1: none. */
  readonly by: number
  /** How many of what leads on from it were tried. */
  tried: number
}

/** Carries as many copies as there are too many, too few, and room for on the way, and tells which pools changed. */
export const moveAlong = (network: Network, way: ReadonlyArray<Stop>, changed: Set<number>): void => {
  const { surplus } = network
  const first = (way[0] as Stop).node
  const last = (way[way.length - 1] as Stop).node
  let count = Math.min(surplus[first] as number, -(surplus[last] as number))
  for (let at = 1; at < way.length; at++) count = Math.min(count, room(network, way[at - 1] as Stop, way[at] as Stop))
  for (let at = 1; at < way.length; at++) shift(network, way[at - 1] as Stop, way[at] as Stop, count)
  for (const { pool } of way) if (pool >= 0) changed.add(pool)
  surplus[first] = (surplus[first] as number) - count
  surplus[last] = (surplus[last] as number) + count
}

const room = (network: Network, from: Stop, to: Stop): number => {
  if (from.pool < 0 && to.pool < 0) return roomToLeave(network, from.node, to.node)
  const { pool, filling } = network.pools[Math.max(from.pool, to.pool)] as NetworkPool
  if (from.pool < 0) return filling.used[to.node] as number
  if (to.pool < 0) return sizeOf(pool, from.node) - (filling.used[from.node] as number)
  return from.node < pool.supplies.length ? (filling.flow[to.by] as number) : Number.POSITIVE_INFINITY
}

/** How many more, or fewer, may leave at the same cost each. */
const roomToLeave = (network: Network, from: number, to: number): number => {
  const { load, leaving } = network
  const branch = Math.min(from, to)
  const now = leaving[branch] as number
  return to === outside(network)
    ? load.countsAt(branch, load.ofCopy(branch, now + 1)).most - now
    : now - load.countsAt(branch, load.ofCopy(branch, now)).least
}

const shift = ({ pools, leaving, prices }: Network, from: Stop, to: Stop, count: number): void => {
  const add = (counts: Int32Array | Float64Array, at: number, more: number): void => {
    counts[at] = (counts[at] as number) + more
  }
  if (from.pool < 0 && to.pool < 0) {
    if (to.node === prices.length - 1) add(leaving, from.node, count)
    else add(leaving, to.node, -count)
    return
  }
  const { pool, filling } = pools[Math.max(from.pool, to.pool)] as NetworkPool
  if (from.pool < 0) add(filling.used, to.node, -count)
  else if (to.pool < 0) add(filling.used, from.node, count)
  else add(filling.flow, to.by, from.node < pool.supplies.length ? -count : count)
}
