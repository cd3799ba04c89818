import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { townPolicy } from "../testing/townPolicy.ts"
import { decodePolicy } from "./decodePolicy.ts"
import { parsePolicy } from "./parsePolicy.ts"

const town = Result.getOrThrow(parsePolicy(townPolicy))
const basis = { from: [{ from: "recordedPrice" }] }

const problemsIn = (more: object): ReadonlyArray<readonly [path: string, expected: string]> => {
  const decoded = decodePolicy({ ...town, ...more })
  return Result.isFailure(decoded) ? decoded.failure.map(({ path, expected }) => [path, expected] as const) : []
}
const ruleProblems = (rule: object) => problemsIn({ compensations: { loss: rule } })
const at = (path: string) => `compensations.loss.${path}`
const flat = (value: unknown) => ({ charge: { by: "flat", flat: value } })
const kinds = (...costs: ReadonlyArray<object>) => ({
  damage: { kinds: { stain: costs.map((cost, i) => ({ grade: `g${i}`, cost })) } }
})
const decimals = `at most 2 decimals, as ${town.currency} has`

describe("a compensation in a policy", () => {
  it("may say nothing at all, or a part of everything", () => {
    expect(ruleProblems({})).toEqual([])
    expect(ruleProblems({ basis, parts: { disc: "5.00" }, bindingFee: "10.00", afterLoss: { cap: "3.00" } })).toEqual(
      []
    )
    // A factor and the words of conditions are no amounts, whatever digits they have.
    const rows = [{ id: "1.234", when: { kind: "1.234", origin: { not: ["1.234"] } }, value: "1.2345" }]
    expect(ruleProblems({ basis, factors: { tables: { "1.234": rows } } })).toEqual([])
  })

  it.each<[string, object, ReadonlyArray<readonly [string, string]>]>([
    ["an amount below 0", flat("-1.00"), [[at("charge.flat"), expect.stringContaining("an amount as text")]]],
    ["an amount as a number", flat(5), [[at("charge.flat"), expect.stringContaining("an amount as text")]]],
    ["too many decimals", flat("1.005"), [[at("charge.flat"), decimals]]],
    ["too many decimals in a range", flat({ min: "1.00", max: "2.001" }), [[at("charge.flat.max"), decimals]]],
    ["too many decimals in a row", flat([{ id: "a", value: "0.125" }]), [[at("charge.flat[0].value"), decimals]]],
    [
      "too many decimals in a price band of factors",
      { basis, factors: { tables: { t: [{ id: "a", when: { price: { max: "3.005" } }, value: "2.125" }] } } },
      [[at("factors.tables.t[0].when.price.max"), decimals]]
    ],
    [
      "too many decimals in a page rate, a part and a cap",
      {
        basis: { from: [{ from: "pages", value: "0.005" }] },
        parts: { disc: "5.001" },
        afterLoss: { cap: "3.001" }
      },
      [
        [at("basis.from[0].value"), decimals],
        [at("parts.disc"), decimals],
        [at("afterLoss.cap"), decimals]
      ]
    ],
    [
      "a range upside down",
      flat({ min: "5.00", max: "1.00" }),
      [[at("charge.flat"), expect.stringContaining('{"min", "max"}')]]
    ],
    [
      "a price band upside down",
      flat([{ id: "a", when: { price: { min: "9", max: "3" } }, value: "1" }]),
      [[at("charge.flat[0].when.price"), expect.stringContaining("a price band")]]
    ],
    [
      "a negative factor",
      { basis, factors: { tables: { t: [{ id: "a", value: "-0.5" }] } } },
      [[at("factors.tables.t[0].value"), expect.stringContaining("a factor as text")]]
    ],
    [
      "a negative percentage and a negative floor",
      {
        basis,
        processing: { cash: { percentOfPrice: "-5" } },
        factors: { tables: { t: [{ id: "a", value: "1", depreciation: { lifeYears: 5, floor: "-1" } }] } }
      },
      [
        [at("factors.tables.t[0].depreciation.floor"), expect.stringContaining("a factor of 0 or more")],
        [at("processing.cash.percentOfPrice"), expect.stringContaining("a percentage")]
      ]
    ],
    [
      "a table without a row",
      { basis, factors: { tables: { t: [] } } },
      [[at("factors.tables.t"), "a list of 1 to 200 rows"]]
    ],
    [
      "two rows of one id, and one behind a row that always holds",
      flat([
        { id: "a", when: { kind: "disc" }, value: "1" },
        { id: "a", value: "2" },
        { id: "c", value: "3" }
      ]),
      [
        [at("charge.flat[1].id"), "an id of its own: row 0 has this one"],
        [at("charge.flat[2]"), 'no row behind "a", which always holds']
      ]
    ],
    ["a name that there is not", { basiss: basis }, [[at("basiss"), expect.stringContaining("basis, sets, serials")]]],
    [
      "an unknown condition",
      flat([{ id: "a", when: { colour: "red" }, value: "1" }]),
      [[at("charge.flat[0].when.colour"), expect.stringContaining("one of kind, collection")]]
    ],
    [
      "a maximum below the minimum",
      { basis, charge: { by: "value", minimum: "20.00", maximum: "5.00" } },
      [[at("charge.maximum"), "an amount of 20.00 or more, which is the minimum"]]
    ],
    [
      "no basis for what is reckoned from one",
      { charge: { by: "value" }, factors: { tables: {} }, processing: { cash: { percentOfPrice: "5" } } },
      [[at("basis"), "where the price comes from, as charge, factors, processing is reckoned from it"]]
    ],
    [
      "no basis for damage as a loss",
      kinds({ asLoss: true }),
      [[at("basis"), "where the price comes from, as damage as a loss is reckoned from it"]]
    ],
    [
      "a worse grade that costs less, alone and in a range",
      kinds(
        { flat: "5.00" },
        { flat: "4.00" },
        { flat: { min: "4.00", max: "4.50" } },
        { flat: { min: "3.00", max: "9.00" } }
      ),
      [
        [at("damage.kinds.stain[1].cost.flat"), 'no less than the lighter grade\'s "5.00"'],
        [at("damage.kinds.stain[3].cost.flat"), 'no less than the lighter grade\'s {"min":"4.00","max":"4.50"}']
      ]
    ],
    [
      "two grades of one name",
      {
        damage: {
          kinds: {
            stain: [
              { grade: "g", cost: { flat: "1" } },
              { grade: "g", cost: { perSpot: "1" } }
            ]
          }
        }
      },
      [[at("damage.kinds.stain[1].grade"), "a grade of its own: number 0 has this name"]]
    ],
    [
      "a source of prices that there is not",
      { basis: { from: [{ from: "prices" }] } },
      [[at("basis.from[0]"), expect.stringContaining('"pages", "table" or "standIn"')]]
    ],
    ["a charge without its sum", { charge: { by: "flat" } }, [[at("charge.flat"), "a value, as this is required"]]],
    [
      "a source of prices without its value",
      { basis: { from: [{ from: "pages" }] } },
      [[at("basis.from[0].value"), "a value, as this is required"]]
    ],
    [
      "a whole number where days are counted",
      { replacement: { allowed: ["sameEdition"], deadlineDays: 1.5 } },
      [[at("replacement.deadlineDays"), "a whole number of days from 1 to 3660"]]
    ]
  ])("refuses %s", (_, rule, expected) => {
    expect(ruleProblems(rule)).toEqual(expected)
  })

  it("is chosen by a row only where it is declared; a near name is suggested", () => {
    const rows = [{ id: "r", when: {}, set: { compensation: "boks" } }]
    const decoded = decodePolicy({ ...town, compensations: { books: {}, discs: {} }, rows })
    expect(Result.isFailure(decoded) && decoded.failure).toEqual([
      {
        path: "rows[0].set.compensation",
        expected: "a compensation that the policy declares",
        found: '"boks"',
        suggestion: "books"
      }
    ])
    expect(problemsIn({ rows })).toHaveLength(1)
  })

  it("finds every problem of a policy at once", () => {
    expect(
      problemsIn({ compensations: { loss: { ...flat("1.005"), basiss: 1 } }, rates: [{ currency: "USD" }] })
    ).toHaveLength(4)
  })
})

describe("rates of other currencies", () => {
  const usd = { currency: "USD", from: "2024-01-01", rate: "7.1" }
  it.each<[string, ReadonlyArray<object>, ReadonlyArray<readonly [string, string]>]>([
    ["hold", [usd, { ...usd, from: "2024-02-01", rate: "7.25" }], []],
    ["are above 0", [{ ...usd, rate: "0.00" }], [["rates[0].rate", 'a rate above 0 as text, such as "7.1"']]],
    [
      "are of days that exist",
      [{ ...usd, from: "2024-02-30" }],
      [["rates[0].from", "a day that exists, as YYYY-MM-DD"]]
    ],
    ["are one a day", [usd, usd], [["rates[1].from", "one rate of a currency from one day"]]],
    [
      "are of other currencies",
      [{ ...usd, currency: town.currency }],
      [["rates[0].currency", "another currency than the policy's"]]
    ]
  ])("%s", (_, rates, expected) => {
    expect(problemsIn({ rates })).toEqual(expected)
  })
})
