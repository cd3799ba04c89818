import { describe, expect, it } from "vitest"
import type { Actor } from "../../decision/actor.ts"
import { staffRoles } from "../../decision/permission.ts"
import { layerMemory } from "../../storage/memory.ts"
import type { Answer } from "../desk.ts"
import { type Library, openLibrary } from "../openLibrary.ts"
import { redate } from "./redate.ts"

const tenant = "town"
const day = 86_400_000
/** A Monday; a loan of fourteen days from here is due on Monday 16 March, when the branch closes at 18:00. */
const noon = Date.parse("2026-03-02T12:00:00Z")
const closing = (date: string): number => Date.parse(`${date}T18:00:00Z`)

const policy = (set: object = {}, rest: object = {}) => ({
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { adult: {} },
  itemTypes: { book: {} },
  limits: { all: {} },
  ...rest,
  rows: [
    {
      id: "base",
      when: {},
      set: {
        lendable: true,
        loanPeriod: { days: 14 },
        dueTime: "closing",
        closedDays: "nextOpenDay",
        renewalCountMax: 2,
        renewFrom: "due",
        renewalWhenWaiting: false,
        "loanCountMax.all": "unlimited",
        overdueRate: { amount: "0.10", per: "day" },
        overdueCap: "15.00",
        overdueOnClosedDays: false,
        reservationCountMax: 5,
        reservable: true,
        reservableOnShelf: true,
        pickupDays: 3,
        debtMax: "unlimited",
        membershipMonths: 12,
        ...set
      }
    }
  ]
})

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const hours = Object.fromEntries(week.map((name) => [name, ["09:00-18:00"]]))
const closed = (from: string, to = from): object => ({ from, to, closed: true })
const calendar = (exceptions: ReadonlyArray<object> = [], far: ReadonlyArray<object> = []) => ({
  branches: {
    main: { name: { en: "Main" }, zone: "UTC", hours, exceptions },
    far: { name: { en: "Far" }, zone: "UTC", hours, exceptions: far }
  }
})

const anna: Actor = { kind: "staff", id: "anna", permissions: new Set(staffRoles.manager) }
const receipt = <R>(answer: Answer<R>): R => {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.receipt
}

/** Books `b0`, `b1` … of one title each; ada and ben. */
const scene = async (books: number, set: object = {}, rest: object = {}) => {
  const library = await openLibrary({ storage: layerMemory })
  const opened = await library.openTenant({
    tenant,
    name: "Town",
    policy: policy(set, rest),
    calendar: calendar(),
    at: noon - day
  })
  expect(opened).toMatchObject({ ok: true })
  const deskAt = (branch: string) => library.at({ tenant, branch, actor: anna, channel: "desk" })
  const desk = deskAt("main")
  const titles: Array<string> = []
  for (const card of ["ada", "ben"])
    receipt(await desk.registerReader({ card, name: card, category: "adult", key: card, at: noon - day }))
  for (const number of Array(books).keys()) {
    const key = `b${number}`
    const { titleId } = receipt(await desk.addTitle({ description: { title: key }, key: `t${key}`, at: noon - day }))
    receipt(await desk.addItem({ title: titleId, barcode: key, type: "book", key: `i${key}`, at: noon - day }))
    titles.push(titleId)
  }
  const lend = async (item: string, at = noon, branch = "main") =>
    receipt(await deskAt(branch).checkOut({ item, card: "ada", at, key: `lend ${item} ${at}` }))
  const publish = async (document: object, at: number) =>
    expect(await library.publishCalendar({ tenant, content: document, at, by: "anna" })).toMatchObject({ ok: true })
  const due = async (): Promise<ReadonlyArray<string>> =>
    (await library.scan(tenant, "loan", null, 1000)).rows
      .filter(({ closedAt }) => closedAt === null)
      .map(({ dueAt }) => new Date(dueAt).toISOString().slice(0, 16))
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { library, desk, deskAt, titles, lend, publish, due, sound }
}

const redated = async (library: Library): Promise<number> =>
  (await library.scan(tenant, "event", null, 10_000)).rows.filter(({ tag }) => tag === "LoanRedated").length

describe("re-dating the open loans", () => {
  it("moves those due on a day that was closed since; a preview says the same and writes nothing; twice moves once", async () => {
    const { library, lend, publish, due, sound } = await scene(3)
    const { loanId } = await lend("b0")
    await lend("b1", noon + day)
    await lend("b2", noon, "far")
    const at = noon + 5 * day
    await publish(calendar([closed("2026-03-16")]), at)
    const preview = await redate(library, { tenant, at, dryRun: true })
    expect(await due()).toEqual(["2026-03-16T18:00", "2026-03-17T18:00", "2026-03-16T18:00"])
    const done = await redate(library, { tenant, at })
    expect({ ...preview, preview: false }).toEqual(done)
    expect(done).toMatchObject({
      calendarVersion: 2,
      changedDays: [{ branch: "main", from: "2026-03-16", to: "2026-03-16" }],
      loans: { looked: 2, moved: 1, left: { asDated: 1 } },
      moves: [{ kind: "loan", id: loanId, branch: "main", fromAt: closing("2026-03-16"), toAt: closing("2026-03-17") }],
      failedCount: 0
    })
    expect(await due()).toEqual(["2026-03-17T18:00", "2026-03-17T18:00", "2026-03-16T18:00"])
    expect((await redate(library, { tenant, at: at + day })).moves).toEqual([])
    expect(await redated(library)).toBe(1)
    await sound()
  })

  it("gives back the first due date when the day is opened again, but none that would be over by then", async () => {
    const { library, lend, publish, due, sound } = await scene(1)
    await lend("b0")
    await publish(calendar([closed("2026-03-16", "2026-03-20")]), noon + day)
    await redate(library, { tenant, at: noon + day })
    expect(await due()).toEqual(["2026-03-21T18:00"])
    await publish(calendar(), noon + 2 * day)
    const late = await redate(library, { tenant, at: closing("2026-03-18"), dryRun: true })
    expect(late).toMatchObject({ loans: { moved: 0, left: { wouldBePast: 1 } }, stayed: [{ because: "wouldBePast" }] })
    await redate(library, { tenant, at: noon + 2 * day })
    expect(await due()).toEqual(["2026-03-16T18:00"])
    await sound()
  })

  it("goes by the calendar of then and the rules of then, however both changed since", async () => {
    const { library, lend, publish, due } = await scene(2)
    await lend("b0")
    await publish(calendar([closed("2026-03-16")]), noon + day)
    await redate(library, { tenant, at: noon + day })
    const stricter = { tenant, content: policy({ loanPeriod: { days: 3 }, closedDays: "previousOpenDay" }), by: "anna" }
    expect(await library.publishPolicy({ ...stricter, at: noon + day })).toMatchObject({ ok: true })
    await publish(calendar([closed("2026-03-16", "2026-03-18")]), noon + 2 * day)
    await redate(library, { tenant, at: noon + 2 * day })
    expect(await due()).toEqual(["2026-03-19T18:00"])
  })

  it("counts a renewal from what it counted from, and a later one from the date that was moved", async () => {
    const { library, desk, lend, publish, due, sound } = await scene(2)
    await lend("b0")
    await lend("b1")
    receipt(await desk.renew({ item: "b0", at: noon + day, key: "r0" }))
    await publish(calendar([closed("2026-03-16"), closed("2026-03-30", "2026-03-31")]), noon + 2 * day)
    await redate(library, { tenant, at: noon + 2 * day })
    expect((await due()).toSorted()).toEqual(["2026-03-17T18:00", "2026-04-01T18:00"])
    receipt(await desk.renew({ item: "b1", at: noon + 3 * day, key: "r1" }))
    await publish(calendar([closed("2026-04-01")]), noon + 4 * day)
    await redate(library, { tenant, at: noon + 4 * day })
    expect((await due()).toSorted()).toEqual(["2026-03-30T18:00", "2026-03-31T18:00"])
    await sound()
  })

  it("leaves a date given by hand, unless its day was closed", async () => {
    const { library, desk, lend, publish, due, sound } = await scene(2, { renewalCountMax: 0 })
    for (const [item, date] of [
      ["b0", "2026-03-16"],
      ["b1", "2026-03-18"]
    ] as const) {
      await lend(item, noon - 3 * 3_600_000)
      const dueAt = Date.parse(`${date}T18:30:00Z`)
      const override = { reason: "asked by phone" }
      receipt(await desk.renew({ item, at: noon + day, dueAt, override, key: `r${item}` }))
    }
    await publish(calendar([closed("2026-03-16", "2026-03-17")]), noon + 2 * day)
    const done = await redate(library, { tenant, at: noon + 2 * day })
    expect(done).toMatchObject({ loans: { moved: 1, left: { notByRule: 1 } }, stayed: [{ because: "notByRule" }] })
    expect((await due()).toSorted()).toEqual(["2026-03-18T18:30", "2026-03-18T18:30"])
    await publish(calendar(), noon + 3 * day)
    await redate(library, { tenant, at: noon + 3 * day })
    expect((await due()).toSorted()).toEqual(["2026-03-16T18:30", "2026-03-18T18:30"])
    await sound()
  })

  it("moves a date that was changed by hand off a closed day, as the rules before it say", async () => {
    const { library, desk, lend, publish, due, sound } = await scene(3, { closedDays: "previousOpenDay" })
    for (const item of ["b0", "b1"]) {
      await lend(item)
      const dueAt = closing(item === "b0" ? "2026-03-19" : "2026-03-23")
      receipt(await desk.changeDueDate({ item, dueAt, reason: "a recall", at: noon + day, key: `c${item}` }))
    }
    const byHand = { item: "b2", card: "ada", at: noon, dueAt: closing("2026-03-19"), key: "o" }
    receipt(await desk.checkOut(byHand))
    await publish(calendar([closed("2026-03-19")]), noon + 2 * day)
    const done = await redate(library, { tenant, at: noon + 2 * day })
    expect(done.loans).toEqual({ looked: 2, moved: 2, left: {} })
    expect((await due()).toSorted()).toEqual(["2026-03-18T18:00", "2026-03-20T18:00", "2026-03-23T18:00"])
    await sound()
  })

  it("shifts what counts open days alone, though it is due long after the closed ones", async () => {
    const { library, lend, publish, due } = await scene(1, { closedDays: "skipClosed" })
    await lend("b0")
    await publish(calendar([closed("2026-03-05", "2026-03-06")]), noon + day)
    await redate(library, { tenant, at: noon + day })
    expect(await due()).toEqual(["2026-03-18T18:00"])
  })

  it("keeps a loan that many wait for short", async () => {
    const set = { highDemand: { waiting: 1 }, highDemandPeriod: { days: 7 } }
    const { library, desk, titles, lend, publish, due } = await scene(1, set)
    receipt(await desk.reserve({ title: titles[0] as string, card: "ben", at: noon - day, key: "wait" }))
    await lend("b0")
    const [short] = await due()
    await publish(calendar([closed((short ?? "").slice(0, 10))]), noon + day)
    await redate(library, { tenant, at: noon + day })
    const [moved] = await due()
    expect(Date.parse(`${moved}Z`) - Date.parse(`${short}Z`)).toBe(day)
  })

  it("follows the hours of the branch whose rules hold", async () => {
    const { library, desk, lend, publish, due, sound } = await scene(1, {}, { ruleBranch: { loans: "itemHome" } })
    await lend("b0", noon, "far")
    await publish(calendar([closed("2026-03-16")], [closed("2026-03-17")]), noon + day)
    await redate(library, { tenant, at: noon + day })
    expect(await due()).toEqual(["2026-03-17T18:00"])
    receipt(await desk.renew({ item: "b0", at: noon + 2 * day, key: "r" }))
    expect(await due()).toEqual(["2026-03-31T18:00"])
    await publish(calendar([closed("2026-03-31")], [closed("2026-04-01")]), noon + 3 * day)
    await redate(library, { tenant, at: noon + 3 * day })
    expect(await due()).toEqual(["2026-04-01T18:00"])
    await sound()
  })

  it("looks at one branch alone if told so, and at nothing where no day changed", async () => {
    const { library, lend, publish } = await scene(2)
    await lend("b0")
    await lend("b1", noon, "far")
    const both = [closed("2026-03-16")]
    await publish(calendar(both, both), noon + day)
    const one = await redate(library, { tenant, at: noon + day, branch: "far" })
    expect([one.loans.looked, one.moves.map(({ branch }) => branch)]).toEqual([1, ["far"]])
    const { library: other, lend: lendThere } = await scene(1)
    await lendThere("b0")
    const none = await redate(other, { tenant, at: noon + day })
    expect(none).toMatchObject({ changedDays: [], loans: { looked: 0, moved: 0 } })
  })

  it("shows what a calendar would move that is not published", async () => {
    const { library, lend, due } = await scene(1)
    await lend("b0")
    const run = { tenant, at: noon + day, draft: calendar([closed("2026-03-16")]) as never }
    const preview = await redate(library, { ...run, dryRun: true })
    expect(preview).toMatchObject({ calendarVersion: null, moves: [{ toAt: closing("2026-03-17") }] })
    await expect(redate(library, run)).rejects.toThrow("preview")
    expect(await due()).toEqual(["2026-03-16T18:00"])
  })
})

describe("what else a changed calendar touches", () => {
  it("copies on pickup shelves wait for as many open days as they were given", async () => {
    const { library, desk, titles, lend, publish, sound } = await scene(1)
    await lend("b0")
    receipt(await desk.reserve({ title: titles[0] as string, card: "ben", at: noon, key: "wait" }))
    receipt(await desk.returnItem({ item: "b0", at: noon, key: "back" }))
    const until = async () => (await library.scan(tenant, "reservation", null, 10)).rows[0]?.shelfUntil
    expect(await until()).toBe(closing("2026-03-05"))
    await publish(calendar([closed("2026-03-03")]), noon + 1)
    const preview = await redate(library, { tenant, at: noon + 1, dryRun: true })
    const done = await redate(library, { tenant, at: noon + 1 })
    expect(preview.moves).toEqual(done.moves)
    expect(done.reservations).toEqual({ looked: 1, moved: 1, left: {} })
    expect(await until()).toBe(closing("2026-03-06"))
    expect((await redate(library, { tenant, at: noon + 2 })).reservations.moved).toBe(0)
    await publish(calendar(), noon + 3)
    await redate(library, { tenant, at: noon + 3 })
    expect(await until()).toBe(closing("2026-03-05"))
    await sound()
  })

  it("charges shrink by what closed days would not have cost, once, and are never raised again", async () => {
    const { library, desk, lend, publish, sound } = await scene(1)
    await lend("b0")
    const back = receipt(await desk.returnItem({ item: "b0", at: closing("2026-03-20"), key: "back" }))
    expect(back.charge?.amount).toBe(40)
    const at = closing("2026-03-21")
    await publish(calendar([closed("2026-03-18", "2026-03-19")]), at)
    const preview = await redate(library, { tenant, at, dryRun: true })
    const done = await redate(library, { tenant, at })
    expect(preview.moves).toEqual(done.moves)
    expect(done.charges).toEqual({ looked: 1, moved: 1, left: {}, waived: 20, toRefund: 0 })
    expect((await redate(library, { tenant, at: at + 1 })).charges).toMatchObject({ moved: 0, left: { asDated: 1 } })
    await publish(calendar(), at + 2)
    expect((await redate(library, { tenant, at: at + 2 })).charges).toMatchObject({ moved: 0 })
    await sound()
  })

  it("charges capped by the price shrink to what they would have cost by the price of then", async () => {
    const { library, desk, lend, publish, sound } = await scene(1, { overdueCapOfPrice: 100 })
    receipt(await desk.changeItem({ item: "b0", price: 30, key: "price", at: noon - day }))
    await lend("b0")
    const back = receipt(await desk.returnItem({ item: "b0", at: closing("2026-03-20"), key: "back" }))
    expect(back.charge).toMatchObject({ amount: 30, steps: [{ beforeCap: 40, capOf: "price", price: 30 }] })
    receipt(await desk.changeItem({ item: "b0", price: 10, key: "cheaper", at: closing("2026-03-20") }))
    const at = closing("2026-03-21")
    await publish(calendar([closed("2026-03-18", "2026-03-19")]), at)
    expect((await redate(library, { tenant, at })).charges).toMatchObject({ moved: 1, waived: 10, toRefund: 0 })
    await sound()
  })

  it("a charge goes whole, and the link to its loan, where the due day itself was closed; what was paid is told", async () => {
    const { library, desk, lend, publish, sound } = await scene(1)
    await lend("b0")
    receipt(await desk.returnItem({ item: "b0", at: closing("2026-03-20"), key: "back" }))
    receipt(await desk.pay({ card: "ada", amount: 30, method: "cash", at: closing("2026-03-20"), key: "pay" }))
    const at = closing("2026-03-21")
    await publish(calendar([closed("2026-03-16", "2026-03-19")]), at)
    const done = await redate(library, { tenant, at })
    expect(done.charges).toMatchObject({ moved: 1, waived: 10, toRefund: 30 })
    expect((await library.scan(tenant, "chargeLoan", null, 10)).rows).toEqual([])
    expect((await redate(library, { tenant, at: at + 1 })).charges.looked).toBe(0)
    await sound()
  })

  it("a charge that came from another reader's record shrinks as it would have there, however often it was moved", async () => {
    const { library, desk, lend, publish, sound } = await scene(1)
    receipt(await desk.registerReader({ card: "cid", name: "cid", category: "adult", key: "cid", at: noon }))
    await lend("b0")
    const back = closing("2026-03-20")
    receipt(await desk.returnItem({ item: "b0", at: back, key: "back" }))
    receipt(await desk.pay({ card: "ada", amount: 15, method: "cash", at: back, key: "pay" }))
    receipt(await desk.mergeReaders({ card: "ben", other: "ada", at: back, key: "once" }))
    const at = closing("2026-03-21")
    await publish(calendar([closed("2026-03-19")]), at)
    expect((await redate(library, { tenant, at })).charges).toMatchObject({ moved: 1, waived: 10, toRefund: 0 })
    receipt(await desk.mergeReaders({ card: "cid", other: "ben", at, key: "twice" }))
    expect((await redate(library, { tenant, at: at + 1 })).charges).toMatchObject({ moved: 0, left: { asDated: 1 } })
    await publish(calendar([closed("2026-03-16", "2026-03-19")]), at + 2)
    expect((await redate(library, { tenant, at: at + 2 })).charges).toMatchObject({
      moved: 1,
      waived: 15,
      toRefund: 15
    })
    expect((await library.scan(tenant, "account", null, 10)).rows.map(({ balance }) => balance)).toEqual([0, 0, 0])
    await sound()
  })
})

describe("a run", () => {
  const manyLoans = async (count: number) => {
    const town = await scene(count)
    for (const number of Array(count).keys()) await town.lend(`b${number}`, noon + (number % 4) * day)
    await town.publish(calendar([closed("2026-03-16", "2026-03-18")]), noon + 5 * day)
    return town
  }
  const at = noon + 5 * day

  it("tells nobody to hand back what was forgone, and never more than was paid", async () => {
    const { library, desk, lend, publish, sound } = await scene(2)
    for (const item of ["b0", "b1"]) await lend(item)
    const back = closing("2026-03-21")
    const charges: Array<string> = []
    for (const item of ["b0", "b1"])
      charges.push(receipt(await desk.returnItem({ item, at: back, key: `back ${item}` })).charge?.chargeId ?? "")
    const [first = "", second = ""] = charges
    const waive = (charge: string, amount: number) =>
      desk.waive({ card: "ada", charge, amount, reason: "new here", at: back, key: `waive ${charge}` })
    receipt(await waive(first, 40))
    receipt(await waive(second, 25))
    receipt(await desk.pay({ card: "ada", amount: 15, method: "cash", charges: [second], at: back, key: "pay" }))
    const at = back + day
    await publish(calendar([closed("2026-03-17", "2026-03-19")]), at)
    const { charges: told, moves } = await redate(library, { tenant, at })
    expect(moves.map((one) => "waived" in one && [one.id, one.waived, one.toRefund])).toEqual(
      expect.arrayContaining([
        [first, 10, 0],
        [second, 10, 15]
      ])
    )
    expect([told.waived, told.toRefund]).toEqual([20, 15])
    await sound()
  })

  it("that is stopped in the middle is finished by the next", async () => {
    const { library, due, sound } = await manyLoans(130)
    let slices = 0
    const stopping: Library = {
      ...library,
      at: (place) => {
        const desk = library.at(place)
        const stop = (): never => {
          throw new Error("stopped")
        }
        return { ...desk, many: (name, inputs) => (++slices > 4 ? stop() : desk.many(name, inputs)), redateLoan: stop }
      }
    }
    await expect(redate(stopping, { tenant, at })).rejects.toThrow("stopped")
    expect(await redated(library)).toBeGreaterThan(0)
    const rest = await redate(library, { tenant, at: at + 1 })
    expect(await redated(library)).toBe(98)
    expect(rest.loans.moved).toBeLessThan(98)
    expect(new Set(await due())).toEqual(new Set(["2026-03-19T18:00"]))
    await sound()
  })

  it("beside another moves each once, and a desk that renews goes on", async () => {
    const { library, desk, due, sound } = await manyLoans(120)
    const renewal = async () => receipt(await desk.renew({ item: "b0", at, key: "renew" }))
    const [one, other] = await Promise.all([
      redate(library, { tenant, at }),
      redate(library, { tenant, at: at + 1 }),
      renewal()
    ])
    expect(one.loans.moved + other.loans.moved).toBe(await redated(library))
    expect([one.failedCount, other.failedCount]).toEqual([0, 0])
    expect(new Set((await due()).map((text) => text.slice(0, 10)))).toEqual(new Set(["2026-03-19", "2026-03-30"]))
    await sound()
  })

  it("gives what the commands one by one give, and tells how far it is", async () => {
    const [{ library, due }, single] = [await manyLoans(60), await manyLoans(60)]
    const seen: Array<number> = []
    const report = await redate(library, { tenant, at, onProgress: ({ looked }) => seen.push(looked) })
    for (const number of Array(60).keys()) await single.desk.redateLoan({ item: `b${number}`, at, key: `${number}` })
    expect((await due()).toSorted()).toEqual((await single.due()).toSorted())
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(report.loans.looked)
  })

  it("reports one that is broken, and holds up no other", async () => {
    const { library } = await manyLoans(8)
    const [broken] = (await library.scan(tenant, "loan", null, 1)).rows
    const failing: Library = {
      ...library,
      at: (place) => {
        const desk = library.at(place)
        const breaks = (input: { readonly key: string }): boolean => input.key.includes(broken?.loanId ?? "")
        return {
          ...desk,
          many: (name, inputs) => (inputs.some(breaks) ? Promise.reject(new Error("broken")) : desk.many(name, inputs)),
          redateLoan: (input) => (breaks(input) ? Promise.reject(new Error("broken")) : desk.redateLoan(input))
        }
      }
    }
    const report = await redate(failing, { tenant, at })
    expect(report).toMatchObject({
      loans: { moved: 5 },
      failedCount: 1,
      failed: [{ kind: "loan", id: broken?.loanId, because: "fault" }]
    })
  })
})

it("only who may re-date may; a loan that stays says why", async () => {
  const { library, desk, lend } = await scene(1)
  await lend("b0")
  const clerk: Actor = { kind: "staff", id: "cem", permissions: new Set(staffRoles.desk) }
  const asClerk = library.at({ tenant, branch: "main", actor: clerk, channel: "desk" })
  expect(await asClerk.redateLoan({ item: "b0", at: noon, key: "x" })).toMatchObject({
    refusals: [{ _tag: "NotPermitted", permission: "loans.redate" }]
  })
  expect(await desk.redateLoan({ item: "b0", at: noon, key: "x" })).toMatchObject({
    refusals: [{ _tag: "NothingToRedate", because: "asDated" }]
  })
  expect(await desk.redateLoan({ item: "b9", at: noon, key: "y" })).toMatchObject({
    refusals: [{ _tag: "ItemNotOnLoan" }]
  })
})
