import { Result } from "effect"
import fc from "fast-check"
import { afterEach, beforeAll, describe, expect, it } from "vitest"
import { staffRoles } from "../../decision/permission.ts"
import type { PolicyDocument, PolicyRow } from "../../policy/index.ts"
import { decodePolicy } from "../../policy/reading/decodePolicy.ts"
import { day, noon, receiptOf, type SmallLibrary, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import type { ExplainedCommand } from "./explainable.ts"
import { type DecisionExplanation, explainDecision } from "./explainDecision.ts"

const anna = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) } as const
const hour = 3_600_000
const late = noon + 20 * day

let small: SmallLibrary
let titles: ReadonlyArray<string> = []
let published: PolicyDocument

/** Loans in time and overdue, a debt, a queue, a copy on the pickup shelf, an old and a young reader. */
beforeAll(async () => {
  small = await smallLibrary()
  const { desk, key, title, library } = small
  const at = noon
  const own = [await title("Book", ["b1", "b2"]), await title("Film", ["f1"], "film"), await title("Atlas", ["b3"])]
  titles = own
  const young = { card: "zoe", name: "zoe", category: "child", bornOn: "2016-03-23", homeBranch: "far" }
  receiptOf(await desk.registerReader({ ...young, at, key: key() }))
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at, key: key() }))
  receiptOf(await desk.checkOut({ item: "b3", card: "kim", at: late - day, key: key() }))
  receiptOf(await desk.linkReaders({ card: "kim", other: "ada", kind: "guarantor", at, key: key() }))
  receiptOf(await desk.reserve({ title: own[0] ?? "", card: "ben", override: { reason: "x" }, at, key: key() }))
  receiptOf(await desk.reserve({ title: own[1] ?? "", card: "zoe", override: { reason: "x" }, at, key: key() }))
  receiptOf(await desk.returnItem({ item: "f1", at, key: key() }))
  const { rows } = await library.scan(tenant, "document", null, 10)
  published = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
})

const item = fc.constantFrom("b1", "b2", "b3", "f1", "none")
const card = fc.constantFrom("ada", "ben", "kim", "zoe")
const at = fc.integer({ min: late, max: late + 40 * day })
const command: fc.Arbitrary<() => ExplainedCommand> = fc.oneof(
  fc.record({ item, card, at, onSite: fc.boolean() }).map((input) => () => ({ name: "checkOut" as const, input })),
  fc.record({ item, card, at }).map((input) => () => ({ name: "pickUp" as const, input })),
  fc.record({ item, at }).map((input) => () => ({ name: "renew" as const, input })),
  fc.record({ item, at, bookDrop: fc.boolean() }).map((input) => () => ({ name: "returnItem" as const, input })),
  fc.record({ nth: fc.nat(2), card, at }).map(({ nth, ...rest }) => () => ({
    name: "reserve" as const,
    input: { title: titles[nth] ?? "", ...rest }
  }))
)

/** Settings that would change about everything. */
const sharp: PolicyRow["set"] = {
  lendable: false,
  loanPeriod: { hours: 1 },
  dueTime: "sameTime",
  renewalCountMax: 0,
  renewable: false,
  loanLengthMax: { days: 1 },
  highDemand: { waiting: 1 },
  highDemandPeriod: { days: 1 },
  rentalCharge: { amount: "9.00", per: "loan" },
  deposit: "50.00",
  costConsent: true,
  onSiteSwitch: true,
  loansPerDayMax: 0,
  reshelvingHours: 500,
  overdueAtRenewal: "charged",
  overdueRate: { amount: "9.00", per: "hour" },
  reservable: false,
  reservationCountMax: 0,
  pickupDays: 30,
  dueCutAtExpiry: true,
  loansOutMax: 0,
  overdueLoansMax: 0,
  awaitedOverdueMax: 0,
  lostItemsMax: 0,
  lostAfterDays: 1,
  overdueDaysMax: 0,
  guarantorDebtMax: "0.00",
  guaranteesDebtMax: "0.00",
  readerAgeMin: 99,
  onSiteOnly: true,
  returnBranches: "home",
  titleLoansMax: 0,
  "loanCountMax.all": 0
}
const never = fc.constantFrom<PolicyRow["when"]>(
  { branch: "nowhere" },
  { collection: "cellar" },
  { waiting: { min: 1_000 } },
  { readerAge: { min: 120 }, itemType: "book" },
  { language: ["tlh"] }
)

const draftOf = (rows: PolicyDocument["rows"]): PolicyDocument =>
  Result.getOrThrow(decodePolicy({ ...published, rows }))

const explained = async (asked: ExplainedCommand, draft: PolicyDocument): Promise<DecisionExplanation> => {
  const place = { actor: anna, branch: "main", channel: "desk" } as const
  const told = await explainDecision(small.library, { tenant, place, command: asked, draft })
  if (!told.ok) throw new Error(JSON.stringify(told.invalid))
  return told.explanation
}

describe("any decision", () => {
  it("is not changed by a row that matches nothing, whatever it sets and wherever it stands", async () => {
    const names = fc.subarray(Object.keys(sharp) as Array<keyof typeof sharp>, { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(command, never, names, fc.nat(), async (given, when, set, place) => {
        const kept = Object.fromEntries(set.map((name) => [name, sharp[name]])) as PolicyRow["set"]
        const row = { id: "elsewhere", when, set: kept }
        const { rows } = published
        const without = await explained(given(), draftOf(rows))
        const beside = await explained(given(), draftOf(rows.toSpliced(place % (rows.length + 1), 0, row)))
        expect({ ...beside, settings: [] }).toEqual({ ...without, settings: [] })
        const winners = ({ settings }: DecisionExplanation) =>
          settings.flatMap(({ setting, winner }) => (winner === null ? [] : [`${setting} ${winner}`])).sort()
        expect(winners(beside)).toEqual(winners(without))
      }),
      { numRuns: 300 }
    )
  })

  it("would be changed by that row if it matched", async () => {
    const [base] = published.rows
    const row = { id: "everywhere", when: { itemType: { any: true as const } }, set: sharp }
    const lend = { name: "checkOut" as const, input: { item: "b2", card: "zoe", at: late } }
    const held = await explained(lend, draftOf(base === undefined ? [] : [base]))
    const changed = await explained(lend, draftOf(base === undefined ? [] : [base, row]))
    expect(held.allowed).toBe(true)
    expect(changed.refusals.map(({ refusal }) => refusal._tag)).toContain("ReaderTooYoung")
  })
})

describe("the zone of the server", () => {
  const zoneBefore = process.env.TZ
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ
    else process.env.TZ = zoneBefore
  })

  it("changes no decision and no explanation", async () => {
    // A birthday and the end of a membership fall into the time looked at; days, hours and shelves are local ones.
    const set = { readerAgeMin: 10, loansPerDayMax: 1, dueCutAtExpiry: true, loanPeriod: { days: 360 } } as const
    const changes = fc.subarray(Object.entries(set))
    await fc.assert(
      fc.asyncProperty(command, changes, fc.nat(24 * 60), async (given, changed, minutes) => {
        const rows = published.rows.map((row) =>
          row.id === "base" ? { ...row, set: { ...row.set, ...Object.fromEntries(changed) } } : row
        )
        const draft = draftOf(rows)
        const asked = given()
        const input = { ...asked.input, at: asked.input.at + minutes * 60_000 - 12 * hour }
        const answers: Array<DecisionExplanation> = []
        for (const zone of ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]) {
          process.env.TZ = zone
          answers.push(await explained({ ...asked, input } as ExplainedCommand, draft))
        }
        expect(answers[1]).toEqual(answers[0])
        expect(answers[2]).toEqual(answers[0])
      }),
      { numRuns: 200 }
    )
  })
})
