import { expect, it } from "vitest"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import type { Barcode } from "./model.ts"

/** A copy that is used in the building only, and a title to reserve. */
const scene = async () => {
  const small = await smallLibrary({ reservableOnShelf: true })
  const { library, desk, title, key } = small
  const compensations = { books: { charge: { by: "flat", flat: "10.00" } } }
  await amendPolicy(library, {
    transfers: { kept: true },
    compensations,
    set: { compensation: "books", debtMax: "unlimited", lostPaidEnds: true }
  })
  const given = () => ({ at: noon, key: key() })
  const titleId = await title("Atlas", ["a1"])
  receiptOf(await desk.changeItem({ item: "a1", status: "restricted", ...given() }))
  const copy = async () => {
    const { item } = await library.read(tenant, { item: { barcode: "a1" as Barcode } })
    return item?.item as NonNullable<typeof item>["item"]
  }
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  const reserve = async (card: string, pickupBranch = "main") =>
    receiptOf(await desk.reserve({ title: titleId, card, pickupBranch, ...given() })).reservationId
  const scan = async () => receiptOf(await desk.returnItem({ item: "a1", ...given() }))
  return { ...small, given, titleId, copy, sound, reserve, scan }
}

it("is not lent home because it was set aside, nor because it is on its way; it is used on site by whom it waits for", async () => {
  const { desk, given, reserve, scan, sound } = await scene()
  await reserve("ada")
  await scan()
  const home = await desk.pickUp({ item: "a1", card: "ada", ...given() })
  expect(home).toMatchObject({ refusals: [{ _tag: "ItemStatusForbids", status: "restricted", action: "checkOut" }] })
  receiptOf(await desk.pickUp({ item: "a1", card: "ada", onSite: true, ...given() }))
  await sound()
})

it("is not taken home by who uses it on site, nor by the next while it is out", async () => {
  const { library, desk, given, sound } = await scene()
  await amendPolicy(library, { set: { onSiteSwitch: true } })
  receiptOf(await desk.checkOut({ item: "a1", card: "ada", onSite: true, ...given() }))
  for (const card of ["ada", "ben"]) {
    const home = await desk.checkOut({ item: "a1", card, override: { reason: "asked for" }, ...given() })
    expect(codesOf(home)).toEqual(["ItemStatusForbids"])
  }
  await sound()
})

it("stands restricted on its shelf again after a loan, a reservation that ends or is put back, a loss and a repair", async () => {
  const { desk, given, copy, reserve, scan, sound } = await scene()
  const isAsBefore = async () => expect(await copy()).toMatchObject({ status: "restricted", presentBranch: "main" })
  receiptOf(await desk.checkOut({ item: "a1", card: "ada", onSite: true, ...given() }))
  await scan()
  await isAsBefore()

  const cancelled = await reserve("ada")
  await scan()
  receiptOf(await desk.cancelReservation({ reservation: cancelled, ...given() }))
  await isAsBefore()

  const putBack = await reserve("ada")
  await scan()
  const override = { reason: "asked for" }
  receiptOf(await desk.checkOut({ item: "a1", card: "ben", onSite: true, override, ...given() }))
  receiptOf(await desk.cancelReservation({ reservation: putBack, ...given() }))
  await scan()
  await isAsBefore()

  receiptOf(await desk.reportMissing({ item: "a1", noticedAt: "shelf", ...given() }))
  await scan()
  await isAsBefore()

  receiptOf(await desk.sendToRepair({ item: "a1", ...given() }))
  receiptOf(await desk.repaired({ item: "a1", ...given() }))
  await isAsBefore()

  for (const card of ["ada", "ben"]) {
    receiptOf(await desk.checkOut({ item: "a1", card, onSite: true, ...given() }))
    receiptOf(await desk.declareLost({ item: "a1", ...given() }))
    if (card === "ben") receiptOf(await desk.pay({ card, amount: 1000 as never, method: "cash", ...given() }))
    expect((await copy()).status).toBe(card === "ben" ? "lostAndPaid" : "declaredLost")
    await scan()
    await isAsBefore()
  }
  await sound()
})

it("comes restricted from another branch, whoever it was sent for and however its way ended", async () => {
  const { desk, far, given, copy, reserve, scan, sound } = await scene()
  const reservation = await reserve("ada", "far")
  expect(await scan()).toMatchObject({ transit: { toBranch: "far" } })
  receiptOf(await desk.cancelReservation({ reservation, ...given() }))
  expect(receiptOf(await far.arrive({ item: "a1", ...given() }))).toMatchObject({ transit: { toBranch: "main" } })
  receiptOf(await desk.arrive({ item: "a1", ...given() }))
  expect((await copy()).status).toBe("restricted")

  const again = await reserve("ada", "far")
  const { transit } = await scan()
  receiptOf(
    await desk.cancelTransit({ item: "a1", transit: transit?.transitId as never, reason: "no van", ...given() })
  )
  expect((await copy()).status).toBe("restricted")
  receiptOf(await desk.cancelReservation({ reservation: again, ...given() }))

  receiptOf(await desk.send({ item: "a1", to: "far", ...given() }))
  receiptOf(await desk.reportMissing({ item: "a1", noticedAt: "transit", ...given() }))
  await scan()
  expect((await copy()).status).toBe("restricted")
  await sound()
})

it("is what staff say of it, from when they say so", async () => {
  const { desk, given, copy } = await scene()
  receiptOf(await desk.changeItem({ item: "a1", status: "inProcess", ...given() }))
  expect((await copy()).shelfStatus).toBe("restricted")
  receiptOf(await desk.changeItem({ item: "a1", status: "available", ...given() }))
  expect((await copy()).shelfStatus).toBe("available")
})
