import type { DemandWire, TitleLine, WouldFill } from "../api/model.ts"

type Unfillable = DemandWire["unfillable"][number]

/** Reservations of one title that one thing would fill. */
export interface InVain {
  readonly title: TitleLine
  readonly wouldFill: WouldFill
  readonly because: Unfillable["because"]
  readonly count: number
  /** Since when the first of them waits. */
  readonly since: string
  readonly pickupBranches: ReadonlyArray<string>
  readonly reservationIds: ReadonlyArray<string>
}

/** Those that nothing fills, by title and by what would; those that wait longest first. */
export const inVainOf = (demands: ReadonlyArray<DemandWire>): ReadonlyArray<InVain> => {
  const sums = new Map<string, InVain>()
  for (const { title, unfillable } of demands)
    for (const one of unfillable) {
      const alike = `${title.titleId} ${one.wouldFill} ${one.because}`
      sums.set(alike, withOne(title, sums.get(alike), one))
    }
  return [...sums.values()].sort((one, other) => Date.parse(one.since) - Date.parse(other.since))
}

const withOne = (title: TitleLine, sum: InVain | undefined, one: Unfillable): InVain => {
  const { wouldFill, because, pickupBranch, placedAt, reservationId } = one
  if (sum === undefined) {
    const first = { pickupBranches: [pickupBranch], reservationIds: [reservationId] }
    return { title, wouldFill, because, count: 1, since: placedAt, ...first }
  }
  const since = Date.parse(placedAt) < Date.parse(sum.since) ? placedAt : sum.since
  const pickupBranches = [...new Set([...sum.pickupBranches, pickupBranch])]
  return { ...sum, count: sum.count + 1, since, pickupBranches, reservationIds: [...sum.reservationIds, reservationId] }
}
