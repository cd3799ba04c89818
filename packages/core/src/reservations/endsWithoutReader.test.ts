import { expect, it } from "vitest"
import { readOrder } from "../invariants/check.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

const ways = ["cancelled", "expired", "fetched", "put aside for another"] as const

/** A reservation of ada's with a fee, and a locker taken for it, that came to its end. */
const ended = async (way: (typeof ways)[number]) => {
  const small = await smallLibrary({ reservableOnShelf: true, reservationFee: "0.50", debtMax: "unlimited" })
  const { library, desk, title, key } = small
  const given = (at: number = noon) => ({ at, key: key() })
  const titleId = await title("Emma", ["e1"])
  const readerId = (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.reader.readerId as string
  const reservation = receiptOf(await desk.reserve({ title: titleId, card: "ada", ...given() })).reservationId
  receiptOf(await desk.returnItem({ item: "e1", ...given() }))
  const { slotId } = receiptOf(await desk.addPickupSlot({ kind: "locker", name: "1", capacity: 1, ...given() }))
  receiptOf(await desk.takeSlot({ reservation, slot: slotId, ...given() }))
  if (way === "cancelled") receiptOf(await desk.cancelReservation({ reservation, ...given() }))
  if (way === "expired") receiptOf(await desk.expireReservation({ reservation, ...given(noon + 30 * day) }))
  if (way === "fetched") receiptOf(await desk.pickUp({ item: "e1", card: "ada", ...given() }))
  if (way === "put aside for another") {
    receiptOf(await desk.checkOut({ item: "e1", card: "ben", override: { reason: "in hand" }, ...given() }))
    receiptOf(await desk.cancelReservation({ reservation, ...given() }))
  }
  return { ...small, reservation, readerId }
}

it.each(ways)("nothing says whose a reservation was once it was %s", async (way) => {
  const { library, reservation, readerId } = await ended(way)
  let seen = 0
  for (const table of readOrder)
    for (const row of (await library.scan(tenant, table, null, 1_000)).rows) {
      const text = JSON.stringify(row)
      if (!text.includes(reservation)) continue
      seen++
      expect(text).not.toContain(readerId)
    }
  expect(seen).toBeGreaterThan(3)
  expect((await library.scan(tenant, "reservationReader", null, 9)).rows).toEqual([])
  expect(await library.check(tenant)).toEqual([])
})
