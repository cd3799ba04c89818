import { exchangeBetween } from "../pool/exchange.ts"
import type { LoadCosts } from "../rules/loadCosts.ts"
import { type CheapestExchanges, cheapestExchanges, type FilledPool } from "./cheapestExchanges.ts"
import { nearestNeed, type Step } from "./nearestNeed.ts"

/** The load of all branches, brought to where nothing is cheaper, pool by pool and change by change. */
export interface LoadBalance {
  readonly priceAt: (branch: number) => number
  readonly put: (number: number, filled: FilledPool | null) => void
  /** Exchanges copies until load and ways together cost least; tells the numbers of the pools that changed. */
  readonly settle: () => ReadonlySet<number>
}

/**
 * Each branch has a price: what its next copy costs for load, or a little less. Pools are filled at these prices. Where a
 * branch then gives out more copies than suit its price, exchanges carry the surplus, on the cheapest way through any
 * pools, to a branch that has too few, and prices follow; as successive shortest paths always do, this ends where the
 * whole is cheapest.
 */
export const loadBalance = (branchCount: number, load: LoadCosts): LoadBalance => {
  const exchanges = cheapestExchanges(branchCount)
  const pools: Array<FilledPool | null> = []
  // The last place is where all copies leave the branches: its price is always 0.
  const prices = Float64Array.from({ length: branchCount + 1 }, (_, branch) =>
    branch < branchCount ? load.ofCopy(branch, 1) : 0
  )
  const used = new Float64Array(branchCount)
  const settled = new Float64Array(branchCount)
  const surplus = new Float64Array(branchCount + 1)

  const count = (filled: FilledPool | null | undefined, sign: number): void => {
    if (filled == null) return
    const { pool, filling } = filled
    for (const [supply, { branch }] of pool.supplies.entries()) {
      const at = pool.branches[branch] as number
      used[at] = (used[at] as number) + sign * (filling.used[supply] as number)
    }
  }
  const suitPrices = (): void => {
    surplus.fill(0)
    for (let branch = 0; branch < branchCount; branch++) {
      const { least, most } = load.countsAt(branch, prices[branch] as number)
      settled[branch] = Math.min(Math.max(used[branch] as number, least), most)
      surplus[branch] = (used[branch] as number) - (settled[branch] as number)
      surplus[branchCount] = (surplus[branchCount] as number) - (surplus[branch] as number)
    }
  }
  const carry = (way: ReadonlyArray<Step>, changed: Set<number>): void => {
    const first = way.at(-1)?.from as number
    const last = way[0]?.to as number
    const held = { pools, exchanges, load, settled, branchCount }
    const moves = way.map((step) => moveOf(step, held))
    const through = moves.flatMap(({ pool }) => pool ?? [])
    // A pool that is passed twice is looked at anew before the second time: the first moved its prices.
    const twice = new Set(through).size < through.length
    const countMax = Math.min(...moves.map((move) => move.countMax))
    const most = twice ? 1 : Math.min(surplus[first] as number, -(surplus[last] as number), countMax)
    for (const [at, move] of moves.entries()) {
      const { pool, make } = twice ? moveOf(way[at] as Step, held) : move
      make(most)
      if (pool === null) continue
      exchanges.changed(pool)
      changed.add(pool)
    }
    surplus[first] = (surplus[first] as number) - most
    surplus[last] = (surplus[last] as number) + most
  }
  return {
    priceAt: (branch) => prices[branch] as number,
    put: (number, filled) => {
      count(pools[number], -1)
      count(filled, 1)
      pools[number] = filled
      exchanges.put(number, filled)
    },
    settle: () => {
      suitPrices()
      const changed = new Set<number>()
      for (let source = 0; source <= branchCount; source++)
        while ((surplus[source] as number) > 0)
          carry(nearestNeed(source, { prices, surplus, settled, load, exchanges }), changed)
      used.set(settled)
      return changed
    }
  }
}

interface Move {
  readonly countMax: number
  /** `null`: copies leave the branch, or do not. */
  readonly pool: number | null
  readonly make: (count: number) => void
}

interface Held {
  readonly pools: ReadonlyArray<FilledPool | null>
  readonly exchanges: CheapestExchanges
  readonly load: LoadCosts
  readonly settled: Float64Array
  readonly branchCount: number
}

const moveOf = ({ from, to }: Step, { pools, exchanges, load, settled, branchCount }: Held): Move => {
  if (from === branchCount || to === branchCount) {
    const [branch, more] = to === branchCount ? [from, 1] : [to, -1]
    const now = settled[branch] as number
    const step = load.ofCopy(branch, more > 0 ? now + 1 : now)
    const { least, most } = load.countsAt(branch, step)
    return {
      countMax: more > 0 ? most - now : now - least,
      pool: null,
      make: (count) => {
        settled[branch] = now + more * count
      }
    }
  }
  const number = exchanges.poolFor(from, to)
  const { pool, filling } = pools[number] as FilledPool
  return { pool: number, ...exchangeBetween(pool, filling, pool.branches.indexOf(from), pool.branches.indexOf(to)) }
}
