import type { DatedRate } from "../incidents/compensation/rateOn.ts"
import { amountMax, Minor } from "../money/minor.ts"
import { atRate, atRates, type Rate, type Rounding, rateOf, rateText } from "../money/rate.ts"
import type { Counting, LateUnit } from "./lateness/lateUnit.ts"
import { type Late, type LateTerms, lateUnits } from "./lateness/lateUnits.ts"

/** What lateness costs for each unit: tiers by how many units late, in order. Units in no tier cost nothing. */
export interface OverdueRate extends Counting {
  readonly tiers: ReadonlyArray<{
    /** The first unit of the tier, from 1. */
    readonly from: number
    /** The last; `null`: and all that follow. */
    readonly to: number | null
    readonly rate: Rate
  }>
}

export interface OverdueTerms extends LateTerms {
  readonly rate: OverdueRate
  readonly cap: Minor | "unlimited"
  /** The most in percent of the item's price; no cap where that is not known. */
  readonly capOfPrice: number | "unlimited"
  readonly rounding: Rounding
}

export interface OverdueCase extends Late {
  /** Of the item; without one, not known. */
  readonly price?: Minor | null
}

/** How the amount came about: `amountOf` gives it again. */
export interface OverdueSteps {
  readonly per: LateUnit
  readonly every: number
  /** Units late of those that count; of `every` together, each such group. */
  readonly unitsLate: number
  /** Units that are not charged: within grace, or in an amnesty. */
  readonly unitsFree: number
  /** What the others cost, in minor units as decimal text: so many at so much. */
  readonly charged: ReadonlyArray<{ readonly units: number; readonly rate: string }>
  readonly rounding: Rounding
  readonly beforeCap: Minor
  /** The smallest of the caps. */
  readonly cap: Minor
  readonly capOf: "loan" | "price" | "anyAmount"
  readonly capped: boolean
  /** There where the price decided of the cap; in the library's currency. */
  readonly price?: Minor
  /** By which rate, where it is recorded in another. */
  readonly priceRate?: DatedRate
}

export interface OverdueCharge {
  readonly amount: Minor
  readonly units: number
  readonly steps: readonly [OverdueSteps]
}

/**
 * What being late costs until an instant: at a return, or now. A begun unit counts whole unless full ones only are
 * charged. Never above the smallest cap, nor above `amountMax`, so that no policy can make a return impossible; never
 * less later, except in an amnesty.
 */
export const overdueCharge = (late: OverdueCase, terms: OverdueTerms): OverdueCharge => {
  const { rate, rounding } = terms
  const { unitsLate, unitsFree } = lateUnits(late, terms, rate)
  const units = unitsLate - unitsFree
  const charged = rate.tiers
    .map(({ from, to, rate }) => ({ units: Math.min(units, to ?? units) - from + 1, rate: rateText(rate) }))
    .filter(({ units }) => units > 0)
  const before = { charged, rounding }
  const beforeCap = Minor.make(Math.min(uncapped(before), Number.MAX_SAFE_INTEGER))
  const cap = overdueCapOf(terms, late)
  const { per, every } = rate
  const steps = { per, every, unitsLate, unitsFree, ...before, beforeCap, ...cap, capped: beforeCap > cap.cap }
  return { amount: amountOf(steps), units, steps: [steps] }
}

/** The amount that steps lead to, from what was charged, rounding and cap. */
export const amountOf = (steps: Pick<OverdueSteps, "charged" | "rounding" | "cap">): Minor =>
  Minor.make(Math.min(uncapped(steps), steps.cap))

const uncapped = ({ charged, rounding }: Pick<OverdueSteps, "charged" | "rounding">): number =>
  atRates(
    charged.map(({ units, rate }) => ({ units, rate: rateOf(rate, 0) })),
    rounding
  )

/** The most that being late may cost for one loan: the lower one of its cap and its share of the price. */
export const overdueCapOf = (
  { cap, capOfPrice, rounding }: Pick<OverdueTerms, "cap" | "capOfPrice" | "rounding">,
  { price = null }: Pick<OverdueCase, "price">
): Pick<OverdueSteps, "cap" | "capOf" | "price"> => {
  const ofLoan = cap === "unlimited" ? amountMax : Math.min(cap, amountMax)
  const own = { cap: Minor.make(ofLoan), capOf: cap === "unlimited" ? "anyAmount" : "loan" } as const
  if (capOfPrice === "unlimited" || price === null) return own
  const ofPrice = atRate({ scaled: BigInt(price), digits: 2 }, capOfPrice, rounding)
  return ofPrice < ofLoan ? { cap: Minor.make(ofPrice), capOf: "price", price } : { ...own, price }
}
