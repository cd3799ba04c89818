import type { TitleId } from "../../../catalogue/model.ts"
import { joinPools } from "../pool/joinPools.ts"
import type { Pool } from "../pool/pool.ts"
import { poolsOf } from "../pool/poolsOf.ts"
import { type Turns, turnsOf } from "../pool/turns.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import { loadCostsOf } from "../rules/loadCosts.ts"
import type { TransferRules } from "../rules/transferRules.ts"
import type { Ways } from "../rules/ways.ts"
import { fillPool } from "./decidedPool.ts"
import { emptyNetwork } from "./network.ts"
import { settle } from "./settle.ts"

export interface TurnedPool {
  readonly pool: Pool
  readonly turns: Turns
}

/** Of so few titles a sample would tell too little, and save nothing. */
const sampledFrom = 200
const sampledEvery = 4
/** Of titles with so many reservations, every fourth reservation and copy is taken: one of them alone would weigh too much. */
const thinnedFrom = 64

/**
 * Prices of branches to start from, by place: those at which every fourth title by itself, with a fourth of the load,
 * costs least; these start from a sample in their turn. Reservations for several titles count for their first, so that
 * titles joined by them are sampled like others. What is decided costs the same from any prices; from good ones little is
 * left to exchange.
 */
export const startPrices = (pools: ReadonlyArray<TurnedPool>, rules: TransferRules, ways: Ways): Float64Array => {
  const { reservations, copies, titleCount } = sampleOf(pools)
  if (titleCount < sampledFrom) return emptyNetwork(rules.branches.length, loadCostsOf(rules)).prices
  const pool = joinPools(poolsOf(reservations, copies, ways))
  const sample = { pool, turns: turnsOf(pool, rules.localFirst) }
  const lighter = lighterBy(rules, served([sample]) / Math.max(1, served(pools)))
  const network = emptyNetwork(rules.branches.length, loadCostsOf(lighter))
  network.prices.set(startPrices([sample], lighter, ways))
  fillPool(network, 0, pool, sample.turns)
  settle(network)
  return network.prices
}

interface Sample {
  readonly reservations: ReadonlyArray<TargetedReservation>
  readonly copies: ReadonlyArray<TargetedCopy>
  /** How many titles there are, in and out of the sample. */
  readonly titleCount: number
}

const sampleOf = (pools: ReadonlyArray<TurnedPool>): Sample => {
  const waiting = pools.flatMap(({ pool }) => pool.demands.flatMap(({ reservations }) => reservations))
  const free = pools.flatMap(({ pool }) => pool.supplies.flatMap((supply) => supply.copies))
  const counts = new Map<TitleId, number>()
  for (const row of waiting) counts.set(titleOf(row), (counts.get(titleOf(row)) ?? 0) + 1)
  const titles = new Set([...counts.keys()].filter((_, number) => isNext(number)))
  const thinned = (): ((title: TitleId) => boolean) => {
    const seen = new Map<TitleId, number>()
    return (title) => {
      if ((counts.get(title) ?? 0) < thinnedFrom) return titles.has(title)
      const number = seen.get(title) ?? 0
      seen.set(title, number + 1)
      return isNext(number)
    }
  }
  const [takesReservation, takesCopy] = [thinned(), thinned()]
  return {
    reservations: waiting
      .filter((row) => takesReservation(titleOf(row)))
      .map((row) => (row.titleIds.length === 1 ? row : { ...row, titleIds: [titleOf(row)] })),
    copies: free.filter(({ titleId }) => takesCopy(titleId)),
    titleCount: counts.size
  }
}

const titleOf = ({ titleIds }: TargetedReservation): TitleId => titleIds[0] as TitleId

const isNext = (number: number): boolean => number % sampledEvery === sampledEvery >> 1

const served = (pools: ReadonlyArray<TurnedPool>): number =>
  pools.reduce((sum, { turns }) => sum + turns.served.reduce((all, count) => all + count, 0), 0)

const lighterBy = (rules: TransferRules, share: number): TransferRules => ({
  ...rules,
  load: Object.fromEntries(
    Object.entries(rules.load).map(([branch, steps]) => [
      branch,
      steps.map(({ after, costEach }) => ({ after: Math.round(after * share), costEach }))
    ])
  )
})
