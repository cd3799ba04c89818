import { Instant, ItemId, ReservationId, TitleId } from "@openshelf/core"
import type { TargetedCopy, TargetedReservation, TargetingProblem } from "@openshelf/core/targeting"
import { type Chance, chance } from "../day/chance.ts"
import { branchCosts } from "./branchCosts.ts"

export interface Size {
  readonly reservations: number
  readonly copies: number
  readonly titles: number
  /** How many copies a branch of middling size gives out before each next one costs more. */
  readonly loadFree: number
}

const at = Instant.make(Date.UTC(2026, 0, 5))
const day = 86_400_000

/**
 * A library system as it might be: real branches and ways between them, a few titles that everybody wants and many that
 * few do, some copies new, some not lent elsewhere, some of a floating collection, some reservations for one volume, for
 * either of two titles, or for one copy.
 */
export const madeProblem = (size: Size, seed: number): TargetingProblem => {
  const dice = chance(seed)
  const { branches, movements, costs } = branchCosts()
  const branchOf = drawn(movements, branches, dice)
  const titles = Array.from({ length: size.titles }, (_, n) => TitleId.make(`title${n}`))
  const wanted = drawn(zipf(size.titles, 0.85), titles, dice)
  const held = drawn(zipf(size.titles, 0.6), titles, dice)
  const copies = Array.from({ length: size.copies }, (_, n): TargetedCopy => {
    const branch = branchOf()
    return {
      itemId: ItemId.make(`item${n}`),
      titleId: titles[n] ?? held(),
      volume: null,
      branch,
      homeBranch: dice.happens(0.85) ? branch : branchOf(),
      protectedUntil: dice.happens(0.05) ? Instant.make(at + day) : null,
      lentElsewhere: !dice.happens(0.03),
      floating: dice.happens(0.3)
    }
  })
  const reservations = Array.from({ length: size.reservations }, (_, n): TargetedReservation => {
    const titleId = wanted()
    const itemId = dice.happens(0.01) ? (copies[dice.below(size.copies)] as TargetedCopy) : null
    const either = dice.happens(0.01) ? wanted() : titleId
    return {
      reservationId: ReservationId.make(`reservation${n}`),
      titleIds: itemId !== null ? [itemId.titleId] : either === titleId ? [titleId] : [titleId, either],
      itemId: itemId?.itemId ?? null,
      volume: null,
      pickupBranch: branchOf(),
      rank: n,
      excludedItems: []
    }
  })
  const middling = movements.reduce((sum, count) => sum + count, 0) / movements.length
  const load = Object.fromEntries(
    branches.map((branch, place) => {
      const free = Math.round((size.loadFree * Math.sqrt((movements[place] as number) / middling)) / 10) * 10
      const steps = [0, 4, 10, 20, 40].map((costEach, step) => ({
        after: Math.round(step === 0 ? 0 : free * (0.75 + step / 4)),
        costEach
      }))
      return [branch, steps]
    })
  )
  return {
    reservations,
    copies,
    rules: { branches, costs, closed: [], localFirst: false, wayHomePercent: 50, load },
    at
  }
}

/** The n-th most popular is wanted so much less than the first. */
const zipf = (count: number, exponent: number): ReadonlyArray<number> =>
  Array.from({ length: count }, (_, n) => 1_000 / (n + 1) ** exponent)

/** Draws one by its weight. */
const drawn = <A>(weights: ReadonlyArray<number>, of: ReadonlyArray<A>, dice: Chance): (() => A) => {
  const sums: Array<number> = []
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight)
  const total = sums.at(-1) as number
  return () => {
    const point = (dice.below(1_000_000_000) / 1_000_000_000) * total
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > point) high = middle
      else low = middle + 1
    }
    return of[low] as A
  }
}
