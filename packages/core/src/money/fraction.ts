import { type Rounding, roundedQuotient } from "./rate.ts"

/** An exact number: `num / den` in lowest terms, `den` above 0. No step of a sum of money loses anything. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

/** From text: a decimal, "12.50", or a quotient of whole numbers, "25/3". `null` where it is neither, or below 0. */
export const fractionOf = (text: string): Fraction | null => {
  const [, whole = "", part = "", divisor] = /^(\d{1,80})(?:\.(\d{1,40})|\/([1-9]\d{0,80}))?$/.exec(text) ?? []
  if (whole === "") return null
  return lowest(BigInt(whole + part), divisor === undefined ? 10n ** BigInt(part.length) : BigInt(divisor))
}

/** From text that is known to be a number, as every number of a decoded policy is. */
export const exactly = (text: string): Fraction => {
  const value = fractionOf(text)
  if (value === null) throw new Error(`${JSON.stringify(text)} is not a number of 0 or more: it was never decoded.`)
  return value
}

export const zero: Fraction = { num: 0n, den: 1n }

export const plus = (a: Fraction, b: Fraction): Fraction => lowest(a.num * b.den + b.num * a.den, a.den * b.den)

/** The difference, and 0 where it would be below. */
export const minus = (a: Fraction, b: Fraction): Fraction =>
  compare(a, b) <= 0 ? zero : lowest(a.num * b.den - b.num * a.den, a.den * b.den)

export const times = (a: Fraction, b: Fraction): Fraction => lowest(a.num * b.num, a.den * b.den)

/** The quotient; the divisor is above 0. */
export const over = (a: Fraction, b: Fraction): Fraction => lowest(a.num * b.den, a.den * b.num)

/** Below 0, 0 or above: as the first is smaller than, the same as or larger than the second. */
export const compare = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The shortest text that `fractionOf` reads back: a decimal where there is one that ends. */
export const fractionText = ({ num, den }: Fraction): string => {
  const places = placesOf(den)
  if (places === null) return `${num}/${den}`
  const digits = String((num * 10n ** BigInt(places)) / den).padStart(places + 1, "0")
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** Rounded to a whole number: the one place where anything is lost. */
export const rounded = ({ num, den }: Fraction, rounding: Rounding): bigint => roundedQuotient(num, den, rounding)

/** How many decimals a quotient by this has; `null`: they never end. */
const placesOf = (den: bigint): number | null => {
  let [rest, twos, fives] = [den, 0, 0]
  for (; rest % 2n === 0n; rest /= 2n) twos += 1
  for (; rest % 5n === 0n; rest /= 5n) fives += 1
  return rest === 1n ? Math.max(twos, fives) : null
}

const lowest = (num: bigint, den: bigint): Fraction => {
  const divisor = common(num, den)
  return { num: num / divisor, den: den / divisor }
}

const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b))
