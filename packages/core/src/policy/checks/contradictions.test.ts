import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { checkPolicy } from "../check.ts"
import { compilePolicy } from "../compiled/compilePolicy.ts"
import { unknownContext } from "../form/criteria.ts"
import type { PolicyDocument, PolicyRow } from "../form/document.ts"
import { arbitraryPolicy } from "../testing/arbitraryPolicy.ts"
import type { Contradiction } from "./contradictions.ts"

const policy = (rows: ReadonlyArray<PolicyRow>): PolicyDocument => ({
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {}, student: { parent: "adult" }, child: {} },
  itemTypes: { book: {}, precious: {}, av: {} },
  limits: { all: {}, av: { itemType: "av" } },
  rows
})
const told = (document: PolicyDocument): ReadonlyArray<Contradiction> =>
  checkPolicy(document).flatMap((finding) => (finding.kind === "contradiction" ? [finding] : []))

describe("contradictions", () => {
  it("are settings that leave each other without effect", () => {
    const rows: ReadonlyArray<PolicyRow> = [
      {
        id: "base",
        when: {},
        set: {
          lendable: true,
          reservable: true,
          reservationCountMax: 3,
          pickupDays: 5,
          reservationDays: 90,
          overdueRate: { amount: "0.50", per: "day" },
          overdueCap: "0.20",
          renewalCountMax: 2,
          renewalPeriod: { weeks: 5 },
          autoRenew: true,
          highDemandPeriod: { days: 3 },
          "loanCountMax.all": 4,
          "loanCountMax.av": 6,
          "reservationCountMax.av": 4
        }
      },
      { id: "precious", when: { itemType: "precious" }, set: { lendable: false } },
      {
        id: "student",
        when: { readerCategory: "student" },
        set: { reservationCountMax: 0, renewalCountMax: 0, loanLengthMax: { days: 34 } }
      },
      { id: "dear", when: { itemType: "av" }, set: { highDemandPeriodMin: { days: 4 } } },
      { id: "brief", when: { itemType: "av" }, set: { reservationDays: 4 } },
      { id: "terms", when: { readerCategory: "child" }, set: { dueSchedule: "terms" } }
    ]
    const found = told(policy(rows)).map((finding) => [finding.of, ...finding.rows])
    assert.sameDeepMembers(found, [
      ["overdueCapUnderRate", "base", "base"],
      ["reservableNotLendable", "precious", "base"],
      ["pickupShelfOverReservation", "base", "brief"],
      ["reservableNone", "base", "student"],
      ["autoRenewalForbidden", "base", "student"],
      ["renewalLongerThanLoanMay", "base", "student"],
      ["highDemandLeastOverPeriod", "dear", "base"],
      ["renewalPeriodUnderSchedule", "base", "terms"],
      ["partLimitOverWhole", "base", "base"],
      ["partLimitOverWhole", "base", "base"],
      ["partLimitOverWhole", "base", "student"]
    ])
  })

  const limited: PolicyRow["set"] = { loanLengthMax: { days: 30 } }
  it.each<[what: string, longer: PolicyRow["set"]]>([
    ["in months", { renewalPeriod: { months: 2 } }],
    ["of an automatic renewal", { autoRenewalPeriod: { days: 40 } }],
    ["in weeks", { loanPeriod: { weeks: 5 } }]
  ])("are found for a length %s", (_, set) => {
    const rows = [{ id: "base", when: {}, set: { ...set, ...limited } }]
    assert.deepEqual(
      told(policy(rows)).map(({ of }) => of),
      ["renewalLongerThanLoanMay"]
    )
  })

  it.each<[what: string, shelf: PolicyRow["set"], reminder: number, isNever: boolean]>([
    ["as many open days before the last as there are", { pickupDays: 3 }, 3, true],
    ["one open day later", { pickupDays: 3 }, 2, false],
    [
      "as long before the end as a period lasts, which goes before the days",
      { pickupDays: 9, pickupPeriod: { weeks: 1 } },
      7,
      true
    ],
    ["within a period, which goes before the days", { pickupDays: 3, pickupPeriod: { weeks: 1 } }, 6, false],
    ["before a period of hours", { pickupPeriod: { hours: 24 } }, 1, true],
    ["on the last day of a period of hours", { pickupPeriod: { hours: 24 } }, 0, false],
    ["within a long month", { pickupPeriod: { months: 1 } }, 30, false]
  ])("tell of a reminder of the pickup shelf that comes %s, if it never does", (_, shelf, reminder, isNever) => {
    const rows = [
      { id: "shelf", when: {}, set: shelf },
      { id: "reminder", when: { readerCategory: "adult" }, set: { pickupReminderDays: reminder } }
    ]
    const found = told(policy(rows)).map((finding) => [finding.of, ...finding.rows])
    assert.deepEqual(found, isNever ? [["pickupReminderBeforeShelf", "reminder", "shelf"]] : [])
  })

  it("are found where two rows meet of which neither has one by itself", () => {
    const rows: ReadonlyArray<PolicyRow> = [
      { id: "student", when: { readerCategory: "student" }, set: { renewalPeriod: { days: 60 } } },
      { id: "film", when: { itemType: "av", waiting: { min: 3 } }, set: limited }
    ]
    assert.deepEqual(told(policy(rows)), [
      {
        kind: "contradiction",
        of: "renewalLongerThanLoanMay",
        settings: ["renewalPeriod", "loanLengthMax"],
        rows: ["student", "film"],
        example: { readerCategory: "student", itemType: "av", waiting: 3 }
      }
    ])
  })

  it("are none where a third row comes between, or the two never meet", () => {
    const rows: ReadonlyArray<PolicyRow> = [
      { id: "student", when: { readerCategory: "student" }, set: { renewalPeriod: { days: 60 } } },
      { id: "film", when: { itemType: "av" }, set: limited },
      { id: "child", when: { readerCategory: "child", itemType: "book" }, set: limited },
      { id: "both", when: { readerCategory: "student", itemType: "av" }, set: { renewalPeriod: { days: 7 } } }
    ]
    assert.deepEqual(told(policy(rows)), [])
  })

  it("hold in the case that is given with them, by the rows that are named", () => {
    fc.assert(
      fc.property(arbitraryPolicy, (document) => {
        const { resolve } = compilePolicy(document, { version: 1 })
        for (const { of, settings, rows, example } of told(document)) {
          const known = {
            isRenewal: false,
            onSite: false,
            recalled: false,
            waiting: 0,
            readerHome: "same",
            readerNear: true
          } as const
          const resolved = resolve({ ...unknownContext, ...known, ...example })
          assert.deepEqual(
            settings.map((name) => resolved.row(name)),
            [...rows]
          )
          assert.strictEqual(of, "partLimitOverWhole")
          assert.isAbove(Number(resolved.get(settings[0])), Number(resolved.get(settings[1])))
        }
      })
    )
  })
})
