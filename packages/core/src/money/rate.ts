export type Rounding = "halfUp" | "halfEven" | "down" | "up"

/** A rate of money, exact: `scaled / 10^digits` minor units for one unit. */
export interface Rate {
  readonly scaled: bigint
  readonly digits: number
}

/** A rate from major units as a decimal text, "0.10", in a currency with so many decimal places. */
export const rateOf = (amount: string, currencyDigits: number): Rate => {
  const [whole = "0", fraction = ""] = amount.split(".")
  const padded = fraction.padEnd(currencyDigits, "0")
  return { scaled: BigInt(whole + padded), digits: padded.length - currencyDigits }
}

/** A rate as decimal text in minor units, "12.5": read again by `rateOf(text, 0)`. */
export const rateText = ({ scaled, digits }: Rate): string => {
  const text = String(scaled).padStart(digits + 1, "0")
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Whole units at a rate, 0 or more. */
export interface UnitsAtRate {
  readonly units: number
  readonly rate: Rate
}

/** So many units at a rate, in whole minor units: exact until the end, and rounded once. Below zero it rounds as above. */
export const atRate = (rate: Rate, units: number, rounding: Rounding): number => atRates([{ units, rate }], rounding)

/** The same of several rates together: their sum is rounded, not each. */
export const atRates = (parts: ReadonlyArray<UnitsAtRate>, rounding: Rounding): number => {
  const digits = parts.reduce((most, { rate }) => Math.max(most, rate.digits), 0)
  const sum = parts.reduce(
    (total, { units, rate }) => total + rate.scaled * BigInt(units) * 10n ** BigInt(digits - rate.digits),
    0n
  )
  return Number(sum < 0n ? -rounded(-sum, digits, rounding) : rounded(sum, digits, rounding))
}

const rounded = (exact: bigint, digits: number, rounding: Rounding): bigint =>
  roundedQuotient(exact, 10n ** BigInt(digits), rounding)

/** A quotient as a whole number. The dividend is 0 or more, the divisor above 0. */
export const roundedQuotient = (dividend: bigint, divisor: bigint, rounding: Rounding): bigint => {
  const whole = dividend / divisor
  return whole + roundsUp(dividend % divisor, divisor, whole, rounding)
}

const roundsUp = (rest: bigint, one: bigint, whole: bigint, rounding: Rounding): bigint => {
  if (rest === 0n || rounding === "down") return 0n
  if (rounding === "up" || rest * 2n > one) return 1n
  if (rest * 2n < one) return 0n
  return rounding === "halfUp" ? 1n : whole % 2n
}
