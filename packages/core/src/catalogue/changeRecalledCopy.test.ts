import { expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** Ben has `v2`, the second volume, in a library whose loans are due two days after they were asked back. */
const scene = async (set: object = {}) => {
  const small = await smallLibrary({
    reservableOnShelf: true,
    recallMinimum: { days: 2 },
    recallReturnWithin: { days: 2 },
    ...set
  })
  const { library, desk, title, key } = small
  const given = (at: number = noon) => ({ at, key: key() })
  const titleId = await title("A novel in two volumes", ["v1", "v2"])
  const change = async (set: object, item = "v2", at = noon + day) =>
    receiptOf(await desk.changeItem({ item, ...set, ...given(at) }))
  await change({ volume: "1" }, "v1", noon)
  await change({ volume: "2" }, "v2", noon)
  const lent = receiptOf(await desk.checkOut({ item: "v2", card: "ben", ...given() }))
  const recall = async (card: string, more: object = {}) =>
    receiptOf(await desk.reserve({ title: titleId, card, kind: "recall", ...more, ...given(noon + day) }))
  const loan = async () =>
    (await library.scan(tenant, "loan", null, 10)).rows.find(({ loanId }) => loanId === lent.loanId)
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, given, change, lent, recall, loan, sound }
}

it("a copy on loan that becomes another volume than the one it is recalled for is recalled no more", async () => {
  const { change, lent, recall, loan, sound } = await scene()
  const { recalled } = await recall("ada", { volume: "2" })
  expect(recalled).toMatchObject([{ loanId: lent.loanId }])
  const dueAt = recalled[0]?.dueAt
  expect(await change({ callNumber: "F 2", volume: "2" })).toMatchObject({ recallCancelled: null })
  expect((await loan())?.recalledBy).toBe("reservation")
  const back = { loanId: lent.loanId, dueAt: lent.dueAt, wasDueAt: dueAt }
  expect(await change({ volume: "1" })).toMatchObject({ changed: ["volume"], recallCancelled: back })
  expect(await loan()).toMatchObject({ dueAt: lent.dueAt, recalledAt: null, recalledBy: null })
  await sound()
})

it("so is one of another type than was asked for, and what ran up for being late is taken back", async () => {
  const { library, change, lent, recall, loan, sound } = await scene({ overdueAccrues: true })
  await recall("ada", { itemType: "book" })
  await nightlyAccrual(library, { tenant, at: noon + 6 * day })
  expect((await library.scan(tenant, "charge", null, 9)).rows).toHaveLength(1)
  await change({ type: "film" }, "v2", noon + 6 * day)
  expect(await loan()).toMatchObject({ dueAt: lent.dueAt, recalledAt: null })
  expect((await library.scan(tenant, "charge", null, 9)).rows).toMatchObject([{ outstanding: 0 }])
  await sound()
})

it("it stays recalled where it suits still, or suits somebody else for whom no other is recalled", async () => {
  const { change, recall, loan, sound } = await scene()
  await recall("ada")
  expect(await change({ volume: "1" })).toMatchObject({ recallCancelled: null })
  await recall("kim", { volume: "1", itemType: "book" })
  expect(await change({ volume: "2" })).toMatchObject({ recallCancelled: null })
  expect((await loan())?.recalledBy).toBe("reservation")
  await sound()
})

it("it is recalled no more where another copy is recalled that whom it suits now would have", async () => {
  const { desk, given, change, recall, loan, sound } = await scene({ "loanCountMax.all": 9 })
  receiptOf(await desk.checkOut({ item: "v1", card: "ben", ...given(noon + 1) }))
  expect((await recall("ada", { volume: "2" })).recalled).toHaveLength(1)
  expect((await recall("kim", { volume: "1" })).recalled).toHaveLength(1)
  expect((await change({ volume: "1" })).recallCancelled).not.toBeNull()
  expect((await loan())?.recalledAt).toBeNull()
  await sound()
})

it("a recall by staff stays", async () => {
  const { desk, given, change, recall, loan, sound } = await scene()
  receiptOf(await desk.recall({ item: "v2", ...given(noon + day) }))
  await recall("ada", { volume: "2" })
  expect(await change({ volume: "1" })).toMatchObject({ recallCancelled: null })
  expect((await loan())?.recalledBy).toBe("staff")
  await sound()
})
