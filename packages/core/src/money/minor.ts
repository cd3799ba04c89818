import { Schema } from "effect"

/** Whole minor units of the tenant's currency: 150 is EUR 1.50, or JPY 150. */
export const Minor = Schema.Int.pipe(Schema.brand("Minor"))
export type Minor = typeof Minor.Type

/** The largest single amount. Thousands of such still add up exactly. */
export const amountMax = 1_000_000_000_000

/** Money of at least nothing, within what a double holds exactly. */
export const SumOfMoney = Minor.check(Schema.isGreaterThanOrEqualTo(0), Schema.isLessThanOrEqualTo(amountMax))

/** Money above zero, within what a double holds exactly. */
export const PositiveMinor = Minor.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(amountMax))
