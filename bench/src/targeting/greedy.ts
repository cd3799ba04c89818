import type { LoadStep, TargetedCopy, TargetedReservation, TargetingProblem } from "@openshelf/core/targeting"

export interface Greedy {
  /** Those that got a copy. */
  readonly served: ReadonlyArray<TargetedReservation>
  readonly cost: number
}

/**
 * The baseline: reservations in the order of the queue, each gets the copy that is cheapest at that moment: way, way home
 * and the step of load that its branch has come to. It understands what the made problems have in them, no more.
 */
export const greedy = ({ reservations, copies, rules, at }: TargetingProblem): Greedy => {
  const places = new Map(rules.branches.map((branch, place) => [branch, place]))
  const placeOf = (branch: string): number => places.get(branch) as number
  const costOf = (from: number, to: number): number => rules.costs[from]?.[to] ?? Number.POSITIVE_INFINITY
  const given = new Int32Array(rules.branches.length)
  const loads = rules.branches.map((branch) => rules.load[branch] ?? [])
  const nextLoad = (branch: number): number =>
    (loads[branch] as ReadonlyArray<LoadStep>).findLast(({ after }) => (given[branch] as number) >= after)?.costEach ??
    0
  const free = new Map<string, Array<TargetedCopy>>()
  for (const copy of copies) {
    const ofTitle = free.get(copy.titleId)
    if (ofTitle === undefined) free.set(copy.titleId, [copy])
    else ofTitle.push(copy)
  }
  const cost = ({ pickupBranch, itemId }: TargetedReservation, copy: TargetedCopy): number => {
    const [from, to, home] = [placeOf(copy.branch), placeOf(pickupBranch), placeOf(copy.homeBranch)]
    const onlyAtHome = !copy.lentElsewhere || (copy.protectedUntil !== null && at < copy.protectedUntil)
    if ((onlyAtHome && to !== home) || (itemId !== null && itemId !== copy.itemId)) return Number.POSITIVE_INFINITY
    const stays = copy.floating === true || (copy.floating !== false && copy.floating.includes(pickupBranch))
    const homeward = stays || to === home ? 0 : Math.ceil((costOf(to, home) * rules.wayHomePercent) / 100)
    return costOf(from, to) + homeward + nextLoad(from)
  }
  const served: Array<TargetedReservation> = []
  let sum = 0
  for (const reservation of reservations.toSorted((a, b) => a.rank - b.rank)) {
    let [least, list, taken] = [Number.POSITIVE_INFINITY, [] as Array<TargetedCopy>, -1]
    for (const title of reservation.titleIds)
      for (const [place, copy] of (free.get(title) ?? []).entries()) {
        const here = cost(reservation, copy)
        if (here < least) [least, list, taken] = [here, free.get(title) as Array<TargetedCopy>, place]
      }
    if (taken < 0) continue
    const branch = placeOf((list[taken] as TargetedCopy).branch)
    given[branch] = (given[branch] as number) + 1
    list[taken] = list[list.length - 1] as TargetedCopy
    list.pop()
    served.push(reservation)
    sum += least
  }
  return { served, cost: sum }
}
