import { Result } from "effect"
import { assert, describe, it } from "vitest"
import { type PolicyContext, unknownContext } from "../form/criteria.ts"
import { decodePolicy } from "../reading/decodePolicy.ts"
import { type CompiledPolicy, compilePolicy } from "./compilePolicy.ts"
import { countTowards, type LoanGroup } from "./limits.ts"

const policy: CompiledPolicy = compilePolicy(
  Result.getOrThrow(
    decodePolicy({
      currency: "CNY",
      rounding: "halfUp",
      precedence: { by: "mostCriteria" },
      readerCategories: { adult: {}, child: {} },
      itemTypes: { book: {}, av: {}, dvd: { parent: "av" }, cd: { parent: "av" } },
      limits: {
        all: {},
        av: { itemType: ["av"] },
        notDvd: { itemType: { not: ["dvd"] } },
        perType: { per: ["itemType"] },
        perTypeAndBranch: { per: ["itemType", "branch"] },
        rare: { collection: "rare" },
        onSite: { onSite: true },
        mainBranch: { branch: ["main"] }
      },
      rows: [
        { id: "base", when: {}, set: { "loanCountMax.all": 20, "loanCountMax.av": "unlimited" } },
        { id: "child", when: { readerCategory: "child" }, set: { "loanCountMax.av": 0 } }
      ]
    })
  ),
  { version: 3 }
)

const groups: ReadonlyArray<LoanGroup> = [
  { itemType: "book", collection: "open", branch: "main", onSite: 0, count: 4 },
  { itemType: "dvd", collection: "open", branch: "main", onSite: 0, count: 2 },
  { itemType: "cd", collection: "rare", branch: "hill", onSite: 0, count: 1 },
  { itemType: "book", collection: "rare", branch: "hill", onSite: 1, count: 3 }
]

const lending = (fields: Partial<PolicyContext>): PolicyContext => ({
  ...unknownContext,
  readerCategory: "adult",
  itemType: "book",
  branch: "main",
  collection: "open",
  onSite: false,
  ...fields
})

const countsFor = (context: PolicyContext): Record<string, number> =>
  Object.fromEntries(
    policy
      .resolve(context)
      .limits("loanCountMax")
      .map((limit) => [limit.name, countTowards(limit, groups, context)])
  )

describe("limits", () => {
  it.each<[what: string, fields: Partial<PolicyContext>, counts: Record<string, number>]>([
    ["a book", {}, { all: 10, notDvd: 8, perType: 7, perTypeAndBranch: 4, mainBranch: 6 }],
    ["a DVD", { itemType: "dvd" }, { all: 10, av: 3, perType: 2, perTypeAndBranch: 2, mainBranch: 6 }],
    [
      "a type without loans",
      { itemType: "av" },
      { all: 10, av: 3, notDvd: 8, perType: 0, perTypeAndBranch: 0, mainBranch: 6 }
    ],
    [
      "a rare book on site, at the other branch",
      { collection: "rare", branch: "hill", onSite: true },
      { all: 10, notDvd: 8, perType: 7, perTypeAndBranch: 3, rare: 4, onSite: 3 }
    ],
    ["an item of unknown type", { itemType: null }, { all: 10, notDvd: 8, mainBranch: 6 }]
  ])("count, for %s, what the reader has of the same", (_, fields, counts) => {
    assert.deepEqual(countsFor(lending(fields)), counts)
  })

  it("come with the number that the most specific row gives, and with none if no row does", () => {
    const resolved = policy.resolve(lending({ readerCategory: "child", itemType: "dvd" })).limits("loanCountMax")
    assert.deepEqual(
      resolved.map(({ name, max, row }) => [name, max, row]),
      [
        ["all", 20, "base"],
        ["av", 0, "child"],
        ["perType", undefined, null],
        ["perTypeAndBranch", undefined, null],
        ["mainBranch", undefined, null]
      ]
    )
    const adult = policy.resolve(lending({ itemType: "dvd" })).limits("loanCountMax")
    assert.strictEqual(adult.find(({ name }) => name === "av")?.max, "unlimited")
  })
})
