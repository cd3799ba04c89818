import { expect, it } from "vitest"
import { amendPolicy } from "../testing/amending.ts"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A copy `v1` of volume 1, which ada waits for; ben waits for volume 2, behind her. */
const scene = async (pickupBranch: string) => {
  const small = await smallLibrary({ reservableOnShelf: true })
  await amendPolicy(small.library, { transfers: { kept: true } })
  const { library, desk, title, key } = small
  const given = () => ({ at: noon, key: key() })
  const titleId = await title("A novel in two volumes", ["v1", "v2"])
  const change = async (set: object) => receiptOf(await desk.changeItem({ item: "v1", ...set, ...given() }))
  expect(await change({ volume: "1" })).toMatchObject({ changed: ["volume"], putBack: null })
  receiptOf(await desk.changeItem({ item: "v2", volume: "2", ...given() }))
  receiptOf(await desk.checkOut({ item: "v2", card: "kim", ...given() }))
  const reserve = async (card: string, volume: string) =>
    receiptOf(await desk.reserve({ title: titleId, card, volume, pickupBranch, ...given() })).reservationId
  const [ada, ben] = [await reserve("ada", "1"), await reserve("ben", "2")]
  const reservation = async (id: string) =>
    (await library.scan(tenant, "reservation", null, 10)).rows.find(({ reservationId }) => reservationId === id)
  const scan = async (at = desk) => receiptOf(await at.returnItem({ item: "v1", ...given() }))
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, given, change, ada, ben, reservation, scan, sound }
}

it("a copy on the pickup shelf that becomes another volume is kept for its reader no more, and is lent to others", async () => {
  const { library, desk, given, change, ada, ben, reservation, scan, sound } = await scene("main")
  expect((await scan()).setAside).toMatchObject({ reservationId: ada })
  expect(await change({ volume: "1" })).toMatchObject({ changed: [], putBack: null })
  expect(await change({ callNumber: "F 2" })).toMatchObject({ putBack: null })
  expect(await change({ volume: "2" })).toMatchObject({ changed: ["volume"], putBack: ada })
  expect(await reservation(ada)).toMatchObject({ state: "waiting", setAsideItemId: null, shelfUntil: null })
  await sound()
  expect(codesOf(await desk.pickUp({ item: "v1", card: "ada", ...given() }))).toEqual(["NothingSetAside"])
  const lent = await desk.dryRun.checkOut({ item: "v1", card: "ada", at: noon })
  expect(receiptOf(lent).filledReservationId).toBeNull()
  expect((await scan()).setAside).toMatchObject({ reservationId: ben })
  expect(receiptOf(await desk.pickUp({ item: "v1", card: "ben", ...given() })).filledReservationId).toBe(ben)
  expect((await library.scan(tenant, "titleQueue", null, 10)).rows).toMatchObject([{ waitingCount: 1 }])
  await sound()
})

it("a copy on its way goes on to where it was going, and there to whoever wants it", async () => {
  const { far, change, ada, ben, reservation, scan, sound } = await scene("far")
  expect((await scan()).transit).toMatchObject({ toBranch: "far" })
  expect(await change({ volume: "2" })).toMatchObject({ putBack: ada })
  expect((await reservation(ada))?.state).toBe("waiting")
  await sound()
  expect(await scan(far)).toMatchObject({ setAside: { reservationId: ben }, route: "reservedHere" })
  await sound()
})

it("so is one of another type than was asked for, and its pickup slot is free again", async () => {
  const { library, desk, given, change, ben, scan, title, reservation, sound } = await scene("main")
  receiptOf(await desk.cancelReservation({ reservation: ben, ...given() }))
  const titleId = await title("Film and book", ["f1"], "film")
  const { reservationId } = receiptOf(
    await desk.reserve({ title: titleId, card: "ben", itemType: "film", pickupBranch: "main", ...given() })
  )
  receiptOf(await desk.returnItem({ item: "f1", ...given() }))
  const { slotId } = receiptOf(await desk.addPickupSlot({ kind: "locker", name: "1", capacity: 1, ...given() }))
  receiptOf(await desk.takeSlot({ reservation: reservationId, slot: slotId, ...given() }))
  const changed = receiptOf(await desk.changeItem({ item: "f1", type: "book", ...given() }))
  expect(changed).toMatchObject({ changed: ["type"], putBack: reservationId })
  expect((await reservation(reservationId))?.state).toBe("waiting")
  expect((await library.scan(tenant, "pickupSlot", null, 10)).rows).toMatchObject([{ taken: 0 }])
  expect(await change({ type: "film" })).toMatchObject({ putBack: null })
  await scan()
  await sound()
})
