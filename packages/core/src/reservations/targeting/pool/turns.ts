import { byTurn } from "../turnOrder.ts"
import type { Pool } from "./pool.ts"

/** Which reservations of a pool are served: of each demand the first so many. */
export interface Turns {
  readonly served: Int32Array
  /**
   * Who had their turn first because a copy stands at their own branch: how many of each demand by each arc; `null`
   * where that makes no difference.
   */
  readonly local: Int32Array | null
}

/**
 * Takes reservations in turn, and serves each that can be served together with all that were served before it: by a
 * free copy, or by one that somebody gives up who can have another. What it costs is not looked at.
 */
export const turnsOf = (pool: Pool, localFirst: boolean): Turns => {
  const inTurn = pool.demands
    .flatMap(({ reservations }, demand) => reservations.map((reservation) => ({ reservation, demand })))
    .sort((a, b) => byTurn(a.reservation, b.reservation))
    .map(({ demand }) => demand)
  if (!localFirst) return { served: served(pool, inTurn, null).counts, local: null }
  const local = served(pool, inTurn, pool.isLocal)
  return { served: served(pool, localBefore(inTurn, local.counts), null).counts, local: local.flow }
}

/** The same order but for those first of each demand that a local copy can fill: they come before all others. */
const localBefore = (inTurn: ReadonlyArray<number>, counts: Int32Array): ReadonlyArray<number> => {
  const seen = new Int32Array(counts.length)
  const others: Array<number> = []
  const first = inTurn.filter((demand) => {
    seen[demand] = (seen[demand] as number) + 1
    const goesFirst = (seen[demand] as number) <= (counts[demand] as number)
    if (!goesFirst) others.push(demand)
    return goesFirst
  })
  return [...first, ...others]
}

const served = (
  pool: Pool,
  inTurn: ReadonlyArray<number>,
  only: Uint8Array | null
): { readonly counts: Int32Array; readonly flow: Int32Array } => {
  const { arcsFrom, intoFrom, arcsInto, demandOf, supplyOf, supplies, demands } = pool
  const counts = new Int32Array(demands.length)
  const flow = new Int32Array(supplyOf.length)
  const free = Int32Array.from(supplies, ({ copies }) => copies.length)
  // What was reached when a search failed has no free copy and never gets one: no later search enters it.
  const demandSeen = new Int32Array(demands.length).fill(-1)
  const supplySeen = new Int32Array(supplies.length).fill(-1)
  const never = inTurn.length
  const reachedBy = new Int32Array(supplies.length)
  const givesUp = new Int32Array(demands.length)

  /** A supply with a free copy that this demand reaches; -1: none. */
  const search = (root: number, turn: number): number => {
    const reached = [root]
    const passed: Array<number> = []
    demandSeen[root] = turn
    for (const demand of reached)
      for (let arc = arcsFrom[demand] as number; arc < (arcsFrom[demand + 1] as number); arc++) {
        const supply = supplyOf[arc] as number
        if ((only !== null && only[arc] === 0) || (supplySeen[supply] as number) >= turn) continue
        supplySeen[supply] = turn
        reachedBy[supply] = arc
        passed.push(supply)
        if ((free[supply] as number) > 0) return supply
        for (let into = intoFrom[supply] as number; into < (intoFrom[supply + 1] as number); into++) {
          const back = arcsInto[into] as number
          const other = demandOf[back] as number
          if (flow[back] === 0 || (demandSeen[other] as number) >= turn) continue
          demandSeen[other] = turn
          givesUp[other] = back
          reached.push(other)
        }
      }
    for (const demand of reached) demandSeen[demand] = never
    for (const supply of passed) supplySeen[supply] = never
    return -1
  }

  for (const [turn, root] of inTurn.entries()) {
    if (demandSeen[root] === never) continue
    let supply = search(root, turn)
    if (supply < 0) continue
    counts[root] = (counts[root] as number) + 1
    free[supply] = (free[supply] as number) - 1
    for (;;) {
      const arc = reachedBy[supply] as number
      flow[arc] = (flow[arc] as number) + 1
      if (demandOf[arc] === root) break
      const back = givesUp[demandOf[arc] as number] as number
      flow[back] = (flow[back] as number) - 1
      supply = supplyOf[back] as number
    }
  }
  return { counts, flow }
}
