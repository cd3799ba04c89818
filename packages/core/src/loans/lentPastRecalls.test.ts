import { describe, expect, it } from "vitest"
import { closeForGood } from "../testing/amending.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A library in which ada asks for copies back, `e1` and `e2` of one title, though nothing or little is out. */
const recalling = async (set: object = {}) => {
  const recalls = { reservableOnShelf: true, recallMinimum: { days: 2 }, recallReturnWithin: { days: 2 } }
  const small = await smallLibrary({ ...recalls, reservationCountMax: 9, reservationsPerTitleMax: 9, ...set })
  const { library, desk, key, title } = small
  const given = (at: number = noon) => ({ at, key: key() })
  const titleId = await title("Emma", ["e1", "e2"])
  const ask = async (more: object = {}) => {
    const wish = { title: titleId, card: "ada", kind: "recall", ...more } as const
    return receiptOf(await desk.reserve({ ...wish, ...given(noon + 1) }))
  }
  const put = async (item: string, status: "inProcess" | "available") =>
    receiptOf(await desk.changeItem({ item, status, ...given() }))
  /** Lent at once, past who waits. */
  const lend = async (item: string, card = "ben", at = desk) => {
    const override = { override: { reason: "in a hurry" } }
    const { loanId } = receiptOf(await at.checkOut({ item, card, ...override, ...given(noon + 4) }))
    return loan(loanId)
  }
  const loan = async (id: string) => {
    const found = (await library.scan(tenant, "loan", null, 10)).rows.find(({ loanId }) => loanId === id)
    return { recalledBy: found?.recalledBy, days: Math.floor(((found?.dueAt ?? 0) - noon) / day) }
  }
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, given, titleId, ask, put, lend, loan, sound }
}

const asUsual = { recalledBy: null, days: 14 }
const atOnce = { recalledBy: "reservation", days: 2 }

describe("what is lent while somebody else asked for a copy of its title is recalled at once", () => {
  it("where none was out, and not twice for one who waits", async () => {
    const { ask, put, lend, sound } = await recalling()
    await put("e1", "inProcess")
    await ask()
    expect(await lend("e2")).toEqual(atOnce)
    expect(await lend("e1")).toEqual(asUsual)
    await sound()
  })

  it("where the loan that was recalled before was claimed returned since", async () => {
    const { desk, given, ask, lend, sound } = await recalling()
    expect(await lend("e1")).toEqual(asUsual)
    expect((await ask()).recalled).toHaveLength(1)
    receiptOf(await desk.claimReturned({ item: "e1", ...given(noon + 2) }))
    expect(await lend("e2")).toEqual(atOnce)
    await sound()
  })

  it("where it was kept for whoever asked", async () => {
    const { desk, given, ask, put, lend, sound } = await recalling()
    await put("e1", "inProcess")
    const { reservationId } = await ask()
    const back = receiptOf(await desk.returnItem({ item: "e2", ...given(noon + 2) }))
    expect(back.setAside?.reservationId).toBe(reservationId)
    expect(await lend("e2")).toEqual(atOnce)
    await sound()
  })
})

describe("it is lent as usual", () => {
  it("to whoever asked and waits for another copy", async () => {
    const { desk, given, ask, put, loan, sound } = await recalling()
    await put("e2", "inProcess")
    receiptOf(await desk.checkOut({ item: "e1", card: "ben", ...given() }))
    await ask({ copies: 2 })
    receiptOf(await desk.returnItem({ item: "e1", ...given(noon + 2) }))
    const own = receiptOf(await desk.pickUp({ item: "e1", card: "ada", ...given(noon + 3) }))
    expect(await loan(own.loanId)).toEqual(asUsual)
    await sound()
  })

  it("where one of another type is recalled for whoever takes either", async () => {
    const { desk, given, titleId, ask, lend, sound } = await recalling()
    receiptOf(await desk.addItem({ title: titleId, barcode: "f1", type: "film", ...given() }))
    receiptOf(await desk.checkOut({ item: "e1", card: "ben", ...given() }))
    expect((await ask()).recalled).toHaveLength(1)
    expect(await lend("f1")).toEqual(asUsual)
    await sound()
  })

  it("where the branch to fetch it at was closed for good", async () => {
    const { library, ask, put, lend, far, sound } = await recalling()
    await put("e2", "inProcess")
    await ask({ pickupBranch: "main" })
    await closeForGood(library, "main", noon + 2)
    expect(await lend("e1", "ben", far)).toEqual(asUsual)
    await sound()
  })
})
