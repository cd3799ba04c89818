import type { TargetingProblem } from "../problem.ts"
import { type LoadCosts, loadCostsOf } from "../rules/loadCosts.ts"
import { type Ways, waysOf } from "../rules/ways.ts"
import type { TargetedAssignment, Targeting } from "../targeting.ts"
import type { TargetingFlaw } from "./flaw.ts"
import type { Grounds } from "./grounds.ts"
import type { Matching } from "./matching.ts"
import { proveBranchPrices } from "./provePrices.ts"
import { proveRows } from "./proveRows.ts"

/**
 * Every flaw of an answer to a sound problem; empty: it is proved. It looks at the problem, the answer and its prices
 * alone, not at how they were found, and takes time in proportion to the copies of each title times the branches where
 * it is waited for.
 *
 * What is proved: no copy and no reservation is assigned twice, no pair is forbidden, all costs are told rightly, those
 * served are the first that can be, and no assignment that serves them costs less.
 */
export const proveOptimal = (problem: TargetingProblem, targeting: Targeting): ReadonlyArray<TargetingFlaw> => {
  const { rules } = problem
  const ways = waysOf(rules, problem.at)
  const load = loadCostsOf(rules)
  const { flaws, grounds, matching } = proveRows(problem, targeting, rules, ways)
  const counts = new Array<number>(rules.branches.length).fill(0)
  return [
    ...flaws,
    ...wrongCosts(targeting, grounds, ways, load, counts),
    ...forgotten(grounds, matching, targeting),
    ...proveBranchPrices(counts, targeting.prices, rules.branches, load)
  ]
}

/** Counts what each branch gives out, too. */
const wrongCosts = (
  { assignments, cost }: Targeting,
  grounds: Grounds,
  ways: Ways,
  load: LoadCosts,
  counts: Array<number>
): ReadonlyArray<TargetingFlaw> => {
  const flaws: Array<TargetingFlaw> = []
  const same = (at: () => string, told: number, expected: number): void => {
    if (told !== expected) flaws.push({ _tag: "CostWrong", at: at(), told, expected })
  }
  let sum = 0
  for (const [place, told] of assignments.entries()) {
    const reservation = grounds.reservationNumbers.get(told.reservationId)
    const copy = grounds.copyNumbers.get(told.itemId)
    const standing = copy === undefined ? undefined : grounds.standing[copy]
    if (reservation === undefined || copy === undefined || standing === undefined) continue
    counts[standing.from] = (counts[standing.from] as number) + 1
    const wayHome = ways.wayHome(standing, ways.placeOf(grounds.reservations[reservation]?.pickupBranch as string))
    const step = load.ofCopy(standing.from, counts[standing.from] as number)
    const pair = grounds.pairCost(reservation, copy)
    const expected = { transfer: pair - wayHome, wayHome, load: step, cost: pair + step }
    for (const part of ["transfer", "wayHome", "load", "cost"] as const satisfies ReadonlyArray<
      keyof TargetedAssignment
    >)
      same(() => `assignments[${place}].${part}`, told[part], expected[part])
    sum += expected.cost
  }
  same(() => "cost", cost, sum)
  return flaws
}

const forgotten = (
  { reservations, reservationNumbers }: Grounds,
  { copyOf }: Matching,
  { waiting }: Targeting
): ReadonlyArray<TargetingFlaw> => {
  const waits = new Set(waiting)
  return [
    ...waiting.flatMap((reservationId): ReadonlyArray<TargetingFlaw> => {
      const number = reservationNumbers.get(reservationId)
      if (number === undefined) return [{ _tag: "ReservationUnknown", reservationId }]
      return copyOf[number] === -1 ? [] : [{ _tag: "ReservationTwice", reservationId }]
    }),
    ...reservations.flatMap(
      ({ reservationId }, number): ReadonlyArray<TargetingFlaw> =>
        copyOf[number] === -1 && !waits.has(reservationId) ? [{ _tag: "ReservationForgotten", reservationId }] : []
    )
  ]
}
