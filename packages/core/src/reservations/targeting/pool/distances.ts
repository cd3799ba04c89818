import { type Nearest, nearest } from "../nearest.ts"
import { type Filling, sizeOf } from "./fill.ts"
import type { Pool } from "./pool.ts"

/**
 * Shortest ways through what may still be changed in a filled pool, from branch to branch: a copy fewer from the first, a
 * copy more from the last, and reservations that pass copies on in between. Nodes are supplies, then demands, then
 * branches. Distances are reduced by the filling's prices, so none is negative.
 */
export interface Distances {
  readonly of: Float64Array
  /** The node before, on the way here; itself at a start. */
  readonly before: Int32Array
  /** The arc taken or given up to come here; -1: between a supply and its branch. */
  readonly by: Int32Array
}

export const branchNode = (pool: Pool, branch: number): number => pool.supplies.length + pool.demands.length + branch

/** From the branches of the pool whose distance is given; those at `Infinity` are reached, if at all, through others. */
export const distancesFrom = (pool: Pool, filling: Filling, starts: ReadonlyArray<number>): Distances => {
  const size = branchNode(pool, pool.branches.length)
  const of = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const reached: Distances = { of, before: new Int32Array(size), by: new Int32Array(size) }
  const open = nearest()
  for (const [branch, distance] of starts.entries())
    if (distance !== Number.POSITIVE_INFINITY)
      reach(reached, open, branchNode(pool, branch), distance, branchNode(pool, branch), -1)
  while (open.size() > 0) {
    const [node, distance] = [open.number(), open.distance()]
    open.pop()
    if (distance > (of[node] as number)) continue
    if (node < pool.supplies.length) fromSupply(pool, filling, reached, open, node)
    else if (node < branchNode(pool, 0)) fromDemand(pool, filling, reached, open, node - pool.supplies.length)
    else fromBranch(pool, filling, reached, open, node - branchNode(pool, 0))
  }
  return reached
}

const reach = (
  { of, before, by }: Distances,
  open: Nearest,
  node: number,
  distance: number,
  from: number,
  arc: number
): void => {
  if (distance >= (of[node] as number)) return
  of[node] = distance
  before[node] = from
  by[node] = arc
  open.push(distance, node)
}

/** One copy of a supply is not used after all. */
const fromBranch = (pool: Pool, { used, ...prices }: Filling, reached: Distances, open: Nearest, branch: number): void => {
  const node = branchNode(pool, branch)
  for (const supply of pool.suppliesAt[branch] as ReadonlyArray<number>) {
    if (used[supply] === 0) continue
    const reduced = (prices.supplyPrice[supply] as number) - (prices.branchPrice[branch] as number)
    reach(reached, open, supply, (reached.of[node] as number) + reduced, node, -1)
  }
}

/** A copy is given up by someone who has it, which costs nothing at these prices; or one more is taken from the branch. */
const fromSupply = (pool: Pool, filling: Filling, reached: Distances, open: Nearest, supply: number): void => {
  const distance = reached.of[supply] as number
  for (const arc of pool.arcsInto[supply] as ReadonlyArray<number>)
    if (filling.flow[arc] !== 0)
      reach(reached, open, pool.supplies.length + (pool.demandOf[arc] as number), distance, supply, arc)
  if (filling.used[supply] === sizeOf(pool, supply)) return
  const branch = pool.supplies[supply]?.branch as number
  const reduced = (filling.branchPrice[branch] as number) - (filling.supplyPrice[supply] as number)
  reach(reached, open, branchNode(pool, branch), distance + reduced, supply, -1)
}

/** Another copy is taken. */
const fromDemand = (pool: Pool, filling: Filling, reached: Distances, open: Nearest, demand: number): void => {
  const node = pool.supplies.length + demand
  const base = (reached.of[node] as number) - (filling.demandPrice[demand] as number)
  for (let arc = pool.arcsFrom[demand] as number; arc < (pool.arcsFrom[demand + 1] as number); arc++) {
    const supply = pool.supplyOf[arc] as number
    reach(
      reached,
      open,
      supply,
      base + (pool.cost[arc] as number) + (filling.supplyPrice[supply] as number),
      node,
      arc
    )
  }
}
