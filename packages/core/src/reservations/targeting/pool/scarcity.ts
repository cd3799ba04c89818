import { distancesFrom } from "./distances.ts"
import type { Filling } from "./fill.ts"
import type { Pool } from "./pool.ts"

/**
 * What the scarcity of each supply costs at the branches' prices: 0 where a copy is left over, else at least so much that
 * no reservation would rather have it. The filling is a cheapest one at these prices.
 */
export const scarcityOf = (pool: Pool, filling: Filling, priceAt: (branch: number) => number): Float64Array => {
  const { branchPrice, supplyPrice } = filling
  const above = pool.branches.map((branch, number) => (branchPrice[number] as number) - priceAt(branch))
  const lift = -Math.min(0, ...above)
  const { of } = distancesFrom(
    pool,
    filling,
    above.map((distance) => distance + lift)
  )
  return Float64Array.from(pool.supplies, ({ branch }, supply) => {
    const price = (supplyPrice[supply] as number) - (of[supply] as number) + lift
    return Math.max(0, price - priceAt(pool.branches[branch] as number))
  })
}

