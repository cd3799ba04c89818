import { fill } from "../pool/fill.ts"
import type { Pool } from "../pool/pool.ts"
import type { Turns } from "../pool/turns.ts"
import { type FilledPool, type Network, putPool } from "./network.ts"

/** A pool, who of it is served, and by what. */
export interface DecidedPool extends FilledPool {
  readonly turns: Turns
}

/** Fills a pool at the prices of now and puts it at a number. */
export const fillPool = (network: Network, number: number, pool: Pool, turns: Turns): DecidedPool => {
  const filling = fill(pool, turns.served, (branch) => network.prices[branch] as number)
  putPool(network, number, { pool, filling })
  return { pool, turns, filling }
}
