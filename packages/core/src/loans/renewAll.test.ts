import { describe, expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

describe("renewing all loans of a reader", () => {
  it("renews what it can, and says of each other loan why not", async () => {
    const { desk, library, title, key } = await smallLibrary()
    const wanted = await title("Wanted", ["w"])
    await title("Free", ["f"])
    await title("Again", ["a"])
    for (const item of ["w", "f", "a"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
    receiptOf(await desk.reserve({ title: wanted, card: "ben", at: noon, key: key() }))
    receiptOf(await desk.renew({ item: "a", at: noon, key: key() }))
    const { loans } = receiptOf(await desk.renewAll({ card: "ada", at: noon + day, key: key() }))
    const said = loans.map((loan) => ("renewed" in loan ? "renewed" : loan.refusals.map(({ _tag }) => _tag).join()))
    expect(said.sort()).toEqual(["OthersWaiting", "RenewalLimitReached", "renewed"])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("does nothing, and is no fault, for a reader without loans", async () => {
    const { desk, key } = await smallLibrary()
    expect(receiptOf(await desk.renewAll({ card: "ben", at: noon, key: key() }))).toEqual({
      loans: [],
      summary: { renewed: 0, refused: 0, reasons: {} }
    })
  })
})
