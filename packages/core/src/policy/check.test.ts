import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { checkPolicy, type PolicyFinding } from "./check.ts"
import { compilePolicy } from "./compiled/compilePolicy.ts"
import { explainSetting } from "./explain.ts"
import { unknownContext } from "./form/criteria.ts"
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
  findings.filter(({ kind }) => kind === "settingNeverWins" || kind === "rowNeverMatches" || kind === "rowSetsNothing")

const firstRow = { by: "firstRow" } as const
const lendable = { lendable: true }

const tiers = (...units: ReadonlyArray<readonly [from: number, to?: number]>) => ({
  per: "day" as const,
  tiers: units.map(([from, to]) => ({ from, amount: "0.10", ...(to === undefined ? {} : { to }) }))
})

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
    assert.deepInclude(findings, { kind: "hole", setting: "pickupDays", example: { readerCategory: "adult" } })
    assert.isUndefined(findings.find((finding) => "setting" in finding && finding.setting === "lendable"))
  })

  it("names no limit that counts reservations alone", () => {
    const rows = [{ id: "base", when: {}, set: { "reservationCountMax.all": 3 } }]
    const limits = checkPolicy(policy(rows, firstRow)).filter(
      (finding) => "setting" in finding && finding.setting.endsWith(".all")
    )
    assert.deepEqual(limits, [])
  })

  it.each<[what: string, rows: ReadonlyArray<PolicyRow>, hole: object | null]>([
    [
      "an age that nobody knows",
      [
        { id: "child", when: { readerAge: { max: 12 } }, set: lendable },
        { id: "rest", when: { readerAge: { min: 13 } }, set: lendable }
      ],
      { readerAge: null }
    ],
    [
      "an age between two ranges",
      [
        { id: "child", when: { readerAge: { max: 12 } }, set: lendable },
        { id: "rest", when: { readerAge: { min: 14 } }, set: lendable },
        { id: "unknown", when: { collection: { any: true }, readerCategory: "adult" }, set: { lendable: false } }
      ],
      null
    ],
    [
      "another branch, for students",
      [
        { id: "hill", when: { branch: "hill" }, set: lendable },
        { id: "adult", when: { readerCategory: { not: ["student"] } }, set: lendable }
      ],
      { branch: null, readerCategory: "student" }
    ],
    [
      "nothing, where none of and one of meet",
      [
        { id: "hill", when: { branch: "hill" }, set: lendable },
        { id: "rest", when: { branch: { not: ["hill"] } }, set: lendable }
      ],
      null
    ]
  ])("finds the hole: %s", (_, rows, example) => {
    const holes = checkPolicy(policy(rows, firstRow)).filter(
      (finding) => finding.kind === "hole" && finding.setting === "lendable"
    )
    assert.deepEqual(
      holes,
      example === null ? [] : ([{ kind: "hole", setting: "lendable", example }] as ReadonlyArray<PolicyFinding>)
    )
  })

  it("gives as a hole only a case in which no row sets it, and no hole where every case has a row", () => {
    fc.assert(
      fc.property(arbitraryPolicy, fc.array(arbitraryContext, { maxLength: 20 }), (document, contexts) => {
        const compiled = compilePolicy(document, { version: 1 })
        const holes = checkPolicy(document).flatMap((finding) => (finding.kind === "hole" ? [finding] : []))
        for (const { setting, example } of holes) {
          assert.isNull(compiled.resolve({ ...unknownContext, ...example }).row(setting as SettingName))
        }
        const undecided = checkPolicy(document).flatMap((finding) => ("setting" in finding ? [finding.setting] : []))
        const declared = contexts.filter(
          ({ readerCategory, itemType, readerAge, ...counts }) =>
            readerCategory !== null &&
            Object.hasOwn(document.readerCategories, readerCategory) &&
            itemType !== null &&
            Object.hasOwn(document.itemTypes, itemType) &&
            [
              counts.itemAgeDays,
              counts.waiting,
              counts.isRenewal,
              counts.onSite,
              counts.readerHome,
              counts.readerNear
            ].every((value) => value !== null)
        )
        for (const context of declared) {
          for (const setting of ["lendable", "loanPeriod", "debtMax"] as const) {
            if (!undecided.includes(setting)) assert.isNotNull(compiled.resolve(context).row(setting))
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  it("finds rows that only their order tells apart, with a case that both match", () => {
    const rows: ReadonlyArray<PolicyRow> = [
      { id: "adult", when: { readerCategory: "adult" }, set: { lendable: false, pickupDays: 3 } },
      { id: "hill", when: { branch: "hill" }, set: { lendable: true, pickupDays: 3 } },
      { id: "lake", when: { branch: "lake", language: "zh" }, set: lendable }
    ]
    const overlaps = checkPolicy(
      policy(rows, { by: "weights", weights: { readerCategory: 1, branch: 1, language: 1 } })
    )
    assert.deepEqual(
      overlaps.filter(({ kind }) => kind === "overlap"),
      [
        {
          kind: "overlap",
          row: "adult",
          other: "hill",
          setting: "lendable",
          example: { readerCategory: "adult", branch: "hill" }
        }
      ]
    )
  })

  it("every overlap's example matches both rows, and the first of them wins over the other", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (document) => {
        const compiled = compilePolicy(document, { version: 1 })
        for (const finding of checkPolicy(document)) {
          if (finding.kind !== "overlap") continue
          const { candidates } = explainSetting(compiled, finding.setting as SettingName, {
            ...unknownContext,
            ...finding.example
          })
          const matched = candidates.filter(({ matched }) => matched).map(({ row }) => row)
          assert.includeMembers(matched, [finding.row, finding.other])
          assert.isBelow(matched.indexOf(finding.row), matched.indexOf(finding.other))
        }
      })
    )
  })

  it.each<[set: PolicyRow["set"], found: ReadonlyArray<string>]>([
    [{ overdueRate: tiers([1, 2], [3]), overdueCap: "1.00" }, []],
    [{ overdueRate: tiers([1, 2], [4]) }, ["overdueTiersWithHole"]],
    [{ overdueRate: tiers([2]) }, ["overdueTiersWithHole"]],
    [{ overdueRate: tiers([1]), overdueCap: "0.05" }, ["overdueCapUnderRate"]],
    [{ overdueGraceOnClosedDays: true }, ["graceTimeWithoutGrace"]],
    [{ overdueGraceOnClosedDays: true, overdueGrace: { days: 2 } }, []],
    [{ suspension: { days: 5, per: "day" }, suspensionDaysMax: 4 }, ["suspensionMaxUnderUnit"]],
    [{ suspension: { days: 5, per: "day" }, suspensionDaysMax: 5, suspensionBlocks: ["borrow"] }, []],
    [{ suspension: { days: 5, per: "day" }, suspensionBlocks: [] }, ["suspensionBlocksNothing"]],
    [{ suspensionDaysMax: 5 }, ["suspensionWithoutDays"]]
  ])("finds what contradicts itself in what being late costs: %j", (set, expected) => {
    const found = checkPolicy(policy([{ id: "base", when: {}, set }], firstRow))
    assert.deepEqual(
      found.flatMap((finding) => (finding.kind === "contradiction" ? [finding.of] : [])),
      expected
    )
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
