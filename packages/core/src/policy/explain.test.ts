import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, expect, it } from "vitest"
import { compilePolicy } from "./compiled/compilePolicy.ts"
import { explainSetting } from "./explain.ts"
import { unknownContext } from "./form/criteria.ts"
import { parsePolicy } from "./reading/parsePolicy.ts"
import { arbitraryContext, arbitraryPolicy } from "./testing/arbitraryPolicy.ts"
import { townPolicy } from "./testing/townPolicy.ts"

const town = compilePolicy(Result.getOrThrow(parsePolicy(townPolicy)), { version: 7 })

describe("explainSetting", () => {
  it("names the winner that resolve finds, and every row that sets the setting", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, (document, context) => {
        const policy = compilePolicy(document, { version: 1 })
        const resolved = policy.resolve(context)
        for (const setting of ["loanPeriod", "debtMax", "loanCountMax.av"] as const) {
          const { winner, value, candidates } = explainSetting(policy, setting, context)
          assert.strictEqual(winner, resolved.row(setting))
          assert.deepEqual(value, resolved.get(setting))
          const setters = document.rows.filter(({ set }) => Object.hasOwn(set, setting)).map(({ id }) => id)
          assert.sameMembers(
            candidates.map(({ row }) => row),
            setters
          )
        }
      })
    )
  })

  it("says of each loser what it lost by, or where it does not match", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, (document, context) => {
        const { candidates, winner } = explainSetting(compilePolicy(document, { version: 1 }), "loanPeriod", context)
        for (const { row, matched, mismatches, lostBy } of candidates) {
          assert.strictEqual(matched, mismatches.length === 0)
          assert.strictEqual(lostBy !== null, matched && row !== winner)
        }
      })
    )
  })

  it("tells the whole story of a loan period", () => {
    const context = { ...unknownContext, readerCategory: "student", itemType: "dvd", branch: "hill" }
    expect(explainSetting(town, "loanPeriod", context)).toEqual({
      setting: "loanPeriod",
      policyVersion: 7,
      value: { days: 42 },
      winner: "rural",
      candidates: [
        { row: "rural", value: { days: 42 }, matched: true, mismatches: [], lostBy: null },
        {
          row: "base",
          value: { days: 28 },
          matched: true,
          mismatches: [],
          lostBy: { by: "criterion", criterion: "branchGroup" }
        },
        {
          row: "child-av",
          note: "Films for children: short.",
          value: { days: 7 },
          matched: false,
          mismatches: [{ criterion: "readerCategory", wanted: "child", found: "student" }],
          lostBy: null
        }
      ]
    })
  })

  it("has nothing to tell of a setting that no row sets", () => {
    expect(explainSetting(town, "pickupDays", unknownContext)).toEqual({
      setting: "pickupDays",
      policyVersion: 7,
      value: undefined,
      winner: null,
      candidates: []
    })
  })

  it.each([
    [{ by: "weights", weights: { readerCategory: 2, itemType: 1 } }, { by: "weight" }],
    [{ by: "mostCriteria" }, { by: "positiveCount" }],
    [{ by: "firstRow" }, { by: "rowOrder" }]
  ] as const)("gives the reason by %j", (precedence, lostBy) => {
    const document = {
      ...town.document,
      precedence,
      rows: [
        { id: "winner", when: { readerCategory: "child" }, set: { lendable: true } },
        { id: "loser", when: { itemType: { not: ["av"] } }, set: { lendable: false } }
      ]
    }
    const context = { ...unknownContext, readerCategory: "child", itemType: "book" }
    const explained = explainSetting(compilePolicy(document, { version: 1 }), "lendable", context)
    assert.strictEqual(explained.winner, "winner")
    assert.deepEqual(explained.candidates[1]?.lostBy, lostBy)
  })

  it("lets the deeper of two codes in a tree win where a policy counts criteria", () => {
    const document = {
      ...town.document,
      precedence: { by: "mostCriteria" as const },
      rows: [
        { id: "adult", when: { readerCategory: "adult" }, set: { lendable: true } },
        { id: "student", when: { readerCategory: ["child", "student"] }, set: { lendable: false } }
      ]
    }
    const context = { ...unknownContext, readerCategory: "student" }
    const explained = explainSetting(compilePolicy(document, { version: 1 }), "lendable", context)
    assert.strictEqual(explained.winner, "student")
    assert.deepEqual(explained.candidates[1]?.lostBy, { by: "treeDepth" })
  })
})
