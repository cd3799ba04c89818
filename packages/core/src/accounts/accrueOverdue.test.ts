import { expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

it("what was waived is not taken off again: a night that changes nothing tells so", async () => {
  const { library, desk, key, title } = await smallLibrary({ overdueAccrues: true, debtMax: "unlimited" })
  await title("Book", ["b1"])
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const night = (days: number) => nightlyAccrual(library, { tenant, at: noon + days * day })
  expect(await night(20)).toMatchObject({ changed: 1, amount: 60 })
  const [charge] = (await library.scan(tenant, "charge", null, 10)).rows
  const waive = { card: "ada", charge: charge?.chargeId ?? "", amount: 60, reason: "was ill" }
  receiptOf(await desk.waive({ ...waive, at: noon + 20 * day, key: key() }))
  const later = { item: "b1", dueAt: noon + 19 * day, reason: "was ill" }
  receiptOf(await desk.changeDueDate({ ...later, at: noon + 18 * day, key: key() }))
  expect(await night(21)).toMatchObject({ changed: 0, amount: 0 })
  expect(await night(26)).toMatchObject({ changed: 1, amount: 10 })
  expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
})
