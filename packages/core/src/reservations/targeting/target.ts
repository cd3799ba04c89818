import { Result } from "effect"
import { fillPool } from "./balance/decidedPool.ts"
import { emptyNetwork } from "./balance/network.ts"
import { settle } from "./balance/settle.ts"
import { startPrices } from "./balance/startPrices.ts"
import { joinPools } from "./pool/joinPools.ts"
import { poolsOf } from "./pool/poolsOf.ts"
import { turnsOf } from "./pool/turns.ts"
import type { TargetingProblem } from "./problem.ts"
import { mustBeProved } from "./proof/mustBeProved.ts"
import { proveOptimal } from "./proof/proveOptimal.ts"
import { loadCostsOf } from "./rules/loadCosts.ts"
import type { TargetingRefusals } from "./rules/refusal.ts"
import { unsound } from "./rules/soundRows.ts"
import { waysOf } from "./rules/ways.ts"
import type { Targeting } from "./targeting.ts"
import { tell } from "./tell.ts"

/**
 * Decides over all branches which copy fills which reservation.
 *
 * Who is served is a matter of turns alone: each reservation in turn is served if it can be together with all served
 * before it. Among all ways to serve exactly these, the assignment costs least: ways, ways home and load together. Equal
 * input gives equal output, whatever the order of the rows.
 *
 * Refuses what cannot be right, each with its place. Every answer was proved by `proveOptimal` before it is given; that
 * the proof fails would be a bug, and throws.
 */
export const target = (problem: TargetingProblem): Result.Result<Targeting, TargetingRefusals> => {
  const refusals = unsound(problem)
  if (refusals !== null) return Result.fail(refusals)
  const targeting = decide(problem)
  mustBeProved(proveOptimal(problem, targeting))
  return Result.succeed(targeting)
}

/** The same of a sound problem, without the proof. */
export const decide = ({ reservations, copies, rules, at }: TargetingProblem): Targeting => {
  const ways = waysOf(rules, at)
  const load = loadCostsOf(rules)
  const pool = joinPools(poolsOf(reservations, copies, ways))
  const turned = { pool, turns: turnsOf(pool, rules.localFirst) }
  const network = emptyNetwork(rules.branches.length, load)
  network.prices.set(startPrices([turned], rules, ways))
  const decided = fillPool(network, 0, turned.pool, turned.turns)
  settle(network)
  return tell({ pools: [decided], network, rules, ways, load })
}
