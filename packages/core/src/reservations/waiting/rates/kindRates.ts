import { type Result, Schema } from "effect"
import { Code } from "../../../decision/code.ts"
import { decoder, type Invalid } from "../../../decision/invalid.ts"
import { loanParts, shelfParts, transitParts } from "./spans.ts"

const amount = Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
const count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const counts = (parts: number) => Schema.Array(count).check(Schema.isMinLength(parts), Schema.isMaxLength(parts))

/** How the loans of one title differ from those of another, as sums that add up when no title is in both. */
const TitleSums = Schema.Struct({
  titles: count,
  loans: count,
  /** Of the squares of each title's loans. */
  squares: count,
  /** Of lengths in terms, of their squares, and of each title's sum squared through its loans. */
  sum: amount,
  sumSquares: amount,
  titleSquares: amount
})

/**
 * What was seen of a kind of item, as counts: histograms of fixed parts that add up (`mergeRates`), about 1 kB as JSON.
 * No reader, no item and no instant stands in it.
 */
export const KindRates = Schema.Struct({
  /** Terms of loans seen, each renewal beginning another, and their days. */
  terms: count,
  termDays: amount,
  /** Loans returned, by the part of the term or of being late. */
  returned: counts(loanParts),
  /** Loans still open or recalled, by how far they had come: they say only that it took longer. */
  open: counts(loanParts),
  /** Terms that ended by a renewal. */
  renewed: count,
  /** Loans whose item never came back: lost, or claimed returned. */
  lost: count,
  /** Days on the pickup shelf until it was fetched, until it was given up, and so far. */
  fetched: counts(shelfParts),
  unfetched: counts(shelfParts),
  onShelf: counts(shelfParts),
  /** Days from a copy's becoming free to its lying on the pickup shelf; the first part: it lay there at once. */
  transits: counts(transitParts),
  /** Reservations that ended while they waited, and the days that all have waited. */
  cancelled: count,
  waitedDays: amount,
  byTitle: TitleSums
})
export type KindRates = typeof KindRates.Type

/** A kind of item, whose loans run alike. */
export interface Kind {
  readonly itemType: string
  readonly collection: string
}

/** What was learned, by kind of item. */
export const Rates = Schema.Array(Schema.Struct({ itemType: Code, collection: Schema.String, rates: KindRates }))
export type Rates = typeof Rates.Type

/** Reads rates that were kept as JSON. Tells everything that is wrong, with its path. */
export const decodeRates: (input: unknown) => Result.Result<Rates, ReadonlyArray<Invalid>> = decoder(Rates)

export const total = (counts: ReadonlyArray<number>): number => counts.reduce((sum, count) => sum + count, 0)

const zeros = (parts: number): ReadonlyArray<number> => new Array<number>(parts).fill(0)

/** Nothing seen yet. */
export const noRates: KindRates = {
  terms: 0,
  termDays: 0,
  returned: zeros(loanParts),
  open: zeros(loanParts),
  renewed: 0,
  lost: 0,
  fetched: zeros(shelfParts),
  unfetched: zeros(shelfParts),
  onShelf: zeros(shelfParts),
  transits: zeros(transitParts),
  cancelled: 0,
  waitedDays: 0,
  byTitle: { titles: 0, loans: 0, squares: 0, sum: 0, sumSquares: 0, titleSquares: 0 }
}

const added = <A extends Readonly<Record<string, number | object>>>(one: A, other: A): A =>
  Object.fromEntries(
    Object.entries(one).map(([name, mine]) => {
      const theirs = other[name] as typeof mine
      if (typeof mine === "number") return [name, mine + (theirs as number)]
      if (Array.isArray(mine)) return [name, mine.map((value, part) => value + (theirs as Array<number>)[part])]
      return [name, added(mine as A, theirs as A)]
    })
  ) as A

/** What both have seen together, in any order. Exact but for `byTitle`, where a title was in both. */
export const mergeRates = (one: KindRates, other: KindRates): KindRates => added(one, other)
