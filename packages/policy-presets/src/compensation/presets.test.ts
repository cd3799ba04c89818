import { compilePolicy, formatProblem, unknownContext } from "@openshelf/core"
import {
  Compensation,
  type CompensationCase,
  compensationFor,
  recomputeCompensation
} from "@openshelf/core/compensation"
import { decodePolicy } from "@openshelf/core/documents"
import { Result, Schema } from "effect"
import { assert, describe, expect, it } from "vitest"
import { base } from "../presets/base.ts"
import { compensationPresets } from "./index.ts"
import { compensationSources } from "./sources.ts"

const presetOf = (id: string) => {
  const preset = compensationPresets.find((one) => one.id === id)
  if (preset === undefined) throw new Error(`no preset ${id}`)
  return preset
}

/** A loss in 2024 of an item with a recorded price, unless said otherwise. */
type Given = Partial<Omit<CompensationCase, "item">> & {
  readonly item?: CompensationCase["item"]
  readonly price?: number
}

const caseOf = ({ price, item, ...given }: Given, currency: string): CompensationCase => ({
  happenedOn: "2024-05-01",
  loss: given.damages === undefined && given.parts === undefined,
  item: { ...(price === undefined ? {} : { recordedPrice: { minor: price, currency } }), ...item },
  ...given
})

const compensation = (id: string, given: Given): Compensation => {
  const { rule, currency } = presetOf(id)
  return Result.getOrThrow(compensationFor(rule, caseOf(given, currency), { currency, rounding: "halfUp" }))
}

const chosen = (at: string, value: string) => ({ choices: { [at]: { value, by: "staff-7" } } })
const damage = (kind: string, grade: string, count = 1) => ({ damages: [{ kind, grade, count }] })

/** Source, preset, case, and the amount in minor units, worked from the numbers of the source's row. */
const worked: ReadonlyArray<readonly [string, string, string, Given, number]> = [
  // A year of publication from 1950 to 1977: price x 2 x years since, and 10 for processing.
  [
    "B1",
    "national-style-b1",
    "of 1960",
    { price: 120, item: { publicationYear: 1960 } },
    120 * 2 * (2024 - 1960) + 1000
  ],
  ["B1", "national-style-b1", "of 1980", { price: 120, item: { publicationYear: 1980 } }, 120 * (2024 - 1980) + 1000],
  ["B1", "national-style-b1", "of 1988", { price: 350, item: { publicationYear: 1988 } }, 5 * 350 + 1000],
  ["B1", "national-style-b1", "of 1993", { price: 350, item: { publicationYear: 1993 } }, 4 * 350 + 1000],
  ["B1", "national-style-b1", "of 1999", { price: 2000, item: { publicationYear: 1999 } }, 3 * 2000 + 1000],
  ["B1", "national-style-b1", "of 2005", { price: 2980, item: { publicationYear: 2005 } }, 2 * 2980 + 1000],
  [
    "B1",
    "national-style-b1",
    "imported, four times the value",
    { price: 8000, item: { publicationYear: 2005, origin: "imported" }, ...chosen("factors.year.imported", "4") },
    4 * 8000 + 1000
  ],
  [
    "B1",
    "national-style-b1",
    "of 1930, at market value",
    { price: 100, item: { publicationYear: 1930, estimate: { minor: 50_000, currency: "CNY" } } },
    50_000 + 1000
  ],
  [
    "B1",
    "national-style-b1",
    "without a price: as a similar one of 30",
    { item: { publicationYear: 2005 }, ...chosen("basis.standIn", "30") },
    2 * 3000 + 1000
  ],
  [
    "B1",
    "national-style-b1",
    "a volume of a set that cannot be had alone",
    {
      price: 2000,
      item: { publicationYear: 2005, copies: 9, set: { price: { minor: 9000, currency: "CNY" }, separable: false } }
    },
    2 * 9000 + 1000
  ],
  [
    "B1",
    "national-style-b1",
    "a volume priced alone, with plenty of copies",
    {
      price: 2000,
      item: { publicationYear: 2005, copies: 9, set: { price: { minor: 9000, currency: "CNY" }, separable: true } }
    },
    2 * 2000 + 1000
  ],
  ["B1", "national-style-b1", "the same edition brought", { price: 2980, settledBy: "inKind" }, 1000],
  ["B1", "national-style-b1", "heavy marks", damage("marks", "heavy"), 2000],
  [
    "B1",
    "national-style-b1",
    "light marks in a special collection",
    { ...damage("marks", "light"), item: { collection: "special" } },
    500 * 2
  ],
  [
    "B1",
    "national-style-b1",
    "marks that make it unusable",
    { price: 2980, item: { publicationYear: 2005 }, ...damage("marks", "unusable") },
    2 * 2980 + 1000
  ],
  ["B4", "notice-b4", "of 1965", { price: 80, item: { publicationYear: 1965 } }, 80 * 2 * (2024 - 1965) + 500],
  ["B4", "notice-b4", "of 1975", { price: 80, item: { publicationYear: 1975 } }, 80 * (2024 - 1975) + 500],
  ["B4", "notice-b4", "of 1990", { price: 450, item: { publicationYear: 1990 } }, 5 * 450 + 500],
  ["B4", "notice-b4", "of 2005", { price: 1800, item: { publicationYear: 2005 } }, 3 * 1800 + 500],
  ["B4", "notice-b4", "of 2015", { price: 3800, item: { publicationYear: 2015 } }, 2 * 3800 + 500],
  ["B4", "notice-b4", "in kind", { settledBy: "inKind" }, 500],
  [
    "B4",
    "notice-b4",
    "soiled but readable, 35 %",
    { price: 3800, ...damage("soiled", "readable"), ...chosen("damage.soiled.readable", "35") },
    (3800 * 35) / 100
  ],
  ["A11", "college-a11", "the only copy", { price: 2500, item: { copies: 1 } }, 20 * 2500],
  ["A11", "college-a11", "one of two", { price: 2500, item: { copies: 2 } }, 8 * 2500],
  ["A11", "college-a11", "one of three", { price: 2500, item: { copies: 3 } }, 5 * 2500],
  ["A11", "college-a11", "one of five", { price: 2500, item: { copies: 5 } }, 3 * 2500],
  ["A11", "college-a11", "one of many", { price: 2500, item: { copies: 6 } }, 2 * 2500],
  ["A11", "college-a11", "a reference work", { price: 2500, item: { copies: 6, kind: "reference" } }, 20 * 2500],
  ["A11", "college-a11", "in kind", { settledBy: "inKind" }, 1000],
  [
    "A11",
    "college-a11",
    "imported, priced in dollars",
    {
      item: { copies: 6, origin: "imported", recordedPrice: { minor: 2000, currency: "USD" } },
      rates: [{ currency: "USD", rate: "7.1", from: "2024-04-01", source: "policy" }]
    },
    20 * 2000 * 7.1
  ],
  [
    "A12",
    "tianjin-conservatory",
    "Chinese, of 1985",
    { price: 150, item: { language: "chi", publicationYear: 1985 } },
    150 * 10 * 10
  ],
  [
    "A12",
    "tianjin-conservatory",
    "foreign, of 1985",
    { price: 150, item: { language: "ger", publicationYear: 1985 } },
    150 * 30 * 10
  ],
  [
    "A12",
    "tianjin-conservatory",
    "foreign, of 1995",
    { price: 150, item: { language: "ger", publicationYear: 1995 } },
    150 * 15 * 10
  ],
  [
    "A12",
    "tianjin-conservatory",
    "a disc of 2010, six times",
    {
      price: 1500,
      item: { kind: "audiovisual", language: "chi", publicationYear: 2010 },
      ...chosen("factors.kind.audiovisual", "6")
    },
    1500 * 1 * 6
  ],
  [
    "A12",
    "tianjin-conservatory",
    "rare, Chinese, of 1995",
    { price: 900, item: { language: "chi", publicationYear: 1995, collection: "rare" } },
    900 * 3 * 10 * 10
  ],
  ["A12", "tianjin-conservatory", "a photocopy", { price: 400, item: { kind: "photocopy" } }, 5 * 400],
  ["A12", "tianjin-conservatory", "in kind", { settledBy: "inKind" }, 500],
  [
    "A13",
    "minnan-normal",
    "unpriced, Chinese, 240 pages, three times, overdue 1.20",
    {
      item: { language: "chi", kind: "book", pages: 240, publicationYear: 2000, copies: 4 },
      overdueMinor: 120,
      ...chosen("factors.multiple.any", "3")
    },
    240 * 50 * 3 + 120
  ],
  [
    "A13",
    "minnan-normal",
    "an unpriced foreign journal of 90 pages",
    {
      item: { language: "eng", kind: "serial", pages: 90, publicationYear: 2000, copies: 4 },
      ...chosen("factors.multiple.any", "2")
    },
    90 * 400 * 2
  ],
  [
    "A13",
    "minnan-normal",
    "a price of 20 dollars at the day's rate, twice",
    {
      item: { recordedPrice: { minor: 2000, currency: "USD" }, publicationYear: 2000, copies: 4 },
      rates: [{ currency: "USD", rate: "7.13", from: "2024-01-01", source: "policy" }],
      ...chosen("factors.multiple.any", "2")
    },
    20 * 713 * 2
  ],
  [
    "A13",
    "minnan-normal",
    "the sole copy of a book of 20: four times, and three more",
    {
      price: 2000,
      item: { language: "chi", publicationYear: 2000, copies: 1 },
      choices: {
        "factors.multiple.any": { value: "4", by: "staff-7" },
        "factors.old.soleCopy": { value: "3", by: "staff-7" }
      }
    },
    2000 * (4 + 3)
  ],
  [
    "A14",
    "city-library-a14",
    "Chinese, ten times",
    { price: 1500, item: { language: "chi" }, ...chosen("factors.kind.chinese", "10") },
    10 * 1500
  ],
  [
    "A14",
    "city-library-a14",
    "foreign, three times",
    { price: 1500, item: { language: "eng" }, ...chosen("factors.kind.foreign", "3") },
    3 * 1500
  ],
  ["A14", "city-library-a14", "a single disc", { price: 1200, item: { kind: "disc" } }, 2 * 1200],
  [
    "A14",
    "city-library-a14",
    "a disc of a set of 88, four times",
    {
      item: { kind: "disc", set: { price: { minor: 8800, currency: "CNY" } } },
      ...chosen("factors.kind.discOfSet", "4")
    },
    4 * 8800
  ],
  [
    "A14",
    "city-library-a14",
    "a bound periodical: the price of the year",
    { price: 700, item: { kind: "boundSerial", serial: { yearPrice: { minor: 14_400, currency: "CNY" } } } },
    14_400
  ],
  [
    "A14",
    "city-library-a14",
    "marks in a hardback: 8",
    {
      ...damage("marks", "marked"),
      item: { binding: "hardback", origin: "home" },
      ...chosen("damage.marks.marked.hardback", "8")
    },
    800
  ],
  [
    "A14",
    "city-library-a14",
    "cut, thirty times",
    { price: 1500, conduct: "onPurpose", ...damage("cut", "cut"), ...chosen("damage.cut.cut", "30") },
    30 * 1500
  ],
  ["A14", "city-library-a14", "the enclosed disc", { parts: [{ part: "disc" }] }, 500],
  ["B5", "school-b5", "of 1995", { price: 1200, item: { publicationYear: 1995 } }, 5 * 1200],
  ["B5", "school-b5", "of 1980, 2.50", { price: 250, item: { publicationYear: 1980 } }, 10 * 250],
  ["B5", "school-b5", "of 1980, 3.00", { price: 300, item: { publicationYear: 1980 } }, 10 * 300],
  ["B5", "school-b5", "of 1980, 3.50", { price: 350, item: { publicationYear: 1980 } }, 6 * 350],
  ["B5", "school-b5", "imported", { price: 5000, item: { origin: "imported" } }, 10 * 5000],
  ["B5", "school-b5", "imported, unpriced", { item: { origin: "imported" } }, 20 * 4000],
  ["B5", "school-b5", "a gift", { price: 5000, item: { collection: "gift" } }, 10 * 2000],
  ["B5", "school-b5", "stolen", { price: 1200, conduct: "theft" }, 20 * 1200],
  ["B5", "school-b5", "marks on seven pages", damage("marks", "marked", 7), 7 * 50],
  ["A15", "minnesota", "in cash", {}, 10_000 + 1500],
  ["A15", "minnesota", "in kind, the overdue charge stays", { settledBy: "inKind", overdueMinor: 800 }, 1500],
  ["A4", "northern-colorado", "any", {}, 8000],
  ["A10", "berkeley", "of a value below 150", { price: 4000 }, 15_000 + 1000],
  ["A10", "berkeley", "of a value above", { price: 21_000 }, 21_000 + 1000],
  ["A10", "berkeley", "of no known value", {}, 15_000 + 1000],
  ["A16", "delaware", "cheap", { price: 2000 }, 6000 + 1000],
  ["A16", "delaware", "dear", { price: 9900 }, 9900 + 1000],
  ["A9", "brunel", "priced", { price: 3499 }, 3499],
  ["A9", "brunel", "unpriced", {}, 5000],
  [
    "A17",
    "scarborough",
    "a current price",
    { price: 9000, item: { currentPrice: { minor: 1800, currency: "USD" }, kind: "adultFiction" } },
    1800 + 1000
  ],
  ["A17", "scarborough", "a picture book", { item: { kind: "pictureBook" } }, 2200 + 1000],
  ["A17", "scarborough", "fiction listed at 150 %", { price: 3750, item: { kind: "adultFiction" } }, 2500 + 1000],
  ["A17", "scarborough", "fiction listed above", { price: 3751, item: { kind: "adultFiction" } }, 3751 + 1000],
  ["A17", "scarborough", "a duplicate accepted", { settledBy: "inKind" }, 1000],
  ["A18", "marshall-lyon", "no late fee on top", { price: 1899, overdueMinor: 400 }, 1899 + 500],
  [
    "A18",
    "marshall-lyon",
    "still lendable, 40 %",
    { price: 2000, ...damage("damaged", "lendable"), ...chosen("damage.damaged.lendable", "40") },
    (2000 * 40) / 100
  ],
  ["A7", "lilly", "priced", { price: 1695 }, 1695],
  ["A7", "lilly", "unpriced", {}, 2500],
  [
    "B3",
    "college-b3",
    "one volume of a set of 60",
    { item: { set: { price: { minor: 6000, currency: "CNY" } } } },
    2 * 6000
  ],
  [
    "B3",
    "college-b3",
    "a bound serial",
    { price: 4800, item: { kind: "boundSerial" }, overdueMinor: 90 },
    2 * 4800 + 1000
  ],
  ["A20", "library-a20", "four spots", damage("stains", "stained", 4), 4 * 500],
  [
    "A20",
    "library-a20",
    "four spots in a special collection, and a chip",
    { ...damage("stains", "stained", 4), parts: [{ part: "chip" }], item: { collection: "special" } },
    4 * 500 * 2 + 1000
  ],
  [
    "A21",
    "library-a21",
    "60 %, and a barcode",
    {
      price: 3200,
      ...damage("marks", "marked"),
      parts: [{ part: "barcode" }],
      ...chosen("damage.marks.marked", "60")
    },
    (3200 * 60) / 100 + 200
  ],
  ["A22", "library-a22", "repaired for 17.35", { ...damage("damaged", "repairable"), repairCostMinor: 1735 }, 1735],
  ["A22", "library-a22", "a barcode", { parts: [{ part: "barcode" }] }, 100],
  ["A19", "library-a19", "mended in house", damage("damaged", "mendable"), 0],
  ["A19", "library-a19", "rebound for 9.80", { ...damage("damaged", "rebindable"), repairCostMinor: 980 }, 980],
  [
    "A19",
    "library-a19",
    "a part that cannot be had alone",
    { price: 1200, item: { set: { price: { minor: 7000, currency: "USD" }, separable: false } } },
    7000
  ],
  ["A5", "texas-austin", "mended", damage("damaged", "mendable"), 2500],
  [
    "A23",
    "library-a23",
    "still lendable, a quarter",
    { price: 2600, ...damage("damaged", "lendable"), ...chosen("damage.damaged.lendable", "25") },
    (2600 * 25) / 100
  ],
  ["B6", "library-b6", "an ordinary loss", { price: 3000 }, 3000]
]

describe("compensation presets", () => {
  it.each(worked)("%s %s: %s", (source, id, _, given, expected) => {
    assert.include(presetOf(id).sources, source)
    const result = compensation(id, given)
    expect(result.amount).toBe(Math.round(expected))
    expect(result.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(result.amount)
    expect(recomputeCompensation(result.steps)).toEqual(Result.succeed(result.amount))
    expect(Schema.decodeUnknownSync(Compensation)(JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  it("are each tried with arithmetic", () => {
    expect([...new Set(worked.map(([, id]) => id))].sort()).toEqual(compensationPresets.map(({ id }) => id).sort())
  })

  it.each(compensationPresets.map((preset) => [preset.id, preset] as const))(
    "%s holds in a policy, where a row chooses it",
    (id, { currency, rule, sources, library }) => {
      const document = {
        ...base,
        currency,
        compensations: { [id]: rule },
        rows: [...base.rows, { id: "loss", when: {}, set: { compensation: id } }]
      }
      const decoded = Result.mapError(decodePolicy(document), (problems) => problems.map(formatProblem))
      const policy = compilePolicy(Result.getOrThrow(decoded), { version: 1 })
      expect(policy.resolve(unknownContext).get("compensation")).toBe(id)
      expect(JSON.parse(JSON.stringify(policy.document.compensations?.[id]))).toEqual(rule)
      for (const source of sources) assert.property(compensationSources, source)
      expect(library === null || (library.en !== "" && /\p{Script=Han}/u.test(library.zh))).toBe(true)
    }
  )

  it("say what goes with the amount", () => {
    const cny = (minor: number) => ({ minor, currency: "CNY" })
    const inSet = { price: 2000, item: { set: { price: cny(9000) }, language: "chi" } }
    const cut = { ...inSet, ...damage("cut", "cut"), ...chosen("damage.cut.cut", "10") }
    // Two months without borrowing, and 10 times the price of the set at least.
    expect(compensation("city-library-a14", { ...cut, conduct: "onPurpose" })).toMatchObject({
      amount: 10 * 9000,
      suspensionDays: 60
    })
    expect(compensation("city-library-a14", { ...cut, conduct: "accident" }).suspensionDays).toBeNull()
    const lostVolume = { ...inSet, ...chosen("factors.kind.chinese", "2") }
    expect(compensation("city-library-a14", lostVolume)).toMatchObject({ amount: 2 * 9000, keepsRest: "library" })
    // One month to find a copy of the same edition, or of one that was agreed on; no borrowing meanwhile.
    expect(compensation("national-style-b1", { price: 100, item: { publicationYear: 2005 } }).replacement).toEqual({
      allowed: ["sameEdition", "newerByConsent"],
      deadlineDays: 30,
      blocksMeanwhile: true
    })
    expect(compensation("library-b6", { price: 3000, conduct: "noFault" }).noFault).toBe("onApplication")
    expect(compensation("marshall-lyon", { price: 3000, conduct: "noFault" }).noFault).toBe("mayBeWaived")
  })

  it("mark what they assume at places that there are", () => {
    const gone = compensationPresets.flatMap(({ id, rule }) =>
      (rule.assumed ?? []).filter(({ path }) => at(rule, path) === undefined).map(({ path }) => `${id}: ${path}`)
    )
    expect(gone).toEqual([])
  })
})

const at = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== "")
    .reduce<unknown>((inner, part) => (inner as Record<string, unknown> | undefined)?.[part], value)
