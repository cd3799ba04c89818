import { describe, expect, it } from "vitest"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("checking out", () => {
  it("counts a group of types and all loans against their own limits, each by the reader's category", async () => {
    const { desk, title, key } = await smallLibrary()
    await title("Films", ["f1", "f2"], "film")
    await title("Books", ["b1", "b2"])
    receiptOf(await desk.checkOut({ item: "f1", card: "ada", at: noon, key: key() }))
    const second = await desk.checkOut({ item: "f2", card: "ada", at: noon, key: key() })
    expect("refusals" in second && second.refusals).toEqual([
      { _tag: "LoanLimitReached", limit: "films", count: 1, countMax: 1 }
    ])
    receiptOf(await desk.checkOut({ item: "b1", card: "kim", at: noon, key: key() }))
    const child = await desk.checkOut({ item: "b2", card: "kim", at: noon, key: key() })
    expect("refusals" in child && child.refusals).toEqual([
      { _tag: "LoanLimitReached", limit: "all", count: 1, countMax: 1 }
    ])
  })

  it("says that item and reader are both unknown", async () => {
    const { desk, key } = await smallLibrary()
    expect(codesOf(await desk.checkOut({ item: "x", card: "y", at: noon, key: key() }))).toEqual([
      "ItemUnknown",
      "ReaderUnknown"
    ])
  })

  it("keeps who went past a refusal, and why, in the event, and never reader and item together", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Atlas", ["r1"], "reference")
    const reason = "for the exhibition"
    receiptOf(await desk.checkOut({ item: "r1", card: "ada", at: noon, override: { reason }, key: key() }))
    const { rows } = await library.scan(tenant, "event", null, 100)
    const lent = rows.find(({ tag }) => tag === "ItemCheckedOut")
    expect(lent?.actor).toBe("staff:anna")
    expect(JSON.parse(lent?.body ?? "{}").overrides).toEqual([
      { refusal: "ItemNotLendable", permission: "loans.override.notLendable", reason }
    ])
    const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
    expect(lent?.body).not.toContain(reader?.reader.readerId)
  })

  it("fills the reader's own waiting reservation when another copy is taken from the shelf", async () => {
    const { desk, title, key } = await smallLibrary()
    const titleId = await title("Two copies", ["c1"])
    receiptOf(await desk.checkOut({ item: "c1", card: "ada", at: noon, key: key() }))
    const { reservationId } = receiptOf(await desk.reserve({ title: titleId, card: "ben", at: noon, key: key() }))
    receiptOf(await desk.addItem({ title: titleId, barcode: "c2", type: "book", at: noon, key: key() }))
    const taken = receiptOf(await desk.checkOut({ item: "c2", card: "ben", at: noon, key: key() }))
    expect(taken.filledReservationId).toBe(reservationId)
  })

  it("is refused where the policy is not in force yet, and where a setting is missing says which", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Early", ["e1"])
    expect(codesOf(await desk.checkOut({ item: "e1", card: "ada", at: noon - 30 * day, key: key() }))).toContain(
      "PolicyNotInForce"
    )
    const content = {
      currency: "CNY",
      rounding: "halfUp",
      precedence: { by: "firstRow" },
      readerCategories: { adult: {} },
      itemTypes: { book: {} },
      rows: [{ id: "r", when: {}, set: { lendable: true, debtMax: "unlimited" } }]
    }
    await library.publishPolicy({ tenant, content, at: noon, by: "anna" })
    const answer = await desk.checkOut({ item: "e1", card: "ada", at: noon, key: key() })
    const settings =
      "refusals" in answer
        ? answer.refusals.map((refusal) => ("setting" in refusal ? refusal.setting : refusal._tag))
        : []
    expect(settings.sort()).toEqual(["closedDays", "dueTime", "loanCountMax", "loanPeriod"])
  })
})
