import { describe, expect, it } from "vitest"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("returning", () => {
  it("cuts the link to the reader at once, unless money is open", async () => {
    const { desk, library, title, key } = await smallLibrary()
    await title("In time", ["i1"])
    await title("Late", ["i2"])
    for (const item of ["i1", "i2"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item: "i1", at: noon + day, key: key() }))
    const late = receiptOf(await desk.returnItem({ item: "i2", at: noon + 20 * day, key: key() }))
    expect(late.charge?.amount).toBe(60)
    const links = await library.scan(tenant, "loanReader", null, 10)
    expect(links.rows.map(({ loanId }) => loanId)).toEqual([late.loanId])
  })

  it.each([
    ["was claimed returned", "claim"],
    ["lay in the book drop", "bookDrop"]
  ] as const)("names the rules that hold as it is reckoned, though it %s before they did", async (_, how) => {
    const { desk, library, title, key } = await smallLibrary()
    await title("Late", ["i1"])
    receiptOf(await desk.checkOut({ item: "i1", card: "ada", at: noon, key: key() }))
    const late = noon + 20 * day
    if (how === "claim") receiptOf(await desk.claimReturned({ item: "i1", at: late - 1000, key: key() }))
    // Before the branch opens: the book drop was emptied of what came since it closed.
    const at = late + (how === "claim" ? 1000 : 20 * 3_600_000)
    await amendPolicy(library, { set: { overdueRate: { amount: "0.20", per: "day" } } }, at - 1000)
    const drop = how === "bookDrop" ? { bookDrop: true } : {}
    const back = receiptOf(await desk.returnItem({ item: "i1", ...drop, at, key: key() }))
    expect(back.returnedAt).toBeLessThan(at)
    expect(back.charge?.amount).toBe(120)
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("costs nothing where the policy says so for the reader's category", async () => {
    const { desk, title, key } = await smallLibrary()
    await title("Late", ["i1"])
    receiptOf(await desk.checkOut({ item: "i1", card: "kim", at: noon, key: key() }))
    expect(receiptOf(await desk.returnItem({ item: "i1", at: noon + 40 * day, key: key() })).charge).toBeNull()
  })

  it("says where an item belongs that came back elsewhere, and notes where it is", async () => {
    const { desk, far, library, title, key } = await smallLibrary()
    await title("Wanderer", ["i1"])
    receiptOf(await desk.checkOut({ item: "i1", card: "ada", at: noon, key: key() }))
    expect(receiptOf(await far.returnItem({ item: "i1", at: noon, key: key() })).sendTo).toBe("main")
    expect((await library.read(tenant, { item: { barcode: "i1" as never } })).item?.item.presentBranch).toBe("far")
    expect(receiptOf(await desk.returnItem({ item: "i1", at: noon, key: key() }))).toMatchObject({
      loanId: null,
      sendTo: null
    })
  })

  it("passes over a reader who may not borrow, who keeps the place, and records why", async () => {
    const { desk, library, title, key } = await smallLibrary()
    const titleId = await title("Wanted", ["i1"])
    await title("Costly", ["i2"])
    receiptOf(await desk.checkOut({ item: "i1", card: "ada", at: noon, key: key() }))
    receiptOf(await desk.checkOut({ item: "i2", card: "ben", at: noon, key: key() }))
    const first = receiptOf(await desk.reserve({ title: titleId, card: "ben", at: noon, key: key() }))
    const second = receiptOf(await desk.reserve({ title: titleId, card: "kim", at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item: "i2", at: noon + 30 * day, key: key() }))
    const back = receiptOf(await desk.returnItem({ item: "i1", at: noon + 30 * day, key: key() }))
    expect(back.setAside?.reservationId).toBe(second.reservationId)
    expect(back.skipped).toEqual([{ reservationId: first.reservationId, because: "DebtOverLimit" }])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("passes over the very reader who brings it back too late: the new charge counts at once", async () => {
    const { desk, library, title, key } = await smallLibrary({ reservableByBorrower: true })
    const titleId = await title("Wanted again", ["i1"])
    receiptOf(await desk.checkOut({ item: "i1", card: "ben", at: noon, key: key() }))
    const again = receiptOf(await desk.reserve({ title: titleId, card: "ben", at: noon, key: key() }))
    const back = receiptOf(await desk.returnItem({ item: "i1", at: noon + 30 * day, key: key() }))
    expect(back.setAside).toBeNull()
    expect(back.skipped).toEqual([{ reservationId: again.reservationId, because: "DebtOverLimit" }])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("of what nobody knows is refused", async () => {
    const { desk, key } = await smallLibrary()
    expect(codesOf(await desk.returnItem({ item: "zz", at: noon, key: key() }))).toEqual(["ItemUnknown"])
  })
})
