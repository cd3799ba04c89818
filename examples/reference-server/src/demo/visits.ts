import { Temporal } from "temporal-polyfill"
import type { Chance } from "./chance.ts"
import type { DemoReader } from "./data.ts"
import { type DemoCalendar, type OpenSpan, openSpans } from "./openSpans.ts"
import type { Shelf } from "./shelf.ts"

export type PlannedReader = Pick<DemoReader, "card" | "category" | "homeBranch" | "language" | "expiresOn">

/** One local day of the plan, numbered from its first. */
export interface PlannedDay {
  readonly number: number
  readonly date: string
}

/** A reader at a desk. */
export interface Visit {
  readonly reader: PlannedReader
  readonly branch: string
  readonly from: number
  /** The branch closes. */
  readonly until: number
}

const minute = 60_000
const homeShare = 0.85

/** Every local day from `from` to `to`, both `YYYY-MM-DD` and included. */
export const daysBetween = (from: string, to: string): ReadonlyArray<PlannedDay> => {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(to).days + 1
  return Array.from({ length: Math.max(0, count) }, (_, number) => ({
    number,
    date: first.add({ days: number }).toString()
  }))
}

/** How often a reader comes without a reason, a day: most seldom, a few often. */
export const dailyRates = (readers: ReadonlyArray<PlannedReader>, chance: Chance): ReadonlyMap<string, number> =>
  new Map(readers.map(({ card }) => [card, 0.01 + 0.12 * chance.share() ** 2]))

/** Who comes on this day, earliest first. Who has something to bring or to fetch goes where it belongs. */
export const visitsOn = (
  day: PlannedDay,
  people: {
    readonly readers: ReadonlyArray<PlannedReader>
    readonly rates: ReadonlyMap<string, number>
    readonly calendar: DemoCalendar
    readonly shelf: Shelf
    readonly chance: Chance
  }
): ReadonlyArray<Visit> => {
  const { readers, rates, calendar, shelf, chance } = people
  const branches = Object.keys(calendar.branches)
  const open = new Map(Object.entries(calendar.branches).map(([id, branch]) => [id, openSpans(branch, day.date)]))
  const errand = ({ card }: PlannedReader): string | undefined =>
    shelf.loansOf(card).find(({ backDay }) => backDay <= day.number)?.item.branch ??
    shelf.keptFor(card).find(({ pickUpDay }) => pickUpDay <= day.number)?.item.branch
  const stroll = ({ card, homeBranch }: PlannedReader): string | undefined => {
    if (!chance.happens(rates.get(card) ?? 0)) return undefined
    return chance.happens(homeShare) ? homeBranch : chance.pick(branches)
  }
  return readers
    .flatMap((reader) => {
      const branch = errand(reader) ?? stroll(reader)
      const span = branch === undefined ? undefined : longerOften(open.get(branch) ?? [], chance)
      return branch === undefined || span === undefined ? [] : [visit(reader, branch, span, chance)]
    })
    .sort((a, b) => a.from - b.from)
}

const longerOften = (spans: ReadonlyArray<OpenSpan>, chance: Chance): OpenSpan | undefined =>
  chance.pickWeighted(spans, ({ opens, closes }) => closes - opens)

const visit = (reader: PlannedReader, branch: string, { opens, closes }: OpenSpan, chance: Chance): Visit => ({
  reader,
  branch,
  from: opens + chance.between(1, Math.max(1, Math.floor((closes - opens) / minute) - 6)) * minute,
  until: closes
})
