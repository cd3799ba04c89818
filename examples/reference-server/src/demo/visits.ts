import { type BranchCalendar, type Calendar, LocalDay } from "@openshelf/core"
import type { Chance } from "./chance.ts"
import type { DemoReader } from "./data.ts"
import type { Shelf } from "./shelf.ts"

export type PlannedReader = Pick<DemoReader, "card" | "category" | "homeBranch" | "language" | "expiresOn">

/** A reader at a desk. */
export interface Visit {
  readonly reader: PlannedReader
  readonly branch: string
  readonly from: number
  /** The branch closes. */
  readonly until: number
}

const dayMs = 86_400_000
const homeShare = 0.85

/** Every day from `from` to `to`, both `YYYY-MM-DD` and included. */
export const daysBetween = (from: string, to: string): ReadonlyArray<LocalDay> => {
  const [first, last] = [dayOf(from), dayOf(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => LocalDay.make(first + n))
}

/** The day of a `YYYY-MM-DD`. */
export const dayOf = (date: string): LocalDay => LocalDay.make(Date.parse(date) / dayMs)

/** How often a reader comes without a reason, a day: most seldom, a few often. */
export const dailyRates = (readers: ReadonlyArray<PlannedReader>, chance: Chance): ReadonlyMap<string, number> =>
  new Map(readers.map(({ card }) => [card, 0.01 + 0.12 * chance.share() ** 2]))

/** Who comes on this day, earliest first. Who has something to bring or to fetch goes where it belongs. */
export const visitsOn = (
  day: LocalDay,
  people: {
    readonly readers: ReadonlyArray<PlannedReader>
    readonly rates: ReadonlyMap<string, number>
    readonly calendar: Calendar
    readonly shelf: Shelf
    readonly chance: Chance
  }
): ReadonlyArray<Visit> => {
  const { readers, rates, calendar, shelf, chance } = people
  const errand = ({ card }: PlannedReader): string | undefined =>
    shelf.loansOf(card).find(({ backDay }) => backDay <= day)?.item.branch ??
    shelf.keptFor(card).find(({ pickUpDay }) => pickUpDay <= day)?.item.branch
  const stroll = ({ card, homeBranch }: PlannedReader): string | undefined => {
    if (!chance.happens(rates.get(card) ?? 0)) return undefined
    return chance.happens(homeShare) ? homeBranch : chance.pick(calendar.branches)
  }
  return readers
    .flatMap((reader) => {
      const branch = calendar.branch(errand(reader) ?? stroll(reader) ?? "")
      const times = branch === undefined ? undefined : someTime(branch, day, chance)
      return branch === undefined || times === undefined ? [] : [{ reader, branch: branch.code, ...times }]
    })
    .sort((a, b) => a.from - b.from)
}

/** Any minute of the day's opening hours but the first and the last few; `undefined` on a closed day. */
const someTime = (branch: BranchCalendar, day: LocalDay, chance: Chance): Pick<Visit, "from" | "until"> | undefined => {
  const span = chance.pickWeighted(branch.spans(day), ({ from, to }) => to - from)
  if (span === undefined) return undefined
  const start = span.from + chance.between(1, Math.max(1, span.to - span.from - 6))
  return { from: branch.instantAt(day, start), until: branch.instantAt(day, span.to) }
}
