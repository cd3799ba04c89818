import { Result } from "effect"
import { describe, expect, it } from "vitest"
import type { CompensationRule } from "../../policy/form/compensation/rule.ts"
import type { CompensationCase } from "./case.ts"
import { compensationFor } from "./compensationFor.ts"
import type { CompensationRefusal } from "./refusal.ts"
import { recomputeCompensation } from "./steps.ts"

const money = { currency: "CNY", rounding: "halfUp" } as const
const priced = (minor: number) => ({ recordedPrice: { minor, currency: "CNY" } })
const basis: CompensationRule["basis"] = { from: [{ from: "recordedPrice" }, { from: "foreignPrice" }] }
const lost = (item: CompensationCase["item"], more: Partial<CompensationCase> = {}): CompensationCase => ({
  happenedOn: "2024-05-01",
  loss: true,
  item,
  ...more
})
const damaged = (
  damages: CompensationCase["damages"] = [],
  more: Partial<CompensationCase> = {}
): CompensationCase => ({
  happenedOn: "2024-05-01",
  loss: false,
  item: priced(1000),
  damages,
  ...more
})

const amountOf = (rule: CompensationRule, facts: CompensationCase): number =>
  Result.getOrThrow(compensationFor(rule, facts, money)).amount
const refusalsOf = (rule: CompensationRule, facts: CompensationCase): ReadonlyArray<CompensationRefusal> => {
  const result = compensationFor(rule, facts, money)
  return Result.isFailure(result) ? result.failure : []
}

describe("compensationFor", () => {
  it("tells every step of an amount", () => {
    const rule: CompensationRule = {
      basis,
      factors: { tables: { copies: [{ id: "sole", when: { copies: { max: 1 } }, value: { min: "2", max: "5" } }] } },
      processing: { cash: { amount: "5.00" }, inKind: { amount: "2.00" } },
      afterLoss: "add",
      replacement: { allowed: ["sameEdition"] },
      source: "X1"
    }
    const facts = lost(
      { recordedPrice: { minor: 1050, currency: "USD" }, copies: 1 },
      {
        rates: [{ currency: "USD", rate: "7.13", from: "2024-04-30", source: "staff" }],
        choices: { "factors.copies.sole": { value: "2.5", by: "staff-7" } },
        overdueMinor: 130
      }
    )
    // 10.50 x 7.13 x 2.5 is 187.1625; with 5.00 and 1.30 it is 193.4625.
    expect(Result.getOrThrow(compensationFor(rule, facts, money))).toEqual({
      amount: 19_346,
      currency: "CNY",
      rounding: "halfUp",
      parts: [
        { for: "value", amount: 18_716 },
        { for: "processing", amount: 500 },
        { for: "overdue", amount: 130 }
      ],
      basis: { amount: "74.865", source: "foreignPrice" },
      factors: [{ table: "copies", row: "sole", factor: "2.5", chosenBy: "staff-7" }],
      steps: [
        { op: "given", as: "price in USD", is: "10.5", from: "foreignPrice" },
        { op: "given", as: "rate", is: "7.13", from: "USD 2024-04-30 staff" },
        { op: "times", as: "price", of: [0, 1], is: "74.865" },
        { op: "given", as: "factor", is: "2.5", from: "factors.copies.sole", chosenBy: "staff-7" },
        { op: "times", as: "value", of: [2, 3], is: "187.1625" },
        { op: "given", as: "amount", is: "5", from: "processing.cash" },
        { op: "given", as: "overdue", is: "1.3", from: "overdueMinor" },
        { op: "plus", as: "total", of: [4, 5], is: "192.1625" },
        { op: "plus", as: "total", of: [7, 6], is: "193.4625" },
        { op: "round", as: "amount", of: [8], rounding: "halfUp", digits: 2, is: "19346" }
      ],
      overdue: { treatment: "add", accrued: 130, charged: 130, dropped: 0 },
      asLoss: true,
      settledBy: "cash",
      keepsItem: null,
      keepsRest: null,
      replacement: { allowed: ["sameEdition"] },
      processingInKind: 200,
      noFault: null,
      suspensionDays: null,
      source: "X1",
      assumed: []
    })
  })

  it.each<[string, CompensationRule, CompensationCase, number]>([
    [
      "lowers the value with age, not below the floor",
      {
        basis,
        factors: { tables: { age: [{ id: "all", value: "1", depreciation: { lifeYears: 12, floor: "0.25" } }] } }
      },
      lost({ ...priced(10_000), publicationYear: 2019 }),
      Math.round(10_000 * (1 - 5 / 12))
    ],
    [
      "stops at the floor",
      {
        basis,
        factors: { tables: { age: [{ id: "all", value: "1", depreciation: { lifeYears: 12, floor: "0.25" } }] } }
      },
      lost({ ...priced(10_000), publicationYear: 1990 }),
      10_000 * 0.25
    ],
    [
      "keeps a minimum",
      { basis, charge: { by: "value", minimum: "20.00", maximum: "50.00" } },
      lost(priced(1200)),
      2000
    ],
    [
      "keeps a maximum",
      { basis, charge: { by: "value", minimum: "20.00", maximum: "50.00" } },
      lost(priced(9000)),
      5000
    ],
    [
      "keeps a least price",
      { basis: { from: [{ from: "recordedPrice" }], minimumPrice: "15.00" } },
      lost(priced(1200)),
      1500
    ],
    [
      "takes a part of the price for processing",
      { basis, processing: { cash: { percentOfPrice: "15" } } },
      lost(priced(1999)),
      Math.round(1999 * 1.15)
    ],
    [
      "caps the overdue charge",
      { basis, afterLoss: { cap: "3.00" } },
      lost(priced(1200), { overdueMinor: 410 }),
      1200 + 300
    ],
    ["leaves the overdue charge by itself", { basis }, lost(priced(1200), { overdueMinor: 410 }), 1200],
    [
      "asks the price of a set for a volume with few copies",
      { basis, sets: { price: { volumeIfCopiesAtLeast: 3 }, times: "2" } },
      lost({ ...priced(900), copies: 2, set: { price: { minor: 4000, currency: "CNY" }, separable: true } }),
      2 * 4000
    ]
  ])("%s", (_, rule, facts, expected) => {
    expect(amountOf(rule, facts)).toBe(expected)
  })

  it.each([
    ["halfUp", 1013],
    ["halfEven", 1012],
    ["down", 1012],
    ["up", 1013]
  ] as const)("rounds once, %s", (rounding, expected) => {
    // 4.05 x 2.5 is 10.125.
    const rule: CompensationRule = { basis, factors: { tables: { f: [{ id: "all", value: "2.5" }] } } }
    expect(Result.getOrThrow(compensationFor(rule, lost(priced(405)), { currency: "CNY", rounding })).amount).toBe(
      expected
    )
  })

  it.each([
    ["JPY", 0, 1500],
    ["KWD", 3, 1500]
  ] as const)("reckons in %s with %i decimals", (currency, digits, minor) => {
    const rule: CompensationRule = { basis, factors: { tables: { f: [{ id: "all", value: "2" }] } } }
    const facts = lost({ recordedPrice: { minor, currency } })
    const { amount, basis: found } = Result.getOrThrow(compensationFor(rule, facts, { currency, rounding: "down" }))
    expect([amount, Number(found?.amount)]).toEqual([2 * minor, minor / 10 ** digits])
  })

  const rule: CompensationRule = {
    basis,
    keepsItem: "reader",
    damage: {
      kinds: {
        stain: [
          { grade: "light", cost: { flat: "5.00" } },
          { grade: "heavy", cost: { flat: "20.00" } },
          { grade: "ruined", cost: { asLoss: true } }
        ],
        pages: [{ grade: "torn", cost: { perPage: { min: "0.50", max: "2.00" } } }]
      }
    },
    parts: { chip: "10.00", disc: "5.00" },
    replacement: { allowed: ["sameEdition"] }
  }
  const perPage = { choices: { "damage.pages.torn": { value: "1", by: "staff-7" } } }

  it.each<[string, CompensationCase, number]>([
    [
      "adds kinds of damage and parts",
      damaged(
        [
          { kind: "stain", grade: "light" },
          { kind: "pages", grade: "torn", count: 4 }
        ],
        { ...perPage, parts: [{ part: "chip" }] }
      ),
      500 + 4 * 100 + 1000
    ],
    [
      "charges what is worse than before",
      damaged([{ kind: "stain", grade: "heavy" }], { before: { damages: [{ kind: "stain", grade: "light" }] } }),
      2000 - 500
    ],
    [
      "charges nothing for what was there",
      damaged([{ kind: "stain", grade: "heavy" }], { before: { damages: [{ kind: "stain", grade: "heavy" }] } }),
      0
    ],
    [
      "charges only the pages that came on top",
      damaged([{ kind: "pages", grade: "torn", count: 5 }], {
        ...perPage,
        before: { damages: [{ kind: "pages", grade: "torn", count: 3, chosen: "1" }] }
      }),
      2 * 100
    ],
    [
      "takes an earlier choice that nobody knows at its most",
      damaged([{ kind: "pages", grade: "torn", count: 7 }], {
        ...perPage,
        before: { damages: [{ kind: "pages", grade: "torn", count: 3 }] }
      }),
      7 * 100 - 3 * 200
    ],
    [
      "charges only parts that were not missing",
      damaged([], { parts: [{ part: "disc", count: 3 }], before: { parts: [{ part: "disc", count: 2 }] } }),
      500
    ],
    [
      "charges a ruin as a loss, less the stain before",
      damaged([{ kind: "stain", grade: "ruined" }], {
        item: priced(6000),
        before: { damages: [{ kind: "stain", grade: "light" }] }
      }),
      6000 - 500
    ],
    [
      "never less for a worse grade: a cheap book is ruined",
      damaged([{ kind: "stain", grade: "ruined" }], { item: priced(700) }),
      2000
    ],
    ["charges nothing where nothing is found", damaged([]), 0]
  ])("%s", (_, facts, expected) => {
    expect(amountOf(rule, facts)).toBe(expected)
  })

  it("says who keeps what was paid for as lost", () => {
    const result = compensationFor(rule, damaged([{ kind: "stain", grade: "ruined" }]), money)
    expect(Result.getOrThrow(result)).toMatchObject({ asLoss: true, keepsItem: "reader" })
    expect(Result.getOrThrow(compensationFor(rule, lost(priced(100)), money)).keepsItem).toBeNull()
  })

  it.each<[string, CompensationRule, CompensationCase, ReadonlyArray<CompensationRefusal>]>([
    ["no price", { basis }, lost({}), [{ _tag: "BasisMissing", sources: ["recordedPrice", "foreignPrice"] }]],
    ["a rule without a basis", {}, lost(priced(100)), [{ _tag: "BasisMissing", sources: [] }]],
    [
      "no rate",
      { basis },
      lost({ recordedPrice: { minor: 100, currency: "USD" } }),
      [{ _tag: "RateMissing", currency: "USD" }]
    ],
    [
      "no price of the set",
      { basis, sets: { price: "set" } },
      lost({ ...priced(100), set: {} }),
      [{ _tag: "SetPriceMissing" }]
    ],
    [
      "no price of the year",
      { basis, serials: "year" },
      lost({ ...priced(100), serial: {} }),
      [{ _tag: "YearPriceMissing" }]
    ],
    [
      "unknown year, and a choice, at once",
      {
        basis,
        factors: {
          tables: {
            year: [{ id: "old", when: { publicationYear: { max: 1980 } }, value: "5" }],
            any: [{ id: "all", value: { min: "2", max: "3" } }]
          }
        }
      },
      lost(priced(100)),
      [
        { _tag: "FactMissing", fact: "publicationYear", at: "factors.year.old" },
        { _tag: "ChoiceNeeded", at: "factors.any.all", unit: "factor", min: "2", max: "3" }
      ]
    ],
    [
      "published in the future",
      { basis, factors: { tables: { y: [{ id: "a", value: "1", perYear: true }] } } },
      lost({ ...priced(100), publicationYear: 2030 }),
      [{ _tag: "PublicationYearAhead", publicationYear: 2030, year: 2024 }]
    ],
    [
      "a choice outside",
      rule,
      damaged([{ kind: "pages", grade: "torn" }], { choices: { "damage.pages.torn": { value: "2.01", by: "x" } } }),
      [{ _tag: "ChoiceOutside", at: "damage.pages.torn", chosen: "2.01", min: "0.50", max: "2.00" }]
    ],
    [
      "a choice that is no number",
      rule,
      damaged([{ kind: "pages", grade: "torn" }], { choices: { "damage.pages.torn": { value: "-1", by: "x" } } }),
      [{ _tag: "ChoiceOutside", at: "damage.pages.torn", chosen: "-1", min: "0.50", max: "2.00" }]
    ],
    [
      "a chosen amount with too many decimals",
      rule,
      damaged([{ kind: "pages", grade: "torn" }], { choices: { "damage.pages.torn": { value: "0.505", by: "x" } } }),
      [{ _tag: "AmountInvalid", at: "damage.pages.torn", found: "0.505", expected: "at most 2 decimals" }]
    ],
    [
      "a choice where there is none",
      rule,
      damaged([{ kind: "stain", grade: "light" }], { choices: { "damage.stain.light": { value: "1", by: "x" } } }),
      [{ _tag: "ChoiceNotAsked", at: "damage.stain.light" }]
    ],
    [
      "unknown kind, grade and part",
      rule,
      damaged(
        [
          { kind: "mould", grade: "light" },
          { kind: "stain", grade: "huge" }
        ],
        { parts: [{ part: "map" }] }
      ),
      [
        { _tag: "DamageKindUnknown", kind: "mould", known: ["stain", "pages"] },
        { _tag: "GradeUnknown", kind: "stain", grade: "huge", known: ["light", "heavy", "ruined"] },
        { _tag: "PartUnknown", part: "map", known: ["chip", "disc"] }
      ]
    ],
    [
      "a kind of damage named constructor",
      rule,
      damaged([{ kind: "constructor", grade: "x" }]),
      [{ _tag: "DamageKindUnknown", kind: "constructor", known: ["stain", "pages"] }]
    ],
    [
      "repair of unknown cost",
      { damage: { kinds: { d: [{ grade: "g", cost: { repairCost: true } }] } } },
      damaged([{ kind: "d", grade: "g" }]),
      [{ _tag: "RepairCostMissing" }]
    ],
    [
      "no row for the binding",
      {
        damage: {
          kinds: { d: [{ grade: "g", cost: { flat: [{ id: "p", when: { binding: "paper" }, value: "1" }] } }] }
        }
      },
      damaged([{ kind: "d", grade: "g" }]),
      [{ _tag: "ValueMissing", at: "damage.d.g" }]
    ],
    [
      "a replacement for a stain",
      rule,
      damaged([{ kind: "stain", grade: "light" }], { settledBy: "inKind" }),
      [{ _tag: "ReplacementNotAllowed" }]
    ],
    [
      "a replacement that the rule has not",
      { basis },
      lost(priced(100), { settledBy: "inKind" }),
      [{ _tag: "ReplacementNotAllowed" }]
    ],
    [
      "an enormous amount",
      { basis, factors: { tables: { f: [{ id: "a", value: "999999999999" }] } } },
      lost(priced(1_000_000)),
      [{ _tag: "AmountTooLarge", amountMax: 1_000_000_000_000 }]
    ],
    [
      "numbers that are none, all of them",
      rule,
      lost(
        { recordedPrice: { minor: -1, currency: "CNY" }, currentPrice: { minor: 1, currency: "euro" }, copies: 1.5 },
        {
          overdueMinor: Number.NaN,
          repairCostMinor: 2e12,
          happenedOn: "2024-02-30",
          rates: [{ currency: "USD", rate: "-7", from: "2024-01-01", source: "staff" }],
          damages: [
            { kind: "stain", grade: "light", count: -2 },
            { kind: "stain", grade: "heavy" }
          ]
        }
      ),
      [
        {
          _tag: "AmountInvalid",
          at: "item.recordedPrice.minor",
          found: "-1",
          expected: "whole minor units from 0 to 1000000000000"
        },
        {
          _tag: "AmountInvalid",
          at: "overdueMinor",
          found: "NaN",
          expected: "whole minor units from 0 to 1000000000000"
        },
        {
          _tag: "AmountInvalid",
          at: "repairCostMinor",
          found: "2000000000000",
          expected: "whole minor units from 0 to 1000000000000"
        },
        { _tag: "AmountInvalid", at: "item.currentPrice.currency", found: "euro", expected: "a currency of ISO 4217" },
        { _tag: "AmountInvalid", at: "happenedOn", found: "2024-02-30", expected: "a day that exists, as YYYY-MM-DD" },
        { _tag: "AmountInvalid", at: "item.copies", found: "1.5", expected: "a whole number from 0 to 1000000" },
        { _tag: "AmountInvalid", at: "damages[0].count", found: "-2", expected: "a whole number from 0 to 1000000" },
        { _tag: "AmountInvalid", at: "rates[0].rate", found: "-7", expected: "a rate above 0" },
        { _tag: "DamageRepeated", kind: "stain" }
      ]
    ]
  ])("refuses %s", (_, ruled, facts, expected) => {
    expect(refusalsOf(ruled, facts)).toEqual(expected)
  })

  it("finds steps that were changed since", () => {
    const { steps } = Result.getOrThrow(compensationFor({ basis }, lost(priced(1200)), money))
    const [price, ...rest] = steps
    expect(recomputeCompensation(steps)).toEqual(Result.succeed(1200))
    if (price?.op === "given") {
      expect(recomputeCompensation([{ ...price, is: "13" }, ...rest])).toEqual(
        Result.fail({ _tag: "StepsBroken", step: 1 })
      )
      expect(recomputeCompensation([{ ...price, is: "-12" }, ...rest])).toEqual(
        Result.fail({ _tag: "StepsBroken", step: 0 })
      )
      expect(recomputeCompensation([price])).toEqual(Result.fail({ _tag: "StepsBroken", step: 1 }))
    }
    expect(recomputeCompensation([])).toEqual(Result.fail({ _tag: "StepsBroken", step: 0 }))
  })
})
