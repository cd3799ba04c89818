import { describe, expect, it } from "vitest"
import type { Actor } from "../decision/actor.ts"
import { staffRoles } from "../decision/permission.ts"
import { layerMemory } from "../storage/memory.ts"
import type { Answer } from "./desk.ts"
import { type Library, openLibrary } from "./openLibrary.ts"

const noon = Date.parse("2026-03-02T12:00:00+08:00")
const day = 86_400_000

const policy = {
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {}, reference: {} },
  limits: { all: {}, perType: { per: ["itemType"] } },
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 1,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": 2,
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: true,
        reservationCountMax: 2,
        reservable: true,
        reservableOnShelf: false,
        pickupDays: 3,
        debtMax: "0.50",
        membershipMonths: 12
      }
    },
    { id: "reference", when: { itemType: "reference" }, set: { lendable: false } }
  ]
}
const everyDay = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((name) => [name, ["09:00-18:00"]])
)
const calendar = { branches: { main: { name: { en: "Main" }, zone: "Asia/Shanghai", hours: everyDay } } }

const receiptOf = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}
const codesOf = (answer: Answer<unknown>): ReadonlyArray<string> =>
  "refusals" in answer ? answer.refusals.map(({ _tag }) => _tag) : []

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }

const scene = async () => {
  const library: Library = await openLibrary({ storage: layerMemory })
  expect(await library.openTenant({ tenant: "town", name: "Town", policy, calendar, at: noon })).toEqual({
    ok: true,
    version: 1
  })
  const desk = library.at({ tenant: "town", branch: "main", actor: anna, channel: "desk" })
  const { titleId } = receiptOf(
    await desk.addTitle({ description: { title: "Dream of the Red Chamber" }, key: "t1", at: noon })
  )
  for (const barcode of ["i1", "i2"])
    receiptOf(await desk.addItem({ title: titleId, barcode, type: "book", key: barcode, at: noon }))
  const readers: Record<string, string> = {}
  for (const card of ["ada", "ben"])
    readers[card] = receiptOf(
      await desk.registerReader({ card, name: card, category: "adult", key: card, at: noon })
    ).readerId
  return { library, desk, titleId, readers }
}

describe("a library as promises", () => {
  it("lends until closing time of the branch, renews once, and takes back", async () => {
    const { desk } = await scene()
    const lent = receiptOf(await desk.checkOut({ item: "i1", card: "ada", key: "1", at: noon }))
    expect(new Date(lent.dueAt).toISOString()).toBe("2026-03-16T10:00:00.000Z")
    const renewed = receiptOf(await desk.renew({ item: "i1", key: "2", at: noon + day }))
    expect(new Date(renewed.dueAt).toISOString()).toBe("2026-03-30T10:00:00.000Z")
    expect(codesOf(await desk.renew({ item: "i1", key: "3", at: noon + day }))).toEqual(["RenewalLimitReached"])
    const back = receiptOf(await desk.returnItem({ item: "i1", key: "4", at: noon + 2 * day }))
    expect(back).toMatchObject({ loanId: lent.loanId, charge: null, setAside: null, sendTo: null })
  })

  it("gives the first receipt to a repeat, and refuses the key for anything else", async () => {
    const { desk } = await scene()
    const first = await desk.checkOut({ item: "i1", card: "ada", key: "1", at: noon })
    const again = await desk.checkOut({ item: "i1", card: "ada", key: "1", at: noon + 5 })
    expect(again).toEqual({ ...first, repeated: true })
    expect(codesOf(await desk.checkOut({ item: "i2", card: "ada", key: "1", at: noon }))).toEqual(["KeyUsedForOther"])
  })

  it("says every refusal at once, and lifts those that the actor may lift", async () => {
    const { desk, titleId } = await scene()
    receiptOf(await desk.addItem({ title: titleId, barcode: "r1", type: "reference", key: "r1", at: noon }))
    for (const item of ["i1", "i2"]) receiptOf(await desk.checkOut({ item, card: "ada", key: `o${item}`, at: noon }))
    const later = noon + 400 * day
    const refused = await desk.checkOut({ item: "r1", card: "ada", key: "2", at: later })
    expect(codesOf(refused)).toEqual(["ReaderExpired", "ItemNotLendable", "LoanLimitReached"])
    const lifted = await desk.checkOut({
      item: "r1",
      card: "ada",
      key: "2",
      at: later,
      override: { reason: "for the exam" }
    })
    expect(receiptOf(lifted).overrides.map(({ permission }) => permission)).toEqual([
      "loans.override.expiry",
      "loans.override.notLendable",
      "loans.override.limit"
    ])
  })

  it("sets a returned item aside for who waits, fills the reservation by pick-up, hands it on when cancelled", async () => {
    const { desk, titleId } = await scene()
    for (const item of ["i1", "i2"]) receiptOf(await desk.checkOut({ item, card: "ada", key: `${item}o`, at: noon }))
    const waiting = receiptOf(await desk.reserve({ title: titleId, card: "ben", key: "r", at: noon }))
    expect(codesOf(await desk.renew({ item: "i1", key: "n", at: noon }))).toEqual(["OthersWaiting"])
    const back = receiptOf(await desk.returnItem({ item: "i1", key: "b", at: noon + day }))
    expect(back.setAside).toMatchObject({ reservationId: waiting.reservationId, pickupBranch: "main" })
    expect(codesOf(await desk.pickUp({ item: "i1", card: "ada", key: "p0", at: noon + day }))).toContain(
      "ItemKeptForOther"
    )
    const taken = receiptOf(await desk.pickUp({ item: "i1", card: "ben", key: "p", at: noon + day }))
    expect(taken.filledReservationId).toBe(waiting.reservationId)
  })

  it("charges a late return, blocks by the debt, and takes payment and waiver", async () => {
    const { desk, library, readers } = await scene()
    receiptOf(await desk.checkOut({ item: "i1", card: "ada", key: "o", at: noon }))
    const back = receiptOf(await desk.returnItem({ item: "i1", key: "b", at: noon + 24 * day }))
    expect(back.charge?.amount).toBe(100)
    expect(codesOf(await desk.checkOut({ item: "i2", card: "ada", key: "o2", at: noon + 24 * day }))).toEqual([
      "DebtOverLimit"
    ])
    expect(
      receiptOf(await desk.pay({ card: "ada", amount: 60, method: "cash", key: "p", at: noon + 25 * day })).balance
    ).toBe(40)
    expect(
      codesOf(await desk.pay({ card: "ada", amount: 60, method: "cash", key: "p2", at: noon + 25 * day }))
    ).toEqual(["AmountOverDebt"])
    const chargeId = back.charge?.chargeId as string
    expect(
      receiptOf(await desk.waive({ card: "ada", charge: chargeId, reason: "was ill", key: "w", at: noon + 26 * day }))
        .balance
    ).toBe(0)
    const links = await library.scan("town", "loanReader", null, 10)
    expect(links.rows).toEqual([])
    expect(readers.ada).toBeDefined()
  })

  it("says what is wrong with an input and where, and takes no key that it does not know", async () => {
    const { desk } = await scene()
    const answer = await desk.checkOut({ item: "", card: 7, at: "yesterday", role: "boss" } as never)
    expect("invalid" in answer && answer.invalid.map(({ path }) => path)).toEqual(["key", "role", "item", "card", "at"])
  })

  it("lets readers act for themselves only, as if others were not there", async () => {
    const { desk, library, readers } = await scene()
    receiptOf(await desk.checkOut({ item: "i1", card: "ada", key: "o", at: noon }))
    const ben: Actor = { kind: "reader", readerId: readers.ben as never }
    const screen = library.at({ tenant: "town", branch: "main", actor: ben, channel: "reader" })
    expect(codesOf(await screen.renew({ item: "i1", key: "n", at: noon }))).toEqual(["ItemUnknown"])
    expect(codesOf(await screen.renew({ item: "zz", key: "n", at: noon }))).toEqual(["ItemUnknown"])
    expect(codesOf(await screen.renewAll({ card: "ada", key: "n", at: noon }))).toEqual(["ReaderUnknown"])
    expect(codesOf(await screen.returnItem({ item: "i1", key: "n", at: noon }))).toEqual(["NotPermitted"])
  })

  it("asks of many commands at once the right that one of them asks", async () => {
    const { library, readers } = await scene()
    const ben: Actor = { kind: "reader", readerId: readers.ben as never }
    const screen = library.at({ tenant: "town", branch: "main", actor: ben, channel: "reader" })
    const friend = { card: "cy", name: "Cy", category: "adult", at: noon }
    const answers = await screen.many("registerReader", [{ ...friend, key: "m" }])
    expect(answers.map(codesOf)).toEqual([["NotPermitted"]])
    expect((await library.read("town", { reader: { card: "cy" as never } })).reader).toBeNull()
  })

  it("refuses a key that was used for the same at another branch", async () => {
    const { library, desk } = await scene()
    receiptOf(await desk.returnItem({ item: "i1", key: "b", at: noon }))
    const elsewhere = library.at({ tenant: "town", branch: "east", actor: anna, channel: "desk" })
    expect(codesOf(await elsewhere.returnItem({ item: "i1", key: "b", at: noon }))).toEqual(["KeyUsedForOther"])
  })

  it.each([
    ["NUL", "A\0da"],
    ["half a character", "A\ud83dda"]
  ])("calls text with %s invalid, and lets the others of the list be", async (_, name) => {
    const { desk } = await scene()
    const readers = [name, "Cy"].map((given, n) => ({ card: `c${n}`, name: given, category: "adult", key: `m${n}` }))
    const answers = await desk.many(
      "registerReader",
      readers.map((reader) => ({ ...reader, at: noon }))
    )
    expect(answers).toMatchObject([{ invalid: [{ path: "name" }] }, { ok: true }])
  })

  it.each<[string, object, string]>([
    ["an empty id", { tenant: "" }, "tenant"],
    ["an id with a line in it", { tenant: "a\nb" }, "tenant"],
    ["no name", { name: "" }, "name"],
    ["no instant", { at: Number.NaN }, "at"],
    ["documents of the year 287396", { validFrom: Number.MAX_SAFE_INTEGER }, "validFrom"]
  ])("makes no tenant of %s", async (_, change, path) => {
    const library = await openLibrary({ storage: layerMemory })
    const opened = await library.openTenant({ tenant: "town", name: "Town", policy, calendar, at: noon, ...change })
    expect("invalid" in opened && opened.invalid.map((one) => one.path)).toContain(path)
    expect(await library.tenants()).toEqual([])
  })

  it("publishes nothing under a date that is none", async () => {
    const { library } = await scene()
    const published = await library.publishPolicy({
      tenant: "town",
      content: policy,
      at: noon,
      validFrom: 1e300,
      by: ""
    })
    expect("invalid" in published && published.invalid.map(({ path }) => path)).toEqual([
      "validFrom",
      "validFrom",
      "by"
    ])
  })

  it("publishes no policy in another currency than the accounts are kept in", async () => {
    const { library } = await scene()
    const published = await library.publishPolicy({
      tenant: "town",
      content: { ...policy, currency: "JPY", rows: [] },
      at: noon,
      by: "anna"
    })
    expect(published).toEqual({
      ok: false,
      invalid: [{ path: "currency", expected: "CNY, which the accounts of this tenant are kept in" }]
    })
    const again = await library.publishPolicy({ tenant: "town", content: policy, at: noon, by: "anna" })
    expect(again).toEqual({ ok: true, version: 2 })
  })

  it("does not call all well with a tenant that is not there", async () => {
    const { library } = await scene()
    await expect(library.check("twon")).rejects.toMatchObject({ _tag: "TenantUnknown" })
    await expect(library.replay("twon")).rejects.toMatchObject({ _tag: "TenantUnknown" })
  })

  it("tells what would come of a command and writes nothing", async () => {
    const { desk, library } = await scene()
    const would = receiptOf(await desk.dryRun.checkOut({ item: "i1", card: "ada", at: noon }))
    expect(would.trace.policyRows.loanPeriod).toBe("base")
    expect((await library.scan("town", "loan", null, 10)).rows).toEqual([])
  })
})
