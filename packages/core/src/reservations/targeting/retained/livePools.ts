import type { TitleId } from "../../../catalogue/model.ts"
import { type DecidedPool, fillPool } from "../balance/decidedPool.ts"
import { type Network, putPool } from "../balance/network.ts"
import { startPrices } from "../balance/startPrices.ts"
import { poolsOf } from "../pool/poolsOf.ts"
import { turnsOf } from "../pool/turns.ts"
import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { TransferRules } from "../rules/transferRules.ts"
import type { Ways } from "../rules/ways.ts"
import type { Rows } from "./rows.ts"

/** The pools of a problem that changes, each at its number in the network. */
export interface LivePools {
  readonly all: () => ReadonlyArray<DecidedPool>
  readonly at: (number: number) => DecidedPool
  /** The numbers of the pools that these titles are in, if anyone waits for them. */
  readonly numbersOf: (titles: Iterable<TitleId>) => ReadonlySet<number>
  /** Makes the pools of these titles anew from the rows of now, and gives their numbers. */
  readonly remake: (titles: ReadonlySet<TitleId>, rows: Rows) => ReadonlySet<number>
}

export const livePools = (network: Network, ways: Ways, rules: TransferRules): LivePools => {
  const pools: Array<DecidedPool | null> = []
  const unused: Array<number> = []
  const numbers = new Map<TitleId, number>()

  const numbersOf = (titles: Iterable<TitleId>): ReadonlySet<number> => {
    const found = new Set<number>()
    for (const title of titles) {
      const number = numbers.get(title)
      if (number !== undefined) found.add(number)
    }
    return found
  }
  const take = (number: number): void => {
    for (const title of titlesOf(pools[number] as DecidedPool)) numbers.delete(title)
    pools[number] = null
    putPool(network, number, null)
    unused.push(number)
  }
  return {
    all: () => pools.filter((pool) => pool !== null),
    at: (number) => pools[number] as DecidedPool,
    numbersOf,
    remake: (changed, rows) => {
      const before = numbersOf(changed)
      const titles = new Set(changed)
      for (const number of before) for (const title of titlesOf(pools[number] as DecidedPool)) titles.add(title)
      for (const number of before) take(number)
      const reservations = new Set<TargetedReservation>()
      const copies = new Set<TargetedCopy>()
      for (const title of titles) {
        for (const row of rows.reservationsOf(title)) reservations.add(row)
        for (const row of rows.copiesOf(title)) copies.add(row)
      }
      const turned = poolsOf(reservations, copies, ways).map((pool) => ({
        pool,
        turns: turnsOf(pool, rules.localFirst)
      }))
      if (pools.length === 0) network.prices.set(startPrices(turned, rules, ways))
      return new Set(
        turned.map(({ pool, turns }) => {
          const number = unused.pop() ?? pools.length
          const decided = fillPool(network, number, pool, turns)
          pools[number] = decided
          for (const title of titlesOf(decided)) numbers.set(title, number)
          return number
        })
      )
    }
  }
}

const titlesOf = ({ pool }: DecidedPool): ReadonlySet<TitleId> =>
  new Set(pool.demands.flatMap(({ reservations }) => reservations[0]?.titleIds ?? []))
