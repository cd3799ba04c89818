import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { checkPolicy, type PolicyFinding } from "./check.ts"
import { compilePolicy } from "./compiled/compilePolicy.ts"
import type { PolicyDocument, PolicyRow } from "./form/document.ts"
import type { SettingName } from "./form/settings.ts"
import { arbitraryContext, arbitraryPolicy } from "./testing/arbitraryPolicy.ts"

const policy = (rows: ReadonlyArray<PolicyRow>, precedence: PolicyDocument["precedence"]): PolicyDocument => ({
  currency: "CNY",
  rounding: "halfUp",
  precedence,
  readerCategories: { adult: {}, student: { parent: "adult" } },
  itemTypes: {},
  branchGroups: { rural: ["hill"] },
  limits: { all: {} },
  rows
})

const ofRows = (findings: ReadonlyArray<PolicyFinding>): ReadonlyArray<PolicyFinding> =>
  findings.filter((finding) => "row" in finding)

const firstRow = { by: "firstRow" } as const
const lendable = { lendable: true }

describe("checkPolicy", () => {
  it.each<[what: string, rows: ReadonlyArray<PolicyRow>, findings: ReadonlyArray<PolicyFinding>]>([
    [
      "a row behind one that matches more",
      [
        { id: "adult", when: { readerCategory: "adult" }, set: lendable },
        { id: "student", when: { readerCategory: "student", waiting: { min: 1 } }, set: lendable }
      ],
      [{ kind: "settingNeverWins", row: "student", setting: "lendable", behind: "adult" }]
    ],
    [
      "a narrower range behind a wider one",
      [
        { id: "wide", when: { readerAge: { max: 17 } }, set: lendable },
        { id: "narrow", when: { readerAge: { min: 3, max: 5 } }, set: lendable }
      ],
      [{ kind: "settingNeverWins", row: "narrow", setting: "lendable", behind: "wide" }]
    ],
    [
      "ranges that overlap only",
      [
        { id: "low", when: { readerAge: { max: 17 } }, set: lendable },
        { id: "high", when: { readerAge: { min: 10 } }, set: lendable }
      ],
      []
    ],
    [
      "the setting of a row that is behind, not its others",
      [
        { id: "base", when: {}, set: lendable },
        { id: "more", when: { branch: "hill" }, set: { lendable: false, pickupDays: 3 } }
      ],
      [{ kind: "settingNeverWins", row: "more", setting: "lendable", behind: "base" }]
    ],
    [
      "none of few behind none of fewer",
      [
        { id: "fewer", when: { branch: { not: ["hill"] } }, set: lendable },
        { id: "few", when: { branch: { not: ["hill", "lake"] } }, set: lendable }
      ],
      [{ kind: "settingNeverWins", row: "few", setting: "lendable", behind: "fewer" }]
    ],
    [
      "a branch outside the group beside it",
      [{ id: "never", when: { branch: "main", branchGroup: "rural" }, set: lendable }],
      [{ kind: "rowNeverMatches", row: "never" }]
    ],
    [
      "a branch that is in the group beside it",
      [{ id: "hill", when: { branch: ["main", "hill"], branchGroup: "rural" }, set: lendable }],
      []
    ],
    ["a row that sets nothing", [{ id: "idle", when: {}, set: {} }], [{ kind: "rowSetsNothing", row: "idle" }]]
  ])("finds %s", (_, rows, findings) => {
    assert.deepEqual(ofRows(checkPolicy(policy(rows, firstRow))), findings)
  })

  it("knows precedence: what stands behind as written may go first by its criteria", () => {
    const rows = [
      { id: "adult", when: { readerCategory: "adult" }, set: lendable },
      { id: "student", when: { readerCategory: "student" }, set: lendable }
    ]
    assert.deepEqual(ofRows(checkPolicy(policy(rows, { by: "mostCriteria" }))), [])
  })

  it("names settings that no row sets, and those that need a condition", () => {
    const rows = [
      { id: "base", when: {}, set: { lendable: true } },
      { id: "student", when: { readerCategory: "student" }, set: { pickupDays: 3 } }
    ]
    const findings = checkPolicy(policy(rows, firstRow))
    assert.deepInclude(findings, { kind: "settingNeverSet", setting: "loanCountMax.all" })
    assert.deepInclude(findings, { kind: "settingOnlyConditional", setting: "pickupDays" })
    assert.isUndefined(findings.find((finding) => "setting" in finding && finding.setting === "lendable"))
  })

  it("never calls a row dead that wins somewhere", () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.array(arbitraryContext, { maxLength: 20 }), (document, contexts) => {
        const findings = checkPolicy(document)
        const compiled = compilePolicy(document, { version: 1 })
        for (const resolved of contexts.map(compiled.resolve)) {
          for (const finding of findings) {
            if (finding.kind !== "settingNeverWins") continue
            assert.notStrictEqual(resolved.row(finding.setting as SettingName), finding.row)
          }
          for (const finding of findings) {
            if (finding.kind !== "rowNeverMatches") continue
            assert.notStrictEqual(resolved.row("lendable"), finding.row)
          }
        }
      }),
      { numRuns: 300 }
    )
  })
})
