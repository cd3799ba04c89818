import { compare, type Fraction, minus, zero } from "../../money/fraction.ts"

/**
 * A rounded sum shared out over its exact parts: each is its own whole units, and what is left over goes, one unit each,
 * to the parts that lost most by that. So the parts add up to the sum, whatever its rounding.
 */
export const shareOut = (sum: bigint, parts: ReadonlyArray<Fraction>): ReadonlyArray<bigint> => {
  const whole = parts.map(({ num, den }) => num / den)
  const lost = parts.map((part, i) => minus(part, { num: whole[i] ?? 0n, den: 1n }))
  const order = lost.map((_, i) => i).sort((a, b) => compare(lost[b] ?? zero, lost[a] ?? zero) || a - b)
  const left = Number(sum - whole.reduce((total, units) => total + units, 0n))
  const more = new Set(order.slice(0, left))
  return whole.map((units, i) => (more.has(i) ? units + 1n : units))
}
