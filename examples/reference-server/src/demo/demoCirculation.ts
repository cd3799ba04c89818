import type { Calendar } from "@openshelf/core"
import { actsOf, type DemoAct, type Plan } from "./acts.ts"
import { type Chance, chanceFrom } from "./chance.ts"
import { type PlannedItem, shelfOf } from "./shelf.ts"
import type { DemoTerms } from "./terms.ts"
import { dailyRates, daysBetween, type PlannedReader, visitsOn } from "./visits.ts"

/** An act, where, and when: `at` is in milliseconds since 1970-01-01T00:00Z. */
export type DemoCommand = DemoAct & { readonly at: number; readonly branch: string }

export interface DemoCirculationOptions {
  readonly seed: number
  /** First and last local day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly calendar: Calendar
  readonly items: ReadonlyArray<PlannedItem>
  readonly readers: ReadonlyArray<PlannedReader>
  /** How long a copy goes out; `null`: not at all. */
  readonly terms: (item: PlannedItem) => DemoTerms | null
}

const gap = 7_000

/**
 * A made-up but consistent circulation, in order of time and without end states tidied up: at the end things are out,
 * some overdue, and some people wait. Same options, same commands. Every command falls into the opening hours of its
 * branch; a copy is lent only where it belongs, while it is in, and not while it is set aside for somebody else.
 * Copies are returned where they belong, so nothing needs to travel.
 */
export function* demoCirculation(options: DemoCirculationOptions): Generator<DemoCommand, void, undefined> {
  const { readers, calendar, terms } = options
  const chance = chanceFrom(options.seed)
  const lendable = options.items.filter((item) => terms(item) !== null)
  const plan: Plan = { shelf: shelfOf(lendable), chance, terms, liking: likings(lendable, chance), owing: new Set() }
  const people = { readers, calendar, chance, shelf: plan.shelf, rates: dailyRates(readers, chance) }
  let last = 0
  for (const day of daysBetween(options.from, options.to)) {
    for (const visit of visitsOn(day, people)) {
      let at = Math.max(visit.from, last + gap)
      if (at + 20 * gap >= visit.until) continue
      for (const act of actsOf(visit, day, plan)) {
        yield { ...act, at, branch: visit.branch }
        last = at
        at += gap
      }
    }
  }
}

/** A few titles are asked for all the time, most now and then. */
const likings = (items: ReadonlyArray<PlannedItem>, chance: Chance): ReadonlyMap<string, number> => {
  const titles = chance.shuffled([...new Set(items.map(({ titleId }) => titleId))])
  return new Map(titles.map((titleId, rank) => [titleId, 1 / (rank + 3) ** 0.9]))
}
