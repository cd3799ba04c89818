import { Result } from "effect"
import fc from "fast-check"
import type { CompensationRule } from "../../../policy/form/compensation/rule.ts"
import type { Choosable, ValueRow } from "../../../policy/form/compensation/values.ts"
import type { CompensationCase } from "../case.ts"
import { type CompensationMoney, compensationFor } from "../compensationFor.ts"
import type { Compensation } from "../result.ts"

// Small domains on purpose, so that rows match. All amounts are in a currency of two decimals.
const amount = fc.integer({ min: 0, max: 5_000 }).map((minor) => (minor / 100).toFixed(2))
const factor = fc.constantFrom("0", "0.5", "1", "1.25", "2", "3.3", "20")
const percent = fc.constantFrom("0", "12.5", "33", "100", "150")

const choosable = (leaf: fc.Arbitrary<string>): fc.Arbitrary<Choosable> =>
  fc.oneof(
    leaf,
    fc.tuple(leaf, leaf).map(([a, b]) => (Number(a) <= Number(b) ? { min: a, max: b } : { min: b, max: a }))
  )

const when = fc.oneof(
  fc.record({ copies: fc.constantFrom({ max: 1 }, { min: 2, max: 3 }, { min: 4 }) }),
  fc.record({ publicationYear: fc.constantFrom({ max: 1980 }, { min: 1981 }) }),
  fc.record({ origin: fc.constantFrom("home", "imported", { not: ["home"] }) }),
  fc.record({ conduct: fc.constantFrom("accident" as const, "theft" as const) }),
  fc.record({ price: fc.constantFrom({ max: "10.00" }, { min: "20.00" }) })
)

/** Rows with conditions, and one at the end that always holds. */
const rows = (leaf: fc.Arbitrary<string>): fc.Arbitrary<ReadonlyArray<ValueRow>> =>
  fc
    .tuple(fc.array(fc.tuple(when, choosable(leaf)), { maxLength: 3 }), choosable(leaf))
    .map(([some, last]) => [
      ...some.map(([condition, value], i) => ({ id: `row${i}`, when: condition, value })),
      { id: "else", value: last }
    ])

const table = fc.tuple(rows(factor), fc.constantFrom("none", "perYear", "depreciation")).map(([list, age]) =>
  list.map((row) => ({
    ...row,
    ...(age === "perYear" ? { perYear: true } : {}),
    ...(age === "depreciation" ? { depreciation: { lifeYears: 12, floor: "0.25" } } : {})
  }))
)

const measure = fc.oneof(
  fc.record({ perPage: choosable(amount) }),
  fc.record({ perSpot: choosable(amount) }),
  fc.record({ flat: choosable(amount) }),
  fc.record({ percentOfPrice: choosable(percent) }),
  fc.record({ multiple: choosable(factor) }),
  fc.constant({ repairCost: true as const }),
  fc.constant({ asLoss: true as const })
)

/** Grades of two kinds, from `g0`, the lightest, to `g2`. */
const grades = fc
  .array(measure, { minLength: 3, maxLength: 3 })
  .map((costs) => costs.map((cost, i) => ({ grade: `g${i}`, cost })))

const ends = fc.tuple(amount, amount).map(([a, b]) => (Number(a) <= Number(b) ? [a, b] : [b, a]) as [string, string])

const charge: fc.Arbitrary<NonNullable<CompensationRule["charge"]>> = fc.oneof(
  fc.constant({ by: "value" as const }),
  ends.map(([minimum, maximum]) => ({ by: "value" as const, minimum, maximum })),
  amount.map((flat) => ({ by: "flat" as const, flat })),
  ends.map(([flat, maximum]) => ({ by: "larger" as const, flat, maximum }))
)

/** Rules with a little of everything. All have a basis, two kinds of damage, `stain` and `tear`, and the part `chip`. */
export const arbitraryRule: fc.Arbitrary<CompensationRule> = fc
  .record(
    {
      basis: fc.constant({
        from: [
          { from: "recordedPrice" as const },
          { from: "foreignPrice" as const },
          { from: "standIn" as const, value: "12.00" }
        ]
      }),
      factors: fc.record({
        combine: fc.constantFrom("product" as const, "highest" as const, "sum" as const),
        tables: fc.record({ one: table, two: table }, { requiredKeys: [] })
      }),
      charge,
      processing: fc.record({
        cash: fc.oneof(fc.record({ amount }), fc.record({ percentOfPrice: percent })),
        inKind: fc.record({ amount })
      }),
      afterLoss: fc.oneof(
        fc.constantFrom("add" as const, "drop" as const, "keep" as const),
        amount.map((cap) => ({ cap }))
      ),
      damage: fc.record(
        { kinds: fc.record({ stain: grades, tear: grades }), factor, maximum: amount },
        { requiredKeys: ["kinds"] }
      ),
      parts: fc.record({ chip: choosable(amount) }),
      replacement: fc.constant({ allowed: ["sameEdition" as const] })
    },
    { requiredKeys: ["basis", "damage", "parts"] }
  )
  .map((rule) => rule satisfies CompensationRule)

const damages = fc
  .record(
    {
      stain: fc.record({ grade: fc.constantFrom("g0", "g1", "g2"), count: fc.integer({ min: 1, max: 5 }) }),
      tear: fc.record({ grade: fc.constantFrom("g0", "g1", "g2"), count: fc.integer({ min: 1, max: 5 }) })
    },
    { requiredKeys: [] }
  )
  .map((found) => Object.entries(found).map(([kind, damage]) => ({ kind, ...damage })))

/** Cases of which every fact is known that a row may ask for. */
export const arbitraryCase: fc.Arbitrary<CompensationCase> = fc.record({
  happenedOn: fc.constant("2024-05-01"),
  loss: fc.boolean(),
  item: fc.record({
    recordedPrice: fc.oneof(
      fc.record({ minor: fc.integer({ min: 0, max: 100_000 }), currency: fc.constantFrom("CNY", "USD") }),
      fc.constant(null)
    ),
    publicationYear: fc.integer({ min: 1960, max: 2024 }),
    copies: fc.integer({ min: 1, max: 5 }),
    origin: fc.constantFrom("home", "imported", null)
  }),
  conduct: fc.constantFrom("accident" as const, "theft" as const),
  damages,
  parts: fc.constantFrom([], [{ part: "chip" }], [{ part: "chip", count: 2 }]),
  before: fc.record({ damages, parts: fc.constantFrom([], [{ part: "chip" }]) }),
  overdueMinor: fc.integer({ min: 0, max: 900 }),
  repairCostMinor: fc.integer({ min: 0, max: 5_000 }),
  rates: fc.constant([{ currency: "USD", rate: "7.1234", from: "2024-04-01", source: "policy" as const }])
})

export const arbitraryMoney: fc.Arbitrary<CompensationMoney> = fc.record({
  currency: fc.constant("CNY"),
  rounding: fc.constantFrom("halfUp" as const, "halfEven" as const, "down" as const, "up" as const)
})

/** The amount, with the same end of every range chosen that asks for a choice. */
export const settledAt = (
  end: "min" | "max",
  rule: CompensationRule,
  facts: CompensationCase,
  money: CompensationMoney
): Compensation => {
  const result = compensationFor(rule, facts, money)
  if (Result.isSuccess(result)) return result.success
  const choices = { ...facts.choices }
  for (const refusal of result.failure) {
    if (refusal._tag !== "ChoiceNeeded") throw new Error(`Refused: ${JSON.stringify(result.failure)}`)
    choices[refusal.at] = { value: refusal[end], by: "staff-7" }
  }
  return settledAt(end, rule, { ...facts, choices }, money)
}
