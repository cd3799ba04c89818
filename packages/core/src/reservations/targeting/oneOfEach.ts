import { Result } from "effect"
import type { ReservationId } from "../model.ts"
import type { TargetedReservation, TargetingProblem } from "./problem.ts"
import type { TargetingChange } from "./retained/change.ts"
import { type RetainedTargeting, retainTargeting } from "./retained/retainTargeting.ts"
import type { TargetingRefusals } from "./rules/refusal.ts"
import { target } from "./target.ts"
import type { Targeting } from "./targeting.ts"
import { byTurn } from "./turnOrder.ts"

/** A targeting of those who are left once of each group one is served. */
export interface OneOfEach extends Targeting {
  /** Those that were set out because another of their group has a copy. They are neither assigned nor waiting. */
  readonly setOut: ReadonlyArray<ReservationId>
}

/**
 * The same as `target` where of some reservations one is enough, as for any of several titles: of each group at most one is
 * served, the one whose turn is first, and the copies of the others go to whoever is next. Taken in turn, that is: each is
 * served if it can be together with all that were served before it, unless one of its group was. Its cost is the least for
 * those who are served, and the answer is proved for the problem without `setOut`.
 *
 * A group names each reservation once, and no reservation is in two groups.
 */
export const oneOfEach = (
  problem: TargetingProblem,
  groups: ReadonlyArray<ReadonlyArray<ReservationId>>
): Result.Result<OneOfEach, TargetingRefusals> => {
  const several = groupsOf(problem, groups)
  return several.length === 0
    ? Result.map(target(problem), (targeting) => ({ ...targeting, setOut: [] }))
    : Result.map(retainTargeting(problem), (retained) => settled(retained, several))
}

/** The reservations of each group in turn; groups of which no more than one waits bind nobody. */
const groupsOf = (
  { reservations }: TargetingProblem,
  groups: ReadonlyArray<ReadonlyArray<ReservationId>>
): ReadonlyArray<ReadonlyArray<TargetedReservation>> => {
  if (groups.length === 0) return []
  const rows = new Map(reservations.map((row) => [row.reservationId, row]))
  return groups
    .map((group) => group.flatMap((id) => rows.get(id) ?? []).sort(byTurn))
    .filter(({ length }) => length > 1)
}

/** Sets out whoever comes second in a group, and decides anew what that touches, until no group has two. */
const settled = (retained: RetainedTargeting, groups: ReadonlyArray<ReadonlyArray<TargetedReservation>>): OneOfEach => {
  const out = new Set<TargetedReservation>()
  const broughtBack = new Set<ReadonlyArray<TargetedReservation>>()
  const served = new Set(retained.targeting().assignments.map(({ reservationId }) => reservationId))
  const isServed = ({ reservationId }: TargetedReservation): boolean => served.has(reservationId)
  const change = (changes: ReadonlyArray<TargetingChange>): void => {
    const { assigned, released } = Result.getOrThrow(retained.change(changes))
    for (const one of changes) if (one._tag === "ReservationWent") served.delete(one.reservationId)
    for (const id of released) served.delete(id)
    for (const { reservationId } of assigned) served.add(reservationId)
  }
  for (;;) {
    const second = groups.flatMap((group) => group.filter(isServed).slice(1))
    // Where local ones go first, whoever was served may lose their turn to one that became local: the others are asked again, once.
    const bare = groups.filter(
      (group) => !broughtBack.has(group) && !group.some(isServed) && group.some((one) => out.has(one))
    )
    if (second.length > 0) {
      for (const one of second) out.add(one)
      change(second.map(({ reservationId }) => ({ _tag: "ReservationWent", reservationId })))
    } else if (bare.length > 0) {
      const back = bare.flatMap((group) => group.filter((one) => out.delete(one)))
      for (const group of bare) broughtBack.add(group)
      change(back.map((reservation) => ({ _tag: "ReservationCame", reservation })))
    } else return { ...retained.targeting(), setOut: [...out].map(({ reservationId }) => reservationId) }
  }
}
