import type { Pool } from "./pool.ts"

/** Several pools as one: what it takes to look at them all then lies side by side. Nothing joins one to another. */
export const joinPools = (pools: ReadonlyArray<Pool>): Pool => {
  const demandCount = sum(pools, ({ demands }) => demands.length)
  const supplyCount = sum(pools, ({ supplies }) => supplies.length)
  const arcCount = sum(pools, ({ supplyOf }) => supplyOf.length)
  const joined = {
    demands: pools.flatMap(({ demands }) => demands),
    supplies: pools.flatMap(({ supplies }) => supplies),
    suppliesAt: new Map<number, Array<number>>(),
    arcsFrom: new Int32Array(demandCount + 1),
    demandOf: new Int32Array(arcCount),
    supplyOf: new Int32Array(arcCount),
    cost: new Float64Array(arcCount),
    isLocal: new Uint8Array(arcCount),
    intoFrom: new Int32Array(supplyCount + 1),
    arcsInto: new Int32Array(arcCount)
  }
  let [demand, supply, arc] = [0, 0, 0]
  for (const pool of pools) {
    putFrom(joined.arcsFrom, pool.arcsFrom, demand, arc)
    putFrom(joined.demandOf, pool.demandOf, arc, demand)
    putFrom(joined.supplyOf, pool.supplyOf, arc, supply)
    joined.cost.set(pool.cost, arc)
    joined.isLocal.set(pool.isLocal, arc)
    putFrom(joined.intoFrom, pool.intoFrom, supply, arc)
    putFrom(joined.arcsInto, pool.arcsInto, arc, arc)
    for (const [branch, there] of pool.suppliesAt) {
      const all = joined.suppliesAt.get(branch)
      const numbers = there.map((one) => one + supply)
      if (all === undefined) joined.suppliesAt.set(branch, numbers)
      else for (const one of numbers) all.push(one)
    }
    demand += pool.demands.length
    supply += pool.supplies.length
    arc += pool.supplyOf.length
  }
  return joined
}

const sum = (pools: ReadonlyArray<Pool>, count: (pool: Pool) => number): number =>
  pools.reduce((all, pool) => all + count(pool), 0)

/** Puts numbers from a place on, each raised by as many as come before its pool. */
const putFrom = (into: Int32Array, numbers: Int32Array, place: number, before: number): void => {
  for (let at = 0; at < numbers.length; at++) into[place + at] = (numbers[at] as number) + before
}
