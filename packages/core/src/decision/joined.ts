import type { Decision } from "./decision.ts"

type Lists = Readonly<Record<string, ReadonlyArray<unknown> | undefined>>

/** Two decisions as one: all of both, or nothing. They change no row in common. */
export const joined = <Receipt>(
  one: Decision<unknown>,
  other: Decision<unknown>,
  receipt: Receipt
): Decision<Receipt> => ({
  insert: both(one.insert, other.insert),
  update: both(one.update, other.update),
  guard: both(one.guard, other.guard),
  count: [...one.count, ...other.count],
  charges: [...one.charges, ...other.charges],
  credits: [...one.credits, ...other.credits],
  cut: both(one.cut, other.cut),
  receipt
})

const both = <L extends object>(one: L, other: L): L => {
  const [left, right] = [one, other] as unknown as [Lists, Lists]
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return Object.fromEntries([...names].map((name) => [name, [...(left[name] ?? []), ...(right[name] ?? [])]])) as L
}
