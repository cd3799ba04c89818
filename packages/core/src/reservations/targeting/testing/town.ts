import { ItemId, TitleId } from "../../../catalogue/model.ts"
import { ReservationId } from "../../model.ts"
import type { TargetingProblem } from "../problem.ts"
import { now } from "./scene.ts"

/** Many titles over some branches in a row, one of them busier than it likes to be. The same for the same seed. */
export const town = (of: {
  readonly seed: number
  readonly titles: number
  readonly branches: number
  readonly localFirst: boolean
}): TargetingProblem => {
  let state = of.seed + 1
  const below = (n: number): number => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * n)
  }
  const branches = Array.from({ length: of.branches }, (_, n) => `b${n}`)
  const someBranch = (): string => branches[below(2) * below(of.branches)] as string
  const someTitle = (): TitleId => TitleId.make(`t${below(of.titles)}`)
  const copies = Array.from({ length: of.titles * 4 }, (_, n) => ({
    itemId: ItemId.make(`i${n}`),
    titleId: someTitle(),
    volume: null,
    branch: someBranch(),
    homeBranch: someBranch(),
    protectedUntil: null,
    lentElsewhere: below(10) > 0,
    floating: below(2) === 0
  }))
  const reservations = Array.from({ length: of.titles * 2 }, (_, n) => ({
    reservationId: ReservationId.make(`r${n}`),
    titleIds: below(50) === 0 ? [someTitle(), someTitle()] : [someTitle()],
    itemId: null,
    volume: null,
    pickupBranch: someBranch(),
    rank: below(1_000),
    excludedItems: []
  }))
  const costs = branches.map((_, from) =>
    branches.map((__, to) => 3 * Math.abs(from - to) + (from === to ? 0 : below(4)))
  )
  const steps = Array.from({ length: 12 }, (_, step) => ({ after: (of.titles / 20) * step, costEach: 2 * step }))
  const load = Object.fromEntries(branches.map((branch) => [branch, steps]))
  return {
    reservations,
    copies,
    rules: { branches, costs, closed: [], localFirst: of.localFirst, wayHomePercent: 50, load },
    at: now
  }
}
