import { expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { playLoss } from "../testing/lossPlay.ts"
import { day, receiptOf } from "../testing/smallLibrary.ts"

const accrues = { overdueAccrues: true, lostAfter: { days: 6 }, billAgedAfter: { weeks: 1 } }

/** A book six days late, at 1.00 a day, night by night. */
const late = async (rule: object = {}) => {
  const town = await playLoss({ rule, set: accrues, price: 4000, lateDays: 6 })
  const night = () => nightlyAccrual(town.library, { tenant: town.tenant, at: town.at() })
  const overdue = async () => (await town.chargeOf("overdue"))?.outstanding
  const sound = async () =>
    expect([await town.library.check(town.tenant), await town.library.replay(town.tenant)]).toEqual([[], []])
  await night()
  expect(await overdue()).toBe(600)
  return { ...town, night, overdue, sound }
}

for (const afterLoss of ["add", "drop", { cap: "2.50" }, "keep"])
  it(`being late that ran up before the loss comes to what it is as the item is found: ${JSON.stringify(afterLoss)}`, async () => {
    const town = await late({ afterLoss, refund: { gives: "paid", chargesOverdue: true } })
    await town.lose()
    town.wait(4 * day)
    await town.night()
    await town.giveBack()
    expect([await town.overdue(), await town.balance()]).toEqual([1000, 1000])
    await town.sound()
  })

it("what the loss had dropped is due again to its full amount, part of it paid before", async () => {
  const town = await late({ afterLoss: { cap: "2.50" }, refund: { gives: "paid", restoresOverdue: true } })
  await town.pay(100, "overdue")
  await town.lose()
  await town.giveBack()
  expect([await town.overdue(), await town.balance()]).toEqual([500, 500])
  await town.sound()
})

it("lost by its age and never charged: without a charge, what ran up is waived", async () => {
  const town = await late()
  await town.pay(100, "overdue")
  await town.age(town.at())
  receiptOf(await town.desk.returnItem({ item: "b1", withoutCharge: true, at: town.at() + day, key: town.key() }))
  expect([await town.overdue(), await town.balance()]).toEqual([0, 0])
  await town.sound()
})

it("lost by its age, and nothing is charged for being late any more: what ran up is taken off", async () => {
  const town = await late()
  await town.age(town.at())
  const { rows } = await town.library.scan(town.tenant, "document", null, 10)
  const content = JSON.parse(rows.findLast(({ kind }) => kind === "policy")?.content ?? "")
  content.rows[0].set.overdueRate = "none"
  await town.library.publishPolicy({ tenant: town.tenant, content, at: town.at() + day, by: "anna" })
  town.wait(2 * day)
  await town.giveBack()
  expect([await town.overdue(), await town.balance()]).toEqual([0, 0])
  await town.sound()
})

it("lost by its age and never charged: the return tells what being late comes to, as any does", async () => {
  const town = await late()
  await town.age(town.at())
  const back = await town.desk.returnItem({ item: "b1", at: town.at() + 2 * day, key: town.key() })
  expect(receiptOf(back).charge).toMatchObject({ kind: "overdue", amount: 800 })
  expect(await town.overdue()).toBe(800)
  await town.sound()
})

for (const isCharged of [false, true])
  it(`lost by its age and ${isCharged ? "charged: nobody is stopped from borrowing" : "never charged: it stops its reader as any late return does"}`, async () => {
    const set = {
      suspension: { days: 1, per: "day" },
      lostAfter: { days: 6 },
      billAgedAfter: { days: isCharged ? 0 : 7 }
    }
    const town = await playLoss({ set, price: 4000, lateDays: 6 })
    await town.age(town.at())
    town.wait(day)
    const { suspendedUntil } = receiptOf(await town.desk.returnItem({ item: "b1", at: town.at(), key: town.key() }))
    expect(suspendedUntil === null).toBe(isCharged)
    expect([await town.library.check(town.tenant), await town.library.replay(town.tenant)]).toEqual([[], []])
  })
