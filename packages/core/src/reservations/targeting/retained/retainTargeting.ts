import { Result } from "effect"
import type { ItemId, TitleId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"
import type { DecidedPool } from "../balance/decidedPool.ts"
import { emptyNetwork, loadCost, waysCost } from "../balance/network.ts"
import { settle } from "../balance/settle.ts"
import { type Dealt, deal } from "../pool/deal.ts"
import type { TargetingProblem } from "../problem.ts"
import { mustBeProved } from "../proof/mustBeProved.ts"
import { proveOptimal } from "../proof/proveOptimal.ts"
import { proveBranchPrices } from "../proof/provePrices.ts"
import { proveRows } from "../proof/proveRows.ts"
import { loadCostsOf } from "../rules/loadCosts.ts"
import type { TargetingRefusals } from "../rules/refusal.ts"
import { unsound } from "../rules/soundRows.ts"
import { waysOf } from "../rules/ways.ts"
import type { LocalTurn, Targeting } from "../targeting.ts"
import { pricesOf, tell } from "../tell.ts"
import { type TargetingChange, unsoundChanges } from "./change.ts"
import { livePools } from "./livePools.ts"
import { rowsOf } from "./rows.ts"

/** A targeting that is kept, and follows what happens. */
export interface RetainedTargeting {
  /**
   * Decides anew only what the changes touch: the titles that they are about, those that reservations join to them, and,
   * where a branch comes to another step of its load, as many exchanges elsewhere as that takes. What it costs in all is
   * what a run from the start would. Several changes are made together or, where one is refused, not at all.
   */
  readonly change: (changes: ReadonlyArray<TargetingChange>) => Result.Result<Retargeted, TargetingRefusals>
  /** Everything as it stands, as `target` tells it and proved as there. */
  readonly targeting: () => Targeting
}

export interface Retargeted {
  /** Who now gets a copy, or another one. */
  readonly assigned: ReadonlyArray<LocalTurn>
  /** Who was to get one and waits on. */
  readonly released: ReadonlyArray<ReservationId>
  /** Of all assignments together. */
  readonly cost: number
}

/** Targets once, and keeps what it takes to follow changes. Refuses as `target` does. */
export const retainTargeting = (problem: TargetingProblem): Result.Result<RetainedTargeting, TargetingRefusals> => {
  const refusals = unsound(problem)
  if (refusals !== null) return Result.fail(refusals)
  const { rules, at } = problem
  const ways = waysOf(rules, at)
  const load = loadCostsOf(rules)
  const network = emptyNetwork(rules.branches.length, load)
  const rows = rowsOf(problem)
  const pools = livePools(network, ways, rules)
  const present = {
    hasItem: (itemId: ItemId) => rows.copies.has(itemId),
    hasReservation: (reservationId: ReservationId) => rows.reservations.has(reservationId),
    branches: new Set(rules.branches)
  }
  const dealt = new Map<number, ReadonlyMap<ReservationId, ItemId>>()
  const held = new Map<ReservationId, ItemId>()
  const costs = new Map<number, number>()
  let cost = 0

  const decide = (titles: ReadonlySet<TitleId>): Pick<Retargeted, "assigned" | "released"> => {
    const had = new Map<ReservationId, ItemId>()
    const forget = (number: number): void => {
      for (const [reservationId, itemId] of dealt.get(number) ?? []) {
        had.set(reservationId, itemId)
        held.delete(reservationId)
      }
      dealt.delete(number)
      cost -= costs.get(number) ?? 0
      costs.delete(number)
    }
    for (const number of pools.numbersOf(titles)) forget(number)
    const touched = new Set([...pools.remake(titles, rows), ...settle(network)])
    const pairs: Array<LocalTurn> = []
    for (const number of touched) {
      forget(number)
      const { pool, filling } = pools.at(number)
      const ofPool = deal(pool, filling.flow, had).map(pairOf)
      costs.set(number, waysCost(pools.at(number)))
      cost += costs.get(number) as number
      dealt.set(number, new Map(ofPool.map(({ reservationId, itemId }) => [reservationId, itemId])))
      for (const pair of ofPool) pairs.push(pair)
    }
    for (const { reservationId, itemId } of pairs) held.set(reservationId, itemId)
    proveLocally([...touched].map(pools.at), pairs)
    return {
      assigned: pairs.filter(({ reservationId, itemId }) => had.get(reservationId) !== itemId),
      released: [...had.keys()].filter((one) => rows.reservations.has(one) && !held.has(one))
    }
  }
  const proveLocally = (changed: ReadonlyArray<DecidedPool>, assignments: ReadonlyArray<LocalTurn>): void => {
    const prices = pricesOf(changed, network, rules)
    const localTurns = changed.flatMap(({ pool, turns: { local } }) =>
      local === null ? [] : deal(pool, local).map(pairOf)
    )
    mustBeProved([
      ...proveRows(rowsIn(changed), { assignments, localTurns, prices }, rules, ways).flaws,
      ...proveBranchPrices([...network.leaving], prices, rules.branches, load)
    ])
  }
  decide(new Set([...rows.reservations.values()].flatMap(({ titleIds }) => titleIds)))
  return Result.succeed({
    change: (changes) => {
      const unfit = unsoundChanges(changes, present)
      if (unfit !== null) return Result.fail(unfit)
      const decided = decide(new Set(changes.flatMap(rows.change)))
      return Result.succeed({ ...decided, cost: cost + loadCost(network) })
    },
    targeting: () => {
      const targeting = tell({ pools: pools.all(), before: held, network, rules, ways, load })
      const now = { ...problem, reservations: [...rows.reservations.values()], copies: [...rows.copies.values()] }
      mustBeProved(proveOptimal(now, targeting))
      return targeting
    }
  })
}

const pairOf = ({ reservation: { reservationId }, copy: { itemId } }: Dealt): LocalTurn => ({ reservationId, itemId })

const rowsIn = (pools: ReadonlyArray<DecidedPool>): Pick<TargetingProblem, "reservations" | "copies"> => ({
  reservations: pools.flatMap(({ pool }) => pool.demands.flatMap(({ reservations }) => reservations)),
  copies: pools.flatMap(({ pool }) => pool.supplies.flatMap(({ copies }) => copies))
})
