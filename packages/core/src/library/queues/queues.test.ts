import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { amendPolicy } from "../../testing/amending.ts"
import {
  day,
  noon,
  receiptOf,
  type SmallLibrary,
  smallCalendar,
  smallLibrary,
  tenant
} from "../../testing/smallLibrary.ts"
import { learnWaits, titleQueue, waitOf } from "./index.ts"

let town: SmallLibrary
let titleId: string
let ids: ReadonlyArray<string>
const cards = ["ada", "kim", "r1", "r2", "r3", "r4"]

/** Two copies lent, w1 due in two weeks and w2 to `ben`; six readers wait. */
beforeEach(async () => {
  town = await smallLibrary({ "loanCountMax.all": 9, reservationCountMax: 9, loanPeriod: { days: 14 } })
  const { desk, title, key } = town
  for (const card of cards.slice(2))
    receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon - day, key: key() }))
  titleId = await title("Wanted", ["w1", "w2"])
  for (const item of ["w1", "w2"]) receiptOf(await desk.checkOut({ item, card: "ben", at: noon, key: key() }))
  const placed: Array<string> = []
  for (const card of cards)
    placed.push(receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() })).reservationId)
  ids = placed
})
afterEach(() => town.library.close())

const queue = (asked: object = {}) => titleQueue(town.library, { tenant, title: titleId, at: noon, ...asked })
const waitFor = (asked: { readonly reservation: string } | { readonly title: string }, at = noon) =>
  waitOf(town.library, { tenant, at, ...asked })
const give = { at: noon, key: "" }
const suspend = async (reservation: string, until?: number): Promise<void> => {
  const end = until === undefined ? {} : { until }
  receiptOf(await town.desk.suspendReservation({ ...give, key: town.key(), reservation, ...end }))
}

const learn = (): Promise<unknown> => learnWaits(town.library, { tenant, at: noon })

describe("the queue of a title", () => {
  beforeEach(learn)

  it("is its reservations in order, each with its place and a wait that grows; of no reader", async () => {
    const whole = await queue()
    expect(whole).toMatchObject({ title: { title: "Wanted" }, waitingCount: 6, next: null, learnedAt: noon })
    expect(whole?.rows.map(({ reservation }) => reservation.reservationId)).toEqual(ids)
    expect(whole?.rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6])
    const medians = whole?.rows.map(({ wait }) => wait?.median ?? 0) ?? []
    expect(medians).toEqual(medians.toSorted((one, other) => one - other))
    expect(medians[5]).toBeGreaterThan(medians[0] as number)
    expect(JSON.stringify(whole)).not.toMatch(/readerId|"ben"|"ada"/)
  })

  it("comes page by page, with the same places and waits as the whole", async () => {
    const whole = await queue()
    for (const limit of [1, 4]) {
      const rows: Array<unknown> = []
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<typeof queue>> = await queue({ after, limit })
        rows.push(...(page?.rows ?? []))
        after = page?.next ?? null
      } while (after !== null)
      expect(rows).toEqual(whole?.rows)
    }
  })

  it("has no place and no wait for one that lies ready, and no wait for one that is suspended without end", async () => {
    receiptOf(await town.desk.returnItem({ item: "w1", at: noon + day, key: town.key() }))
    await suspend(ids[2] as string)
    const rows = (await queue({ at: noon + day }))?.rows ?? []
    expect(rows.slice(0, 3)).toMatchObject([
      { reservation: { state: "setAside" }, position: null, wait: null },
      { position: 1, wait: { basis: { copies: 2 } } },
      { position: 2, wait: null }
    ])
  })

  it("is none where there is no such title", async () => {
    expect(await queue({ title: "nothing" })).toBeNull()
  })
})

describe("the wait", () => {
  beforeEach(learn)

  it("of a reservation is that of its line in the queue; of a title, that of one more at its end", async () => {
    const rows = (await queue())?.rows ?? []
    const last = await waitFor({ reservation: ids[5] as string })
    expect(last).toMatchObject({ position: 6, waitingCount: 6, state: "waiting", notBefore: null, wait: rows[5]?.wait })
    const next = await waitFor({ title: titleId })
    expect(next).toMatchObject({ reservationId: null, position: 7, waitingCount: 6, state: null })
    expect(next?.wait?.median).toBeGreaterThanOrEqual(last?.wait?.median ?? Number.POSITIVE_INFINITY)
  })

  it("is no longer behind one who is suspended, who waits until then at least", async () => {
    const [first = "", second = ""] = ids
    const before = await waitFor({ reservation: second })
    await suspend(first, noon + 100 * day)
    const after = await waitFor({ reservation: second })
    expect(after?.position).toBe(2)
    expect(after?.wait?.median).toBeLessThan(before?.wait?.median ?? 0)
    const own = await waitFor({ reservation: first })
    expect(own).toMatchObject({ position: 1, notBefore: noon + 100 * day })
    expect(own?.wait?.low).toBeGreaterThanOrEqual(100)
  })

  it("is over with a copy set aside; without end for one suspended until it is resumed", async () => {
    receiptOf(await town.desk.returnItem({ item: "w1", at: noon + day, key: town.key() }))
    const ready = await waitFor({ reservation: ids[0] as string }, noon + day)
    expect(ready).toMatchObject({ state: "setAside", position: null, wait: null })
    await suspend(ids[1] as string)
    expect(await waitFor({ reservation: ids[1] as string })).toMatchObject({ position: 1, notBefore: null, wait: null })
  })

  it("is none of a reservation that has ended, that never was, or of no title", async () => {
    const [reservation = ""] = ids
    receiptOf(await town.desk.cancelReservation({ reservation, at: noon, key: town.key() }))
    for (const asked of [{ reservation }, { reservation: "x" }, { title: "x" }]) expect(await waitFor(asked)).toBeNull()
  })
})

describe("what waits rest on", () => {
  const lendForTwoDays = async (): Promise<void> => {
    const items = Array.from({ length: 40 }, (_, nth) => `q${nth}`)
    await town.title("Quick", items)
    for (const item of items) {
      receiptOf(await town.desk.checkOut({ item, card: "r1", at: noon, key: town.key() }))
      receiptOf(await town.desk.returnItem({ item, at: noon + 2 * day, key: town.key() }))
    }
  }

  it("is the library's own loans and reservations, once they were learned from", async () => {
    const guess = await waitFor({ reservation: ids[5] as string }, noon + 3 * day)
    expect(guess).toMatchObject({ learnedAt: null, wait: { basis: { loans: { of: "prior" } } } })
    await lendForTwoDays()
    const learned = await learnWaits(town.library, { tenant, at: noon + 3 * day })
    expect(learned).toMatchObject({ loans: 42, reservations: 6, learnedAt: noon + 3 * day })
    const told = await waitFor({ reservation: ids[5] as string }, noon + 3 * day)
    expect(told).toMatchObject({ learnedAt: noon + 3 * day, wait: { basis: { loans: { of: "kind", seen: 40 } } } })
    expect(told?.wait?.median).toBeLessThan(guess?.wait?.median ?? 0)
  })

  it("is how long copies travel, too: one on the shelf of another branch takes as long as others took from there", async () => {
    const { desk, far, title, key, library } = town
    await amendPolicy(library, { transfers: { kept: true } })
    const placeAt = async (pickupBranch: string, item: string, card: string) => {
      const on = await title(item, [item])
      const placed = { title: on, card, pickupBranch, kind: "page" as const, at: noon, key: key() }
      return { item, titleId: on, ...receiptOf(await desk.reserve({ ...placed, override: { reason: "pages" } })) }
    }
    const waitsFor = async ({ reservationId }: { readonly reservationId: string }) => {
      const { low, high } = (await waitFor({ reservation: reservationId }))?.wait ?? {}
      return [low, high]
    }
    const [here, away] = [await placeAt("main", "h", "r3"), await placeAt("far", "a", "r4")]
    expect([await waitsFor(here), await waitsFor(away)]).toEqual([
      [0, 0],
      [1, 3]
    ])
    for (let nth = 0; nth < 30; nth++) {
      const { item } = await placeAt("far", `t${nth}`, ["ada", "ben", "r1", "r2"][nth % 4] as string)
      receiptOf(await desk.returnItem({ item, at: noon, key: key() }))
      receiptOf(await far.returnItem({ item, at: noon + 5 * day, key: key() }))
    }
    await learnWaits(library, { tenant, at: noon + 5 * day })
    expect([await waitsFor(here), await waitsFor(away)]).toEqual([
      [0, 0],
      [5, 5]
    ])
    receiptOf(await desk.returnItem({ item: "a", at: noon + 5 * day, key: key() }))
    const onItsWay = { state: "inTransit", position: null, wait: { low: 4, median: 4, high: 4 } }
    expect(await waitFor({ reservation: away.reservationId }, noon + 6 * day)).toMatchObject(onItsWay)
    const elsewhere = { reservation: away.reservationId, pickupBranch: "main" }
    const { rows = [] } = (await titleQueue(library, { tenant, title: away.titleId, at: noon + 6 * day })) ?? {}
    expect(rows).toMatchObject([{ position: null, wait: { median: 4 } }])
    const content = { branches: { main: smallCalendar.branches.main } }
    await library.publishCalendar({ tenant, content, at: noon + 6 * day - 1, by: "anna" })
    receiptOf(await desk.changeReservation({ ...elsewhere, at: noon + 6 * day, key: key() }))
    expect(await waitFor({ reservation: away.reservationId }, noon + 6 * day)).toMatchObject({ wait: { median: 9 } })
  })

  it("leaves out what began more than two years ago", async () => {
    const later = noon + 731 * day
    expect(await learnWaits(town.library, { tenant, at: later })).toMatchObject({ loans: 0, reservations: 0 })
  })

  it("is learned in the background by who asks, once a day, and nobody waits for it", async () => {
    const scans = vi.spyOn(town.library, "scan")
    expect((await waitFor({ title: titleId }))?.learnedAt).toBeNull()
    await vi.waitFor(async () => expect((await waitFor({ title: titleId }, noon + 1))?.learnedAt).toBe(noon))
    const learned = () => scans.mock.calls.filter(([, table]) => table !== "document").length
    const before = learned()
    expect(before).toBeGreaterThan(0)
    await waitFor({ title: titleId }, noon + day - 1)
    expect(learned()).toBe(before)
    expect((await waitFor({ title: titleId }, noon + day))?.learnedAt).toBe(noon)
    await vi.waitFor(async () =>
      expect((await waitFor({ title: titleId }, noon + day + 1))?.learnedAt).toBe(noon + day)
    )
  })

  it("is what was learned before, where the storage fails meanwhile", async () => {
    await learnWaits(town.library, { tenant, at: noon })
    const { scan } = town.library
    vi.spyOn(town.library, "scan").mockImplementation((of, table, ...page) =>
      table === "document" ? scan(of, table, ...page) : Promise.reject(new Error("no disk"))
    )
    expect((await waitFor({ title: titleId }, noon + 2 * day))?.learnedAt).toBe(noon)
    await new Promise((resolve) => setTimeout(resolve))
    expect((await waitFor({ title: titleId }, noon + 2 * day))?.learnedAt).toBe(noon)
  })
})
