import { type Filling, sizeOf } from "../pool/fill.ts"
import type { Pool } from "../pool/pool.ts"
import type { LoadCosts } from "../rules/loadCosts.ts"

export interface FilledPool {
  readonly pool: Pool
  readonly filling: Filling
}

/** A pool among the others. Its nodes are its supplies, then its demands. */
export interface NetworkPool extends FilledPool {
  /** From where there are copies too many, in the search that is going on. */
  readonly distance: Float64Array
  /** The last round in which a node was passed. */
  readonly passed: Int32Array
}

/** The supplies of a pool at one branch. */
export interface SuppliesAt {
  readonly at: NetworkPool
  readonly supplies: ReadonlyArray<number>
}

/**
 * All pools, joined at the branches where their copies stand, and what leaves the branches. Prices of all nodes are such
 * that no change of one copy pays.
 */
export interface Network {
  readonly pools: Array<NetworkPool | null>
  /** By branch, its supplies by the number of their pool. */
  readonly suppliesAt: ReadonlyArray<Map<number, SuppliesAt>>
  readonly load: LoadCosts
  /** By branch, and last the place outside: only differences count. */
  readonly prices: Float64Array
  /** How many copies leave each branch. */
  readonly leaving: Float64Array
  /** How many more come from the pools than leave the branch; negative: fewer. Last, the same of the place outside. */
  readonly surplus: Float64Array
  /** How often copies were carried; what a node was passed in. */
  rounds: number
}

export const emptyNetwork = (branchCount: number, load: LoadCosts): Network => ({
  pools: [],
  suppliesAt: Array.from({ length: branchCount }, () => new Map()),
  load,
  prices: Float64Array.from({ length: branchCount + 1 }, (_, place) =>
    place < branchCount ? load.ofCopy(place, 1) : 0
  ),
  leaving: new Float64Array(branchCount),
  surplus: new Float64Array(branchCount + 1),
  rounds: 0
})

export const outside = ({ suppliesAt }: Network): number => suppliesAt.length

/** What another copy from a branch costs for load. */
export const loadPrice = (network: Network, branch: number): number =>
  (network.prices[branch] as number) - (network.prices[outside(network)] as number)

/** Puts a pool at a number in place of what was there, filled at the prices of now; `null`: nothing. */
export const putPool = (network: Network, number: number, filled: FilledPool | null): void => {
  const { pools, suppliesAt, surplus } = network
  const count = ({ pool, filling }: FilledPool, sign: number): void => {
    for (const [supply, { branch }] of pool.supplies.entries()) {
      const copies = sign * (filling.used[supply] as number)
      surplus[branch] = (surplus[branch] as number) + copies
      surplus[outside(network)] = (surplus[outside(network)] as number) - copies
    }
  }
  const before = pools[number]
  if (before != null) {
    count(before, -1)
    for (const branch of before.pool.suppliesAt.keys()) suppliesAt[branch]?.delete(number)
  }
  pools[number] = null
  if (filled === null) return
  count(filled, 1)
  const size = filled.pool.supplies.length + filled.pool.demands.length
  const distance = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const at: NetworkPool = { ...filled, distance, passed: new Int32Array(size) }
  pools[number] = at
  for (const [branch, supplies] of filled.pool.suppliesAt) suppliesAt[branch]?.set(number, { at, supplies })
}

/** Lets as many more or fewer copies leave each branch as its price allows, so that little is left to carry. */
export const letLeave = (network: Network): void => {
  const { leaving, surplus, load } = network
  for (const [branch, now] of leaving.entries()) {
    const { least, most } = load.countsAt(branch, loadPrice(network, branch))
    const then = Math.min(Math.max(now + (surplus[branch] as number), least), most)
    leaving[branch] = then
    surplus[branch] = (surplus[branch] as number) + now - then
    surplus[outside(network)] = (surplus[outside(network)] as number) - now + then
  }
}

/** Whether a supply has a copy that is not in use. */
export const hasFree = ({ pool, filling }: FilledPool, supply: number): boolean =>
  (filling.used[supply] as number) < sizeOf(pool, supply)

/** What it costs to let a copy more leave a branch, or, from outside, a copy fewer; beyond what the prices say. */
export const leavingCost = (network: Network, from: number, to: number): number => {
  const { load, leaving } = network
  if (to === outside(network)) return load.ofCopy(from, (leaving[from] as number) + 1) - loadPrice(network, from)
  return loadPrice(network, to) - load.ofCopy(to, leaving[to] as number)
}

/** What all load costs. */
export const loadCost = ({ load, leaving }: Network): number =>
  leaving.reduce((sum, count, branch) => sum + load.ofFirst(branch, count), 0)

/** What the ways of a pool cost. */
export const waysCost = ({ pool, filling }: FilledPool): number =>
  filling.flow.reduce((sum, count, arc) => sum + count * (pool.cost[arc] as number), 0)
