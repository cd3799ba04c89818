import { describe, expect, it } from "vitest"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const lending = { reservableOnShelf: true, reservationCountMax: 9, reservationsPerCopyMax: "unlimited" }

/** A copy `w1` for which `blocked` wait who may not borrow, and behind them one who may, and one more. */
const behindBlocked = async (blocked: number, set: object = {}) => {
  const small = await smallLibrary({ ...lending, ...set })
  const { desk, key, title } = small
  const titleId = await title("Wanted by all", ["w1"])
  const ids: Array<string> = []
  for (let nth = 0; nth < blocked + 2; nth++) {
    const card = `many${nth}`
    receiptOf(await desk.registerReader({ card, name: card, category: "adult", at: noon, key: key() }))
    ids.push(receiptOf(await desk.reserve({ title: titleId, card, at: noon, key: key() })).reservationId)
    if (nth < blocked)
      receiptOf(await desk.placeBlock({ card, kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
  }
  return { ...small, ids, served: ids[blocked] as string, next: ids[blocked + 1] as string }
}

describe("a receipt says how much of the queue was looked at", () => {
  it("not where one of the first thirty-two could have the copy", async () => {
    const { desk, served, key } = await behindBlocked(31)
    const back = receiptOf(await desk.returnItem({ item: "w1", at: noon, key: key() }))
    expect([back.setAside?.reservationId, back.skipped.length]).toEqual([served, 31])
    expect("lookedAtCount" in back || "skippedMore" in back).toBe(false)
  })

  it("where exactly the thirty-third was the first who could, and where nobody could", async () => {
    const { library, desk, served, next, key } = await behindBlocked(32)
    const back = receiptOf(await desk.returnItem({ item: "w1", at: noon, key: key() }))
    expect(back).toMatchObject({ setAside: { reservationId: served }, lookedAtCount: 34 })
    expect(back.skipped).toHaveLength(32)
    expect("skippedMore" in back).toBe(false)
    const handed = receiptOf(await desk.cancelReservation({ reservation: served, at: noon, key: key() }))
    expect(handed).toMatchObject({ setAside: { reservationId: next }, lookedAtCount: 33 })
    receiptOf(await desk.placeBlock({ card: "many33", kind: "conduct", actions: ["borrow"], at: noon, key: key() }))
    receiptOf(await desk.cancelReservation({ reservation: next, at: noon, key: key() }))
    expect(await library.check(tenant)).toEqual([])
  })

  it("in one look where the policy looks further at once", async () => {
    const { desk, served, key } = await behindBlocked(40, { localFirst: "pickupHere" })
    const back = receiptOf(await desk.returnItem({ item: "w1", at: noon, key: key() }))
    expect(back).toMatchObject({ setAside: { reservationId: served }, skippedMore: { ReaderBlocked: 8 } })
    expect("lookedAtCount" in back).toBe(false)
  })
})

describe("whoever is far down the queue gets the copy", () => {
  it("that comes back from repair", async () => {
    const { library, desk, served, key } = await behindBlocked(40)
    receiptOf(
      await desk.sendToRepair({ item: "w1", damages: [{ kind: "tear", grade: "minor" }], at: noon, key: key() })
    )
    const back = receiptOf(await desk.repaired({ item: "w1", at: noon, key: key() }))
    expect(back).toMatchObject({
      setAside: { reservationId: served },
      lookedAtCount: 42,
      skippedMore: { ReaderBlocked: 8 }
    })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("that a reader claimed to have returned, and was found", async () => {
    const { library, desk, served, key } = await behindBlocked(40)
    receiptOf(await desk.checkOut({ item: "w1", card: "ben", at: noon, key: key() }))
    receiptOf(await desk.claimReturned({ item: "w1", at: noon, key: key() }))
    const settled = receiptOf(await desk.settleClaim({ item: "w1", as: "found", at: noon, key: key() }))
    expect(settled.returned).toMatchObject({ setAside: { reservationId: served }, lookedAtCount: 42 })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("that is taken back and looked at in one", async () => {
    const { library, desk, served, key } = await behindBlocked(40)
    receiptOf(await desk.checkOut({ item: "w1", card: "ben", at: noon, key: key() }))
    const looked = await desk.inspect({ item: "w1", takeBack: {}, charge: false, at: noon, key: key() })
    expect(codesOf(looked)).toEqual([])
    expect(receiptOf(looked).returned).toMatchObject({ setAside: { reservationId: served }, lookedAtCount: 42 })
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })
})
