import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { staffRoles } from "../../decision/permission.ts"
import type { PolicyDocument } from "../../policy/index.ts"
import { decodePolicy } from "../../policy/reading/decodePolicy.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { explainDecision } from "./explainDecision.ts"
import { explainLoan } from "./explainLoan.ts"

const anna = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) } as const
const place = { actor: anna, branch: "main", channel: "desk" } as const

const documentOf = async (library: Awaited<ReturnType<typeof smallLibrary>>["library"]): Promise<PolicyDocument> => {
  const { rows } = await library.scan(tenant, "document", null, 10)
  return JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
}

/** No row lets a loan be renewed. */
const forbidden = (rows: PolicyDocument["rows"]): PolicyDocument["rows"] =>
  rows.map((row) => ({ ...row, set: { ...row.set, renewable: false } }))

describe("an explained decision", () => {
  it("is the decision itself, with the rows behind each setting, and writes nothing", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Films", ["f1"], "film")
    const input = { item: "f1", card: "ada", at: noon }
    const told = await explainDecision(library, { tenant, place, command: { name: "checkOut", input } })
    const explanation = told.ok ? told.explanation : null
    expect(explanation).toMatchObject({ allowed: true, policyVersion: 1, refusals: [] })
    const lent = receiptOf(await desk.checkOut({ ...input, key: key() }))
    expect(explanation?.receipt).toMatchObject({ dueAt: lent.dueAt, trace: lent.trace })
    const period = explanation?.settings.find(({ setting }) => setting === "loanPeriod")
    expect(period).toMatchObject({ winner: "base", value: { days: 14 } })
    expect(explanation?.settings.map(({ setting }) => setting)).toContain("loanCountMax.films")
  })

  it("of a reservation names the limit of its category, with the row that numbers it", async () => {
    const { library, title } = await smallLibrary({ "reservationCountMax.films": 0, reservableOnShelf: true })
    const input = { title: await title("Films", ["f1"], "film"), card: "ada", at: noon }
    const told = await explainDecision(library, { tenant, place, command: { name: "reserve", input } })
    const explanation = told.ok ? told.explanation : null
    expect(explanation?.refusals).toEqual([
      {
        refusal: { _tag: "CategoryReservationsReached", limit: "films", count: 0, countMax: 0 },
        liftedBy: "reservations.override.limit",
        mayLift: true
      }
    ])
    const limit = explanation?.settings.find(({ setting }) => setting === "reservationCountMax.films")
    expect(limit).toMatchObject({ winner: "base", value: 0 })
  })

  it("says of each refusal what lifts it, and whether who asks may", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Atlas", ["r1"], "reference")
    const clerk = { ...place, actor: { kind: "staff", id: "carl", permissions: new Set(staffRoles.desk) } } as const
    const command = { name: "checkOut", input: { item: "r1", card: "ada", at: noon } } as const
    for (const [by, mayLift] of [
      [place, true],
      [clerk, false]
    ] as const) {
      const told = await explainDecision(library, { tenant, place: by, command })
      expect(told.ok && told.explanation.refusals).toEqual([
        { refusal: { _tag: "ItemNotLendable", itemType: "reference" }, liftedBy: "loans.override.notLendable", mayLift }
      ])
    }
    expect(codesOf(await desk.checkOut({ ...command.input, key: key() }))).toEqual(["ItemNotLendable"])
  })

  it("shows what a draft would decide, which is not published", async () => {
    const { library, title } = await smallLibrary()
    await title("Atlas", ["r1"], "reference")
    const document = await documentOf(library)
    const rows = document.rows.map((row) =>
      row.id === "reference" ? { ...row, set: { lendable: true, loanPeriod: { days: 2 } } } : row
    )
    const draft = Result.getOrThrow(decodePolicy({ ...document, rows }))
    const command = { name: "checkOut", input: { item: "r1", card: "ada", at: noon } } as const
    const told = await explainDecision(library, { tenant, place, command, draft })
    expect(told.ok && told.explanation).toMatchObject({ allowed: true, policyVersion: 0 })
    const period = told.ok ? told.explanation.settings.find(({ setting }) => setting === "loanPeriod") : undefined
    expect(period?.winner).toBe("reference")
    expect(period?.candidates.find(({ row }) => row === "base")).toMatchObject({
      matched: true,
      lostBy: expect.anything()
    })
    const held = await explainDecision(library, { tenant, place, command })
    expect(held.ok && held.explanation.allowed).toBe(false)
  })

  it("explains renewals, and says what is wrong with the input", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const command = { name: "renew", input: { item: "b1", at: noon + day } } as const
    const told = await explainDecision(library, { tenant, place, command })
    expect(told.ok && told.explanation).toMatchObject({ allowed: true, receipt: { renewalCount: 1 } })
    const bad = await explainDecision(library, {
      tenant,
      place,
      command: { name: "renew", input: { item: "", at: 1.5 } }
    })
    expect(!bad.ok && bad.invalid.map(({ path }) => path)).toEqual(["item", "at"])
  })

  it("explains a late return: what it costs, and for how long the copy would wait for whoever is next", async () => {
    const { library, desk, title, key } = await smallLibrary()
    const titleId = await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    receiptOf(await desk.reserve({ title: titleId, card: "kim", at: noon + day, key: key() }))
    const input = { item: "b1", at: noon + 20 * day }
    const told = await explainDecision(library, { tenant, place, command: { name: "returnItem", input } })
    const explanation = told.ok ? told.explanation : null
    const about = (name: string) => explanation?.settings.find(({ setting }) => setting === name)
    expect(about("overdueRate")).toMatchObject({ winner: "base", case: { readerCategory: "adult", itemType: "book" } })
    expect(about("pickupDays")).toMatchObject({ value: 3, case: { readerCategory: "child" } })
    const returned = receiptOf(await desk.returnItem({ ...input, key: key() }))
    expect(explanation?.receipt).toMatchObject({ charge: { amount: returned.charge?.amount }, sendTo: null })
  })

  it("explains a reservation by the copy that it could be filled with", async () => {
    const { library, desk, title, key } = await smallLibrary()
    const titleId = await title("Atlas", ["r1"], "reference")
    receiptOf(await desk.addItem({ title: titleId, barcode: "b1", type: "book", at: noon, key: key() }))
    const command = { name: "reserve", input: { title: titleId, card: "ada", at: noon } } as const
    const told = await explainDecision(library, { tenant, place, command })
    const explanation = told.ok ? told.explanation : null
    expect(explanation?.refusals.map(({ refusal }) => refusal._tag)).toEqual(["ItemOnShelf"])
    const onShelf = explanation?.settings.find(({ setting }) => setting === "reservableOnShelf")
    expect(onShelf).toMatchObject({ winner: "base", value: false, case: { itemType: "book" } })
  })

  it("explains why nothing is picked up", async () => {
    const { library, title } = await smallLibrary()
    await title("Book", ["b1"])
    const command = { name: "pickUp", input: { item: "b1", card: "ada", at: noon } } as const
    const told = await explainDecision(library, { tenant, place, command })
    expect(told.ok && told.explanation.refusals.map(({ refusal }) => refusal._tag)).toEqual(["NothingSetAside"])
    expect(told.ok && told.explanation.settings.map(({ setting }) => setting)).toContain("loanPeriod")
  })
})

describe("an explained loan", () => {
  it("names the rows of the policy that it was made under, whatever holds since", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const lent = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const document = await documentOf(library)
    const rows = document.rows.map((row) => ({ ...row, set: { ...row.set, loanPeriod: { days: 3 } } }))
    await library.publishPolicy({ tenant, content: { ...document, rows }, at: noon + 1, by: "anna" })
    const told = await explainLoan(library, { tenant, item: " b1 " })
    expect(told).toMatchObject({ dueAt: lent.dueAt, policyVersion: 1, steps: lent.trace.dueSteps })
    expect(told?.rows).toContainEqual({ setting: "loanPeriod", row: "base", note: null, value: { days: 14 } })
    expect(await explainLoan(library, { tenant, item: "nothing" })).toBeNull()
  })

  it("says when a date was given by hand, and why", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const dueAt = noon + 3 * day
    receiptOf(await desk.changeDueDate({ item: "b1", dueAt, reason: "exhibition", at: noon + 1, key: key() }))
    const told = await explainLoan(library, { tenant, item: "b1" })
    expect(told?.changes.map(({ what, reason }) => [what, reason])).toEqual([
      ["lent", null],
      ["byHand", "exhibition"]
    ])
    expect(told?.steps.at(-1)).toEqual({ step: "byHand", at: dueAt })
  })

  it("still says that the membership ended, after it was renewed", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const document = await documentOf(library)
    const rows = document.rows.map((row) => ({
      ...row,
      set: { ...row.set, ...(row.id === "base" ? { loanPeriod: { days: 400 }, dueCutAtExpiry: true } : {}) }
    }))
    await library.publishPolicy({ tenant, content: { ...document, rows }, at: noon, by: "anna" })
    const lent = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    expect(lent.trace.dueSteps.at(-1)?.step).toBe("readerExpiry")
    receiptOf(await desk.renewMembership({ card: "ada", at: noon + 1, key: key() }))
    const told = await explainLoan(library, { tenant, item: "b1" })
    expect(told?.steps).toEqual(lent.trace.dueSteps)
    const given = { override: { reason: "asked" }, dueAt: lent.dueAt + 5 * day, at: noon + 2, key: key() }
    await library.publishPolicy({ tenant, content: { ...document, rows: forbidden(rows) }, at: noon + 2, by: "anna" })
    receiptOf(await desk.renew({ item: "b1", ...given }))
    const renewed = await explainLoan(library, { tenant, item: "b1" })
    expect(renewed?.steps).toEqual([{ step: "byHand", at: given.dueAt }])
  })

  it("recomputes to the due instant, however it came about", async () => {
    const period = fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((days) => ({ days })),
      fc.integer({ min: 1, max: 9 }).map((weeks) => ({ weeks })),
      fc.integer({ min: 1, max: 90 }).map((hours) => ({ hours })),
      fc.constant({ months: 1 }),
      fc.constant({ until: "2026-06-30" }),
      fc.constantFrom({ to: "closing" as const }, { to: "nextOpening" as const, graceMinutes: 20 })
    )
    const closedDays = fc.constantFrom(
      "keep",
      "nextOpenDay",
      "previousOpenDay",
      "sameWeekday",
      "skipClosed",
      "endOfOpenHours",
      "startOfNextOpenHours"
    )
    const more = fc.record(
      {
        dueSchedule: fc.constantFrom([{ to: "2026-03-04", dueBy: "2026-03-20" }, { dueBy: "2026-05-01" }]),
        dueScheduleUse: fc.constantFrom("exactly", "notAfter", "notBefore"),
        dueCutAtExpiry: fc.constantFrom(true, "open"),
        loanLengthMax: fc.integer({ min: 1, max: 60 }).map((days) => ({ days })),
        renewalKeepsDueDate: fc.constant(true),
        renewFrom: fc.constantFrom("now", "later")
      },
      { requiredKeys: [] }
    )
    const rule = fc.record({
      loanPeriod: period,
      closedDays,
      dueTime: fc.constantFrom("closing", "endOfDay", "sameTime")
    })
    const seen = new Set<string>()
    const pastMembership = { loanPeriod: { days: 400 }, closedDays: "keep", dueTime: "endOfDay" } as const
    await fc.assert(
      fc.asyncProperty(rule, more, fc.integer({ min: 0, max: 3_000 }), async (given, others, minutes) => {
        const { library, desk, title, key } = await smallLibrary()
        await title("Book", ["b1"])
        const document = await documentOf(library)
        const rows = document.rows.map((row) =>
          row.id === "base" ? { ...row, set: { ...row.set, ...given, ...others } } : row
        )
        await library.publishPolicy({ tenant, content: { ...document, rows }, at: noon, by: "anna" })
        const at = noon + minutes * 60_000
        const lent = await desk.checkOut({ item: "b1", card: "ada", at, key: key() })
        if (!lent.ok) return
        const explained = async () => {
          const told = await explainLoan(library, { tenant, item: "b1" })
          expect(told?.steps.at(-1)?.at).toBe(told?.dueAt)
          for (const { step } of told?.steps ?? []) seen.add(step)
          return told?.steps
        }
        expect(await explained()).toEqual(lent.receipt.trace.dueSteps)
        const renewed = await desk.renew({ item: "b1", at: at + 60_000, key: key() })
        if (renewed.ok) expect(await explained()).toEqual(renewed.receipt.trace.dueSteps)
      }),
      { numRuns: 150, examples: [[pastMembership, { dueCutAtExpiry: true }, 0]] }
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(["period", "schedule", "closing", "endOfDay", "sameTime", "readerExpiry"])
    )
  })
})
