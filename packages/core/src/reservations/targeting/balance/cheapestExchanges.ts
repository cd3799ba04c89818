import { type Nearest, nearest } from "../nearest.ts"
import { exchangeCosts } from "../pool/exchange.ts"
import type { Filling } from "../pool/fill.ts"
import type { Pool } from "../pool/pool.ts"

export interface FilledPool {
  readonly pool: Pool
  readonly filling: Filling
}

/**
 * Over all pools, the cheapest way to take a copy fewer from one branch and one more from another. Costs of a pool are
 * looked up again only after it changed, and only from branches that are asked for.
 */
export interface CheapestExchanges {
  /** Puts a pool at a number, in place of what was there; `null`: nothing. */
  readonly put: (number: number, filled: FilledPool | null) => void
  /** The filling of the pool at a number is another now. */
  readonly changed: (number: number) => void
  /** To each branch: its cost, `Infinity` where no pool can. Valid until something changes. */
  readonly from: (branch: number) => Float64Array
  /** The pool that exchanges at this cost, after `from` told it. */
  readonly poolFor: (from: number, to: number) => number
}

interface Looked {
  readonly filled: FilledPool
  /** By the number of the branch in the pool; `null`: to be looked up. */
  readonly costs: Array<Float64Array | null>
  /** What was looked up last, still in the heaps. */
  readonly before: Array<Float64Array | null>
}

export const cheapestExchanges = (branchCount: number): CheapestExchanges => {
  const pools: Array<Looked | null> = []
  /** Pools whose costs from a branch are to be looked up. */
  const stale: ReadonlyArray<Set<number>> = Array.from({ length: branchCount }, () => new Set())
  const heaps: Array<Nearest | undefined> = []
  const best = new Float64Array(branchCount)

  const heapOf = (from: number, to: number): Nearest => {
    const at = from * branchCount + to
    const heap = heaps[at] ?? nearest()
    heaps[at] = heap
    return heap
  }
  const lookUp = (number: number, branch: number): void => {
    const looked = pools[number]
    const from = looked?.filled.pool.branches.indexOf(branch) ?? -1
    if (looked == null || from < 0) return
    const { pool, filling } = looked.filled
    const costs = exchangeCosts(pool, filling, from)
    const before = looked.before[from]
    looked.costs[from] = costs
    looked.before[from] = costs
    for (const [to, cost] of costs.entries())
      if (to !== from && cost !== Number.POSITIVE_INFINITY && cost !== before?.[to])
        heapOf(branch, pool.branches[to] as number).push(cost, number)
  }
  const holds = (number: number, from: number, to: number, cost: number): boolean => {
    const looked = pools[number]
    if (looked == null) return false
    const { branches } = looked.filled.pool
    return looked.costs[branches.indexOf(from)]?.[branches.indexOf(to)] === cost
  }
  /** What is in the heaps of pools that changed since is no longer so. */
  const cheapest = (from: number, to: number): number => {
    const heap = heaps[from * branchCount + to]
    while (heap !== undefined && heap.size() > 0) {
      if (holds(heap.number(), from, to, heap.distance())) return heap.distance()
      heap.pop()
    }
    return Number.POSITIVE_INFINITY
  }
  return {
    put: (number, filled) => {
      pools[number] =
        filled === null
          ? null
          : { filled, costs: filled.pool.branches.map(() => null), before: filled.pool.branches.map(() => null) }
      for (const branch of filled?.pool.branches ?? []) stale[branch]?.add(number)
    },
    changed: (number) => {
      const looked = pools[number] as Looked
      looked.costs.fill(null)
      for (const branch of looked.filled.pool.branches) stale[branch]?.add(number)
    },
    from: (branch) => {
      for (const number of stale[branch] ?? []) lookUp(number, branch)
      stale[branch]?.clear()
      for (let to = 0; to < branchCount; to++)
        best[to] = to === branch ? Number.POSITIVE_INFINITY : cheapest(branch, to)
      return best
    },
    poolFor: (from, to) => heapOf(from, to).number()
  }
}
