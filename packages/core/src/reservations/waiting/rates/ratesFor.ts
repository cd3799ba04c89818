import { type Kind, type KindRates, mergeRates, noRates, type Rates, total } from "./kindRates.ts"

/** Whose observations an estimate rests on: of that very kind, of its item type, of all, or of nobody (a documented guess). */
export type Ground = "kind" | "type" | "all" | "prior"

export interface Grounded {
  readonly of: Ground
  /** How many observations there are of it. */
  readonly seen: number
}

/** Rates to estimate a wait with, and where each part of them comes from. */
export interface RatesFor {
  readonly rates: KindRates
  readonly basis: Basis
}

export interface Basis {
  /** Loans that ended or were renewed. */
  readonly loans: Grounded
  /** Copies that left the pickup shelf. */
  readonly pickups: Grounded
  /** Transits, those of no length too; by the prior only copies that are known to stand elsewhere have one. */
  readonly transits: Grounded
  /** Whole days that reservations have waited, for how many are given up. */
  readonly waits: Grounded
}

/** From how many observations on a kind speaks for itself. */
const enough: Readonly<Record<keyof Basis, number>> = { loans: 30, pickups: 30, transits: 30, waits: 1_000 }

/**
 * The rates for a kind: its own where it was seen often enough (30 loans, pickups, transits; 1,000 days of waiting), else
 * those of its item type, else those of all. Each part for itself: a kind with many loans and few reservations has its
 * own loans and the pickups of others. Where all together is not enough it is taken with the prior (`prior`), of which
 * every estimate has a trace that fades as observations come in.
 */
export const ratesFor = (learned: Rates, { itemType, collection }: Kind): RatesFor => {
  const type = learned.filter((one) => one.itemType === itemType)
  const pools = [
    { of: "kind", rates: pooled(type.filter((one) => one.collection === collection)) },
    { of: "type", rates: pooled(type) },
    { of: "all", rates: pooled(learned) }
  ] as const
  const everything = pools[2].rates
  const chosen = (part: keyof Basis) => {
    const pool = pools.find(({ rates }) => seenOf[part](rates) >= enough[part])
    const rates = pool?.rates ?? everything
    return { rates, ground: { of: pool?.of ?? ("prior" as const), seen: Math.floor(seenOf[part](rates)) } }
  }
  const [loans, pickups, transits, waits] = [chosen("loans"), chosen("pickups"), chosen("transits"), chosen("waits")]
  const { fetched, unfetched, onShelf } = pickups.rates
  const { cancelled, waitedDays } = waits.rates
  return {
    rates: { ...loans.rates, fetched, unfetched, onShelf, transits: transits.rates.transits, cancelled, waitedDays },
    basis: { loans: loans.ground, pickups: pickups.ground, transits: transits.ground, waits: waits.ground }
  }
}

const pooled = (some: Rates): KindRates => some.reduce((all, { rates }) => mergeRates(all, rates), noRates)

const seenOf: Readonly<Record<keyof Basis, (rates: KindRates) => number>> = {
  loans: ({ returned, renewed }) => total(returned) + renewed,
  pickups: ({ fetched, unfetched }) => total(fetched) + total(unfetched),
  transits: ({ transits }) => total(transits),
  waits: ({ waitedDays }) => waitedDays
}
