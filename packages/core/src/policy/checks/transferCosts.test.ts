import { Result } from "effect"
import { assert, describe, it } from "vitest"
import { checkPolicy, type PolicyFinding } from "../check.ts"
import type { PolicyDocument } from "../form/document.ts"
import type { Transfers } from "../form/transfers.ts"
import { parsePolicy } from "../reading/parsePolicy.ts"

const policy = (transfers: Transfers, more: Partial<PolicyDocument> = {}): PolicyDocument => ({
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "firstRow" },
  readerCategories: {},
  itemTypes: {},
  transfers,
  rows: [],
  ...more
})
const found = (document: PolicyDocument) => checkPolicy(document).filter(({ kind }) => kind.startsWith("transferCost"))
const missing = (from: string, to: string): PolicyFinding => ({ kind: "transferCostMissing", from, to, cost: 1 })
const there = { from: "main", to: "hill", cost: 4 }
const back = { from: "hill", to: "main", cost: 4 }

describe("the table of what ways cost", () => {
  it("has a hole where it names two branches and not the way between them: it counts as 1", () => {
    assert.deepEqual(found(policy({ costs: [there] })), [missing("hill", "main")])
    assert.deepEqual(found(policy({ costs: [there, back] })), [])
  })

  it("has holes to and from a branch of a library or group that it does not name", () => {
    const holes = [missing("hill", "lake"), missing("lake", "hill"), missing("lake", "main"), missing("main", "lake")]
    assert.sameDeepMembers(
      [...found(policy({ costs: [there, back] }, { libraries: { one: ["main", "lake"] } }))],
      holes
    )
    assert.sameDeepMembers([...found(policy({ costs: [there, back] }, { branchGroups: { one: ["lake"] } }))], holes)
  })

  it("has none where it is said what other ways cost, where no copy goes, or where there is no table", () => {
    assert.deepEqual(found(policy({ costs: [there], otherwise: 7 })), [])
    assert.deepEqual(found(policy({ costs: [there], forbidden: [{ from: "hill", to: { any: true } }] })), [])
    assert.deepEqual(found(policy({ wayHomePercent: 50 }, { libraries: { one: ["main", "lake"] } })), [])
  })

  it("has one where only some copies do not go", () => {
    const forbidden = [{ from: "hill", to: "main", itemType: "film" }]
    assert.deepEqual(found(policy({ costs: [there], forbidden })), [missing("hill", "main")])
  })

  it("has so many at times that no more than a hundred are told, and that there are more", () => {
    const branches = Array.from({ length: 20 }, (_, nth) => `b${nth}`)
    const told = found(policy({ costs: [{ from: "b0", to: "b1", cost: 1 }] }, { libraries: { one: branches } }))
    assert.equal(told.length, 101)
    assert.deepEqual(told.at(-1), { kind: "transferCostsUndecided" })
  })

  it.each([-1, 0.5, 1_000_001, "4", null])("is refused with a cost of %s, at its place", (cost) => {
    const read = parsePolicy(JSON.stringify(policy({ costs: [{ ...there, cost } as never] })))
    const problems = Result.isFailure(read) ? read.failure : []
    assert.deepEqual(
      problems.map(({ path, expected }) => [path, expected]),
      [["transfers.costs[0].cost", "a whole number of units from 0 to 1000000"]]
    )
  })
})
