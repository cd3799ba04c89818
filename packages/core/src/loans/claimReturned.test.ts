import { describe, expect, it } from "vitest"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("a claim that an item was brought back", () => {
  it("comes from staff, or from the reader who has it; once", async () => {
    const { library, desk, screenOf, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    const claim = { item: "b1", note: "put into the book drop", at: noon + day }
    expect(codesOf(await desk.claimReturned({ ...claim, key: key() }))).toEqual(["ItemNotOnLoan"])
    const { loanId } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    expect(codesOf(await screenOf("ben").claimReturned({ ...claim, key: key() }))).toEqual(["ItemUnknown"])
    expect(await desk.dryRun.claimReturned(claim)).toMatchObject({ ok: true, receipt: { loanId } })
    expect(receiptOf(await screenOf("ada").claimReturned({ ...claim, key: key() }))).toEqual({ loanId })
    expect(codesOf(await desk.claimReturned({ ...claim, key: key() }))).toEqual(["ItemStatusForbids"])
    const many = await desk.many("claimReturned", [{ ...claim, item: "none", key: key() }])
    expect(many.map(codesOf)).toEqual([["ItemUnknown"]])
    expect(await library.check(tenant)).toEqual([])
  })
})

describe("the search for what was claimed returned", () => {
  it("is recorded with place, time and who looked, and refused where nothing is to be searched for", async () => {
    const { library, desk, title, key } = await smallLibrary()
    await title("Book", ["b1"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    const search = { item: "b1", place: "its shelf", at: noon + 2 * day }
    expect(codesOf(await desk.recordSearch({ ...search, item: "none", key: key() }))).toEqual(["ItemUnknown"])
    expect(codesOf(await desk.recordSearch({ ...search, key: key() }))).toEqual(["ItemStatusForbids"])
    receiptOf(await desk.claimReturned({ item: "b1", at: noon + day, key: key() }))
    expect(receiptOf(await desk.recordSearch({ ...search, key: key() })).searches).toBe(1)
    const again = { ...search, place: "the book drop", note: "emptied", at: noon + 3 * day }
    expect(receiptOf(await desk.recordSearch({ ...again, key: key() })).searches).toBe(2)
    const { searchesOfItem } = await library.read(tenant, { searchesOfItem: { barcode: "b1" as never } })
    expect(searchesOfItem).toMatchObject([
      { nth: 1, place: "its shelf", note: "", at: noon + 2 * day, actor: "staff:anna" },
      { nth: 2, place: "the book drop", note: "emptied", at: noon + 3 * day }
    ])
    receiptOf(await desk.settleClaim({ item: "b1", as: "notFound", at: noon + 4 * day, key: key() }))
    expect(codesOf(await desk.recordSearch({ ...search, key: key() }))).toEqual(["ItemStatusForbids"])
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })
})
