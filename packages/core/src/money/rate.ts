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

/** So many units at a rate, in whole minor units: exact until the end, and rounded once. Units are whole and not below 0. */
export const atRate = ({ scaled, digits }: Rate, units: number, rounding: Rounding): number => {
  const exact = scaled * BigInt(units)
  return Number(roundedQuotient(exact, 10n ** BigInt(digits), rounding))
}

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
