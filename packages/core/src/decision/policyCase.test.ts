import { expect, it } from "vitest"
import type { PolicyDocument } from "../policy/form/document.ts"
import { compilePolicy } from "../policy/index.ts"
import { itemRow, morning, readerRow } from "../testing/rows.ts"
import { policyCase } from "./policyCase.ts"

const policy = compilePolicy(
  {
    currency: "EUR",
    rounding: "halfUp",
    precedence: { by: "mostCriteria" },
    readerCategories: { adult: {} },
    itemTypes: { book: {} },
    libraries: { town: ["main", "east"], village: ["mill"] },
    rows: [
      { id: "base", when: {}, set: { debtMax: "5.00", lendable: true, readerAgeMin: 0 } },
      { id: "near", when: { readerNear: true }, set: { debtBlocks: [] } },
      { id: "new", when: { itemAgeDays: { max: 89 }, readerNear: false }, set: { lendable: false, reservable: false } }
    ]
  } as PolicyDocument,
  { version: 1 }
)

const caseAt = (branch: string, homeBranch: string, days = 0) =>
  policyCase({
    reader: readerRow("ada", { homeBranch }),
    item: { ...itemRow("i1", "t1"), addedAt: morning },
    title: { format: "book", language: "en" },
    waiting: 0,
    isRenewal: false,
    onSite: false,
    at: morning + days * 86_400_000,
    branch,
    policy,
    calendar: undefined
  })

it.each([
  ["main", "main", "same", true],
  ["main", "east", "other", true],
  ["main", "mill", "other", false],
  ["nowhere", "main", "other", false],
  ["nowhere", "nowhere", "same", true]
] as const)("a desk at %s for a reader of %s: home %s, near %s", (branch, home, readerHome, readerNear) => {
  expect(caseAt(branch, home)).toMatchObject({ readerHome, readerNear })
})

it("debts do not block near home, where a row says so", () => {
  expect(policy.resolve(caseAt("main", "east")).get("debtBlocks")).toEqual([])
  expect(policy.resolve(caseAt("main", "mill")).get("debtBlocks")).toBeUndefined()
})

it("new items stay near home for a time, where a row says so", () => {
  expect(policy.resolve(caseAt("main", "mill", 89)).get("lendable")).toBe(false)
  expect(policy.resolve(caseAt("main", "mill", 90)).get("lendable")).toBe(true)
  expect(policy.resolve(caseAt("main", "east", 1)).get("lendable")).toBe(true)
})
