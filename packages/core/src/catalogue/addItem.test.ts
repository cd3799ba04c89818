import { expect, it } from "vitest"
import { noon, receiptOf, smallLibrary } from "../testing/smallLibrary.ts"

it("a new copy says how many wait that it could fill, and is set aside for the first of them when it is scanned", async () => {
  const { desk, title, key } = await smallLibrary({ reservableOnShelf: true, reservationCountMax: 9 })
  const titleId = await title("Wanted", ["w1", "w2"])
  const given = () => ({ at: noon, key: key() })
  const add = async (barcode: string, more: object = {}) =>
    receiptOf(await desk.addItem({ title: titleId, barcode, type: "book", ...more, ...given() })).waitingCount
  expect(await add("w3", { volume: "2" })).toBe(0)
  receiptOf(await desk.addItem({ title: titleId, barcode: "w4", type: "film", ...given() }))
  const reserve = async (card: string, wish: object) =>
    receiptOf(await desk.reserve({ title: titleId, card, ...wish, ...given() })).reservationId
  await reserve("ada", { itemType: "film" })
  await reserve("kim", { volume: "2" })
  const first = await reserve("ben", {})
  expect(await add("n1")).toBe(1)
  expect(await add("n2", { volume: "2" })).toBe(2)
  expect(await add("n3", { type: "film", volume: "2" })).toBe(3)
  expect(await add("n4", { status: "inProcess" })).toBe(1)
  expect(receiptOf(await desk.returnItem({ item: "n1", ...given() })).setAside?.reservationId).toBe(first)
  expect(await add("n5")).toBe(0)
})
