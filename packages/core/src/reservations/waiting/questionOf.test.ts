import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Instant } from "../../calendar/instant.ts"
import { ItemId, type ItemRow, ItemStatus } from "../../catalogue/model.ts"
import { itemRow, minutesLater, morning, reservationRow, transitRow } from "../../testing/rows.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { TransitId } from "../../transits/model.ts"
import type { ReservationEvent } from "../event.ts"
import { estimateWait, learnRates, questionOf, ratesFor, reservationSpans } from "./index.ts"

const asked = { at: morning, seed: 1 }

describe("a question put from rows", () => {
  const waits = (id: string, place: number) => reservationRow(id, "t1", place)
  const [first, second, third] = [waits("r1", 4), waits("r2", 7), waits("r3", 9)]
  const rows = { reservations: [third, first, second], items: [itemRow("i1", "t1"), itemRow("i2", "t1")], loans: [] }

  it("counts those before it by their place, and those of them that are suspended", () => {
    const until = minutesLater(60)
    const held = (set: object) => ({ ...rows, reservations: [third, { ...first, suspended: 1, ...set }, second] })
    expect(questionOf(third, rows, asked)?.ahead).toEqual({ waiting: 2, suspendedUntil: [] })
    for (const set of [{ suspendedUntil: until }, { suspended: 0, notBefore: until }])
      expect(questionOf(third, held(set), asked)?.ahead).toEqual({ waiting: 1, suspendedUntil: [until] })
    expect(questionOf(third, held({ suspendedUntil: asked.at }), asked)?.ahead).toEqual({
      waiting: 2,
      suspendedUntil: []
    })
    expect(questionOf(third, held({ suspendedUntil: null }), asked)?.ahead).toEqual({ waiting: 1, suspendedUntil: [] })
    expect(questionOf(first, rows, asked)?.ahead.waiting).toBe(0)
    expect(questionOf({ ...third, state: "cancelled", place: null }, rows, asked)).toBeNull()
  })

  it("counts on that copy alone where the reservation is for one", () => {
    const { itemId } = rows.items[1] as ItemRow
    expect(questionOf(third, rows, asked)?.copies).toHaveLength(2)
    expect(questionOf({ ...third, itemId }, rows, asked)?.copies).toHaveLength(1)
  })

  it("counts those before it, and the copies, for what it waits for: another volume is nobody's rival", () => {
    const wants = (row: typeof first, volume: string) => ({ ...row, volume })
    const items = ["v. 1", "v. 2", "v. 2"].map((volume, nth) => itemRow(`i${nth}`, "t1", { volume }))
    const reservations = [wants(first, "v. 1"), wants(second, "v. 2"), third]
    const question = questionOf(wants(third, "v. 2"), { ...rows, items, reservations }, asked)
    expect([question?.ahead.waiting, question?.copies.length]).toEqual([1, 2])
    expect(questionOf(third, { ...rows, items, reservations }, asked)?.ahead.waiting).toBe(2)
  })

  it("counts on a copy that travels, and first on whom it travels to", () => {
    const items = [itemRow("i1", "t1", { status: "inTransit", transitId: TransitId.make("x1") })]
    const transits = [transitRow("x1", "i1", { state: "open", sentAt: morning })]
    const question = questionOf(first, { ...rows, items, transits }, asked)
    expect(question).toMatchObject({ ahead: { waiting: 0 }, copies: [{ is: "inTransit", sentAt: morning }] })
    const carried = { state: "inTransit" as const, setAsideItemId: ItemId.make("i1"), setAsideAt: morning }
    const reservations = [{ ...first, ...carried }, second]
    expect(questionOf(second, { ...rows, items, transits, reservations }, asked)?.ahead.waiting).toBe(1)
  })

  it("says which copies stand, or arrive, where the reservation is picked up", () => {
    const items = [
      itemRow("i1", "t1", { presentBranch: first.pickupBranch }),
      itemRow("i2", "t1", { presentBranch: "elsewhere" }),
      itemRow("i3", "t1", { status: "inTransit", transitId: TransitId.make("x1") })
    ]
    const transits = [transitRow("x1", "i3", { state: "open", sentAt: morning, toBranch: "elsewhere" })]
    expect(questionOf(first, { ...rows, items, transits }, asked)?.copies).toEqual([
      { is: "available", isHere: true },
      { is: "available", isHere: false },
      { is: "inTransit", sentAt: morning, isHere: false }
    ])
  })

  it.each(ItemStatus.literals)("gives an answer whatever the status of a copy is: %s", (status) => {
    const items = [itemRow("i1", "t1", { status })]
    const question = questionOf(first, { ...rows, items }, asked)
    expect(
      question !== null && Result.isSuccess(estimateWait(question, ratesFor([], { itemType: "", collection: "" })))
    ).toBe(true)
  })
})

describe("a library's own rows", () => {
  it("are learned from, and asked about, as they are", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Wanted", ["w1"])
    const at = (days: number) => ({ at: noon + days * day, key: key() })
    receiptOf(await desk.checkOut({ item: "w1", card: "ben", ...at(0) }))
    const [item] = (await library.scan(tenant, "item", null, 10)).rows
    const titleId = item?.titleId ?? ""
    for (const card of ["ada", "kim"]) receiptOf(await desk.reserve({ title: titleId, card, ...at(1) }))
    receiptOf(await desk.returnItem({ item: "w1", ...at(9) }))

    const now = Instant.make(noon + 10 * day)
    const { rows: loans } = await library.scan(tenant, "loan", null, 10)
    const { rows: events } = await library.scan(tenant, "event", null, 100)
    const { rows: reservations } = await library.scan(tenant, "reservation", null, 10)
    const { rows: items } = await library.scan(tenant, "item", null, 10)
    const spans = reservationSpans(
      events
        .filter(({ tag }) => tag.startsWith("Reservation"))
        .map(({ tag, body }) => ({ _tag: tag, ...JSON.parse(body) }) as ReservationEvent)
    )
    const kind = { itemType: "book", collection: item?.collection ?? "" }
    const learned = learnRates({ loans, reservations: spans.map((span) => ({ ...span, ...kind })), at: now })
    expect(learned).toMatchObject([{ ...kind, rates: { terms: 1, waitedDays: 8 + 9 } }])

    const waiting = reservations.find(({ state }) => state === "waiting")
    const question = waiting && questionOf(waiting, { reservations, items, loans }, { at: now, seed: 1 })
    expect(question).toMatchObject({ ahead: { waiting: 0 }, copies: [{ is: "setAside" }] })
    const estimate = Result.getOrThrow(estimateWait(question as NonNullable<typeof question>, ratesFor(learned, kind)))
    expect(estimate).toMatchObject({ position: 1, basis: { loans: { of: "prior", seen: 1 }, copies: 1 } })
    expect(estimate.median).toBeGreaterThan(0)
  })
})
