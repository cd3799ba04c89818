import { describe, expect, it } from "vitest"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const hour = 3_600_000

/** A small library with more rows, and with a category for other institutions. */
const libraryWith = async (...rows: ReadonlyArray<{ readonly when: object; readonly set: object }>) => {
  const small = await smallLibrary()
  const page = await small.library.scan(tenant, "document", null, 10)
  const document = JSON.parse(page.rows.find(({ kind }) => kind === "policy")?.content ?? "")
  document.rows.push(...rows.map((row, nth) => ({ id: `row ${nth}`, ...row })))
  document.readerCategories.institution = {}
  const published = await small.library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published.invalid))
  return small
}

describe("loans of a special kind are loans, with rules of their own", () => {
  it("course reserves by the hour: a collection of its own", async () => {
    const reserve = { when: { collection: "course-reserve" }, set: { loanPeriod: { hours: 3 } } }
    const { desk, title, key } = await libraryWith(reserve)
    const titleId = await title("Algebra", ["b1"])
    const course = { title: titleId, barcode: "b2", type: "book", collection: "course-reserve" }
    receiptOf(await desk.addItem({ ...course, at: noon, key: key() }))
    const lent = receiptOf(await desk.checkOut({ item: "b2", card: "ada", at: noon, key: key() }))
    expect(lent.dueAt).toBe(noon + 3 * hour)
    const renewed = receiptOf(await desk.renew({ item: "b2", at: noon + 2 * hour, key: key() }))
    expect(renewed.dueAt).toBe(noon + 6 * hour)
    const plain = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    expect(plain.dueAt).toBeGreaterThan(noon + 13 * day)
  })

  it("new items stay near home until they are no longer new", async () => {
    const young = { itemAgeDays: { max: 89 }, readerNear: false }
    const { desk, far, title, key } = await libraryWith({ when: young, set: { lendable: false, reservable: false } })
    const titleId = await title("New", ["b1"])
    const ask = { item: "b1", card: "ada" }
    expect(codesOf(await far.checkOut({ ...ask, at: noon, key: key() }))).toEqual(["ItemNotLendable"])
    receiptOf(await desk.checkOut({ ...ask, at: noon, key: key() }))
    const place = { title: titleId, item: "b1", card: "ben" }
    expect(codesOf(await far.reserve({ ...place, at: noon, key: key() }))).toEqual(["ItemNotReservable"])
    receiptOf(await desk.returnItem({ item: "b1", at: noon + day, key: key() }))
    receiptOf(await far.checkOut({ ...ask, at: noon + 89 * day, key: key() }))
  })

  it("another institution borrows for long, and much of it: a reader of a category of its own", async () => {
    const set = { loanPeriod: { days: 60 }, "loanCountMax.all": 100 }
    const { desk, title, key } = await libraryWith({ when: { readerCategory: "institution" }, set })
    await title("Books", ["b1", "b2", "b3", "b4", "b5"])
    const school = { card: "school", name: "The school", category: "institution" }
    receiptOf(await desk.registerReader({ ...school, at: noon, key: key() }))
    for (const item of ["b1", "b2", "b3", "b4", "b5"]) {
      const lent = receiptOf(await desk.checkOut({ item, card: "school", at: noon, key: key() }))
      expect(Math.round((lent.dueAt - noon) / day)).toBe(60)
    }
  })

  it("a set is one loan, counted once, whose parts the receipts name", async () => {
    const { desk, library, title, key } = await libraryWith()
    await title("A game", ["g1"])
    receiptOf(await desk.changeItem({ item: "g1", parts: 40, at: noon, key: key() }))
    expect(receiptOf(await desk.checkOut({ item: "g1", card: "kim", at: noon, key: key() })).parts).toBe(40)
    const { loanCounts } = await library.read(tenant, { loanCounts: { card: "kim" as never } })
    expect(loanCounts.map(({ count }) => count)).toEqual([1])
    expect(receiptOf(await desk.returnItem({ item: "g1", at: noon, key: key() })).parts).toBe(40)
  })

  it("what nobody has catalogued is added and lent in two steps, by who may do no more", async () => {
    const { desk, library, key } = await libraryWith()
    const book = { barcode: "q1", title: "Left by a reader", type: "book" }
    receiptOf(await desk.quickAdd({ ...book, at: noon, key: key() }))
    receiptOf(await desk.checkOut({ item: "q1", card: "ada", at: noon, key: key() }))
    expect(codesOf(await desk.quickAdd({ ...book, at: noon, key: key() }))).toEqual(["BarcodeTaken"])
    const { item } = await library.read(tenant, { item: { barcode: "q1" as never } })
    expect(item?.title.title).toBe("Left by a reader")
  })
})
