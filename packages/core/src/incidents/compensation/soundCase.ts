import { dayNumber } from "../../calendar/civilDay.ts"
import { compare, fractionOf, zero } from "../../money/fraction.ts"
import { amountMax } from "../../money/minor.ts"
import { isAmount } from "../../policy/form/amounts.ts"
import type { CompensationCase, Price } from "./case.ts"
import type { CompensationRefusal } from "./refusal.ts"

/** Numbers of a case that no reckoning can start from: negative, fractional, enormous, or named twice. All at once. */
export const unsound = (facts: CompensationCase): ReadonlyArray<CompensationRefusal> => [
  ...amounts(facts),
  ...counts(facts),
  ...rates(facts),
  ...repeated(facts)
]

const invalid = (at: string, found: unknown, expected: string): CompensationRefusal => ({
  _tag: "AmountInvalid",
  at,
  found: String(found),
  expected
})

const amounts = ({ item, overdueMinor, repairCostMinor }: CompensationCase): ReadonlyArray<CompensationRefusal> => {
  const prices: ReadonlyArray<readonly [string, Price | null | undefined]> = [
    ["item.recordedPrice", item.recordedPrice],
    ["item.currentPrice", item.currentPrice],
    ["item.estimate", item.estimate],
    ["item.set.price", item.set?.price],
    ["item.serial.yearPrice", item.serial?.yearPrice]
  ]
  const all = [
    ...prices.map(([at, price]) => [`${at}.minor`, price?.minor] as const),
    ["overdueMinor", overdueMinor] as const,
    ["repairCostMinor", repairCostMinor] as const
  ]
  const expected = `whole minor units from 0 to ${amountMax}`
  const currencies = prices.filter(([, price]) => price && !/^[A-Z]{3}$/.test(price.currency))
  return [
    ...all.filter(([, minor]) => !isWhole(minor, amountMax)).map(([at, minor]) => invalid(at, minor, expected)),
    ...currencies.map(([at, price]) => invalid(`${at}.currency`, price?.currency, "a currency of ISO 4217"))
  ]
}

const countMax = 1_000_000

const counts = ({ happenedOn, item, damages, parts, before }: CompensationCase): ReadonlyArray<CompensationRefusal> => {
  const counted = (at: string, list: ReadonlyArray<{ readonly count?: number }> = []) =>
    list.map(({ count }, i) => [`${at}[${i}].count`, count] as const)
  const all = [
    ["item.pages", item.pages] as const,
    ["item.publicationYear", item.publicationYear] as const,
    ["item.copies", item.copies] as const,
    ...counted("damages", damages),
    ...counted("parts", parts),
    ...counted("before.damages", before?.damages),
    ...counted("before.parts", before?.parts)
  ]
  const day =
    dayNumber(happenedOn) === null ? [invalid("happenedOn", happenedOn, "a day that exists, as YYYY-MM-DD")] : []
  const expected = `a whole number from 0 to ${countMax}`
  return [
    ...day,
    ...all.filter(([, count]) => !isWhole(count, countMax)).map(([at, count]) => invalid(at, count, expected))
  ]
}

const isWhole = (value: number | null | undefined, max: number): boolean =>
  value === null || value === undefined || (Number.isInteger(value) && value >= 0 && value <= max)

const rates = ({ rates: list = [] }: CompensationCase): ReadonlyArray<CompensationRefusal> =>
  list.flatMap(({ rate }, i) => {
    const exact = isAmount(rate) ? fractionOf(rate) : null
    return exact !== null && compare(exact, zero) > 0 ? [] : [invalid(`rates[${i}].rate`, rate, "a rate above 0")]
  })

const repeated = ({ damages = [], parts = [] }: CompensationCase): ReadonlyArray<CompensationRefusal> => [
  ...twice(damages.map(({ kind }) => kind)).map((kind) => ({ _tag: "DamageRepeated" as const, kind })),
  ...twice(parts.map(({ part }) => part)).map((part) => ({ _tag: "PartRepeated" as const, part }))
]

const twice = (names: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(names.filter((name, i) => names.indexOf(name) < i))
]
