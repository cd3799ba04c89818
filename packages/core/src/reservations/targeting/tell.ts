import type { ItemId } from "../../catalogue/model.ts"
import type { ReservationId } from "../model.ts"
import type { DecidedPool } from "./balance/decidedPool.ts"
import { loadPrice, type Network } from "./balance/network.ts"
import { type Dealt, deal } from "./pool/deal.ts"
import type { LoadCosts } from "./rules/loadCosts.ts"
import type { TransferRules } from "./rules/transferRules.ts"
import type { Ways } from "./rules/ways.ts"
import type { LocalTurn, TargetedAssignment, Targeting, TargetingPrices } from "./targeting.ts"
import { byTurn } from "./turnOrder.ts"

export interface Decided {
  readonly pools: ReadonlyArray<DecidedPool>
  /** Who had which copy before, and keeps it where that makes no difference. */
  readonly before?: ReadonlyMap<ReservationId, ItemId>
  readonly network: Network
  readonly rules: TransferRules
  readonly ways: Ways
  readonly load: LoadCosts
}

/** Tells what was decided, copy by copy. */
export const tell = ({ pools, before, network, rules, ways, load }: Decided): Targeting => {
  const dealt: Array<Dealt> = []
  const waiting: Array<Parameters<typeof byTurn>[0]> = []
  const localTurns: Array<LocalTurn> = []
  for (const { pool, filling, turns } of pools) {
    for (const one of deal(pool, filling.flow, before)) dealt.push(one)
    for (const [demand, { reservations }] of pool.demands.entries())
      for (let at = turns.served[demand] as number; at < reservations.length; at++)
        waiting.push(reservations[at] as (typeof reservations)[number])
    if (turns.local !== null)
      for (const { reservation, copy } of deal(pool, turns.local))
        localTurns.push({ reservationId: reservation.reservationId, itemId: copy.itemId })
  }
  const assignments = costed(dealt, ways, load)
  return {
    assignments,
    waiting: waiting.sort(byTurn).map(({ reservationId }) => reservationId),
    cost: assignments.reduce((sum, { cost }) => sum + cost, 0),
    prices: pricesOf(pools, network, rules),
    localTurns
  }
}

/** The prices of these pools' copies, and of all branches. */
export const pricesOf = (
  pools: Iterable<DecidedPool>,
  network: Network,
  { branches }: TransferRules
): TargetingPrices => {
  const copies = new Map<ItemId, number>()
  for (const { pool, filling } of pools)
    for (const [supply, { branch, copies: alike }] of pool.supplies.entries()) {
      const scarcity = (filling.supplyPrice[supply] as number) - (network.prices[branch] as number)
      if (scarcity > 0) for (const { itemId } of alike) copies.set(itemId, scarcity)
    }
  return { branches: new Map(branches.map((branch, place) => [branch, loadPrice(network, place)])), copies }
}

/** Each with its costs, in the order of turns: a branch's later copies bear its later steps of load. */
const costed = (dealt: Array<Dealt>, ways: Ways, load: LoadCosts): ReadonlyArray<TargetedAssignment> => {
  const given = new Map<number, number>()
  return dealt
    .sort((a, b) => byTurn(a.reservation, b.reservation))
    .map(({ reservation: { reservationId, pickupBranch }, copy }) => {
      const standing = ways.standing(copy)
      const pickup = ways.placeOf(pickupBranch)
      const count = (given.get(standing.from) ?? 0) + 1
      given.set(standing.from, count)
      const wayHome = ways.wayHome(standing, pickup)
      const transfer = ways.cost(standing, pickup) - wayHome
      const step = load.ofCopy(standing.from, count)
      const cost = transfer + wayHome + step
      return {
        reservationId,
        itemId: copy.itemId,
        from: copy.branch,
        pickupBranch,
        transfer,
        wayHome,
        load: step,
        cost
      }
    })
}
