import { type KindRates, total } from "./kindRates.ts"
import { lifeTable } from "./lifeTable.ts"
import {
  priorFetch,
  priorGivenUpDaily,
  priorPatienceSpread,
  priorRenew,
  priorReturn,
  priorTermDays,
  priorTravel,
  priorUnfetch,
  priorWaitedDays,
  priorWeight
} from "./prior.ts"
import { decidingPart } from "./spans.ts"
import { titleSpread } from "./titleSums.ts"

/** The rates of a kind as chances, ready to be drawn from. Tables rise: entry n is the chance of having ended before part n. */
export interface Course {
  /** Days of a term; what is late counts beyond it. */
  readonly termDays: number
  readonly returned: Float64Array
  /** Chance that a loan which came to the last tenth of its term is renewed, where that is allowed. */
  readonly renew: number
  readonly fetched: Float64Array
  readonly unfetched: Float64Array
  readonly transit: Float64Array
  /** The same of those that have to travel. */
  readonly travel: Float64Array
  /** Reservations given up for each day that one waits. */
  readonly givenUpDaily: number
  /** How far that of one queue lies from it, as `spread` does. */
  readonly patienceSpread: number
  /** How far the mean loan of a title lies from that of its kind, and that of the kind from what was seen of it. */
  readonly spread: number
}

/**
 * The chances of a kind. Renewals count as loans lost from sight as the last tenth of their term began: whoever may not renew
 * is taken to do what the others do who have it still by then.
 */
export const courseOfKind = (rates: KindRates, termDays: number | null): Course => {
  const [returned] = lifeTable({
    ended: [rates.returned],
    seen: rates.open,
    left: { after: decidingPart - 1, count: rates.renewed },
    lasting: rates.lost,
    prior: [priorReturn]
  }) as readonly [Float64Array]
  const [fetched, unfetched] = lifeTable({
    ended: [rates.fetched, rates.unfetched],
    seen: rates.onShelf,
    prior: [priorFetch, priorUnfetch]
  }) as readonly [Float64Array, Float64Array]
  return {
    termDays: termDays ?? (rates.terms > 0 ? rates.termDays / rates.terms : priorTermDays),
    returned,
    renew: renewChance(rates),
    fetched,
    unfetched,
    transit: risingShares(rates.transits),
    travel: risingShares(rates.transits.map((count, days) => (days === 0 ? 0 : count + priorTravelled(days)))),
    givenUpDaily: (rates.cancelled + priorWaitedDays * priorGivenUpDaily) / (rates.waitedDays + priorWaitedDays),
    patienceSpread: priorPatienceSpread,
    spread: Math.hypot(titleSpread(rates.byTitle), spreadOfMean(rates))
  }
}

const renewChance = ({ returned, open, renewed, lost }: KindRates): number => {
  const wentOn = total(returned.slice(decidingPart)) + total(open.slice(decidingPart)) + lost
  return (renewed + priorWeight * priorRenew) / (renewed + wentOn + priorWeight)
}

const priorTravelled = (days: number): number => priorWeight * (priorTravel[days - 1] ?? 0)

/** How far a mean of so many loans may be off, in shares of it; loans differ by about half their mean. */
const spreadOfMean = ({ returned }: KindRates): number => 0.5 / Math.sqrt(total(returned) + priorWeight)

/** Shares of a histogram summed up; all in its first part where nothing was seen. */
const risingShares = (counts: ReadonlyArray<number>): Float64Array => {
  const all = total(counts)
  const shares = new Float64Array(counts.length + 1)
  counts.forEach((count, part) => {
    shares[part + 1] = (shares[part] as number) + (all > 0 ? count / all : part === 0 ? 1 : 0)
  })
  return shares
}
