import type { TargetedCopy, TargetedReservation, TargetingProblem } from "../problem.ts"
import type { TransferRules } from "../rules/transferRules.ts"

/** What must come out: who is served, and the least that it costs. */
export interface Expected {
  readonly served: ReadonlyArray<string>
  readonly cost: number
}

/** Tries every assignment there is, straight from the words of the rules. Only for a handful of rows. */
export const bruteForce = (
  { reservations, copies, rules, at }: TargetingProblem,
  anyOf: ReadonlyArray<ReadonlyArray<string>> = []
): Expected => {
  const inTurn = reservations.toSorted(
    (a, b) => a.rank - b.rank || (a.reservationId < b.reservationId ? -1 : a.reservationId > b.reservationId ? 1 : 0)
  )
  const costOf = (one: TargetedReservation, copy: TargetedCopy): number | null => wayCost(one, copy, rules, at)
  const local = (one: TargetedReservation, copy: TargetedCopy): number | null =>
    (one.firstFor?.includes(copy.itemId) ?? copy.branch === one.pickupBranch) ? costOf(one, copy) : null
  const first = rules.localFirst ? firstServed(inTurn, copies, local, anyOf) : []
  const order = [...inTurn.filter((one) => first.includes(one)), ...inTurn.filter((one) => !first.includes(one))]
  const served = firstServed(order, copies, costOf, anyOf)
  let cost = Number.POSITIVE_INFINITY
  everyAssignment(served, copies, costOf, (pairs) => {
    cost = Math.min(cost, totalCost(pairs, rules, costOf))
  })
  return { served: served.map(({ reservationId }) => reservationId).sort(), cost }
}

type Pair = readonly [TargetedReservation, TargetedCopy]
type CostOf = (reservation: TargetedReservation, copy: TargetedCopy) => number | null

const firstServed = (
  order: ReadonlyArray<TargetedReservation>,
  copies: ReadonlyArray<TargetedCopy>,
  costOf: CostOf,
  anyOf: ReadonlyArray<ReadonlyArray<string>>
): ReadonlyArray<TargetedReservation> => {
  const served: Array<TargetedReservation> = []
  for (const one of order) {
    const group = anyOf.find((ids) => ids.includes(one.reservationId))
    if (served.some(({ reservationId }) => group?.includes(reservationId) === true)) continue
    let fits = false
    everyAssignment([...served, one], copies, costOf, () => {
      fits = true
    })
    if (fits) served.push(one)
  }
  return served
}

const everyAssignment = (
  [first, ...others]: ReadonlyArray<TargetedReservation>,
  copies: ReadonlyArray<TargetedCopy>,
  costOf: CostOf,
  call: (pairs: ReadonlyArray<Pair>) => void,
  pairs: ReadonlyArray<Pair> = []
): void => {
  if (first === undefined) {
    call(pairs)
    return
  }
  for (const copy of copies)
    if (costOf(first, copy) !== null)
      everyAssignment(
        others,
        copies.filter((other) => other !== copy),
        costOf,
        call,
        [...pairs, [first, copy]]
      )
}

const totalCost = (pairs: ReadonlyArray<Pair>, rules: TransferRules, costOf: CostOf): number => {
  const ways = pairs.reduce((sum, [one, copy]) => sum + (costOf(one, copy) ?? 0), 0)
  const loads = rules.branches.map((branch) => {
    const count = pairs.filter(([, copy]) => copy.branch === branch).length
    const steps = rules.load[branch] ?? []
    return Array.from({ length: count }, (_, n) => steps.findLast(({ after }) => n + 1 > after)?.costEach ?? 0)
  })
  return ways + loads.flat().reduce((sum, each) => sum + each, 0)
}

const wayCost = (
  one: TargetedReservation,
  copy: TargetedCopy,
  { branches, costs, closed, wayHomePercent }: TransferRules,
  at: number
): number | null => {
  const cost = (from: string, to: string): number | null =>
    costs[branches.indexOf(from)]?.[branches.indexOf(to)] ?? null
  const wanted =
    one.titleIds.includes(copy.titleId) &&
    (one.itemId === null || one.itemId === copy.itemId) &&
    (one.volume === null || one.volume === copy.volume) &&
    !one.excludedItems.includes(copy.itemId)
  const isProtected = copy.protectedUntil !== null && at < copy.protectedUntil
  const isKeptHome = (isProtected || !copy.lentElsewhere) && one.pickupBranch !== copy.homeBranch
  if (!wanted || isKeptHome || closed.includes(copy.branch) || closed.includes(one.pickupBranch)) return null
  const there = cost(copy.branch, one.pickupBranch)
  const stays = copy.floating === true || (copy.floating !== false && copy.floating.includes(one.pickupBranch))
  if (there === null || stays || one.pickupBranch === copy.homeBranch) return there
  return there + Math.ceil(((cost(one.pickupBranch, copy.homeBranch) ?? 0) * wayHomePercent) / 100)
}
