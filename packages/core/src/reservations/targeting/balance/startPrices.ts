import type { Pool } from "../pool/pool.ts"
import type { Turns } from "../pool/turns.ts"
import { loadCostsOf } from "../rules/loadCosts.ts"
import type { TransferRules } from "../rules/transferRules.ts"
import { fillPool } from "./decidedPool.ts"
import { emptyNetwork } from "./network.ts"
import { settle } from "./settle.ts"

export interface TurnedPool {
  readonly pool: Pool
  readonly turns: Turns
}

/** Under so many pools a sample would tell too little, and save nothing. */
const sampledFrom = 200
const sampledEvery = 8

/**
 * Prices of branches to start from, by place: those at which every eighth pool by itself, with an eighth of the load,
 * costs least, and these found from a sample in their turn. What is decided is the same from any prices; from good ones
 * little is left to exchange.
 */
export const startPrices = (pools: ReadonlyArray<TurnedPool>, rules: TransferRules): Float64Array => {
  if (pools.length < sampledFrom) return emptyNetwork(rules.branches.length, loadCostsOf(rules)).prices
  const sample = pools.filter((_, number) => number % sampledEvery === sampledEvery >> 1)
  const smaller = lighter(rules, served(sample) / Math.max(1, served(pools)))
  const network = emptyNetwork(rules.branches.length, loadCostsOf(smaller))
  network.prices.set(startPrices(sample, smaller))
  for (const [number, { pool, turns }] of sample.entries()) fillPool(network, number, pool, turns)
  settle(network)
  return network.prices
}

const served = (pools: ReadonlyArray<TurnedPool>): number =>
  pools.reduce((sum, { turns }) => sum + turns.served.reduce((all, count) => all + count, 0), 0)

const lighter = (rules: TransferRules, share: number): TransferRules => ({
  ...rules,
  load: Object.fromEntries(
    Object.entries(rules.load).map(([branch, steps]) => [
      branch,
      steps.map(({ after, costEach }) => ({ after: Math.round(after * share), costEach }))
    ])
  )
})
