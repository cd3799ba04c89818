import { expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A book due on 16 March, its charge running night by night, and a way to close days afterwards. */
const late = async (set: object = {}) => {
  const small = await smallLibrary({ overdueAccrues: true, overdueOnClosedDays: false, debtMax: "unlimited", ...set })
  const { desk, library, key, title } = small
  await title("Book", ["b1"])
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const on = (days: number) => ({ at: noon + days * day, key: key() })
  const night = (days: number) => nightlyAccrual(library, { tenant, at: noon + days * day })
  const charge = async () => (await library.scan(tenant, "charge", null, 10)).rows[0]
  const close = async (from: string, to: string, days: number) => {
    const { rows } = await library.scan(tenant, "document", null, 10)
    const content = JSON.parse(rows.find(({ kind }) => kind === "calendar")?.content ?? "")
    content.branches.main.exceptions = [{ from, to, closed: true }]
    const published = await library.publishCalendar({ tenant, content, at: noon + days * day, by: "anna" })
    expect(published.ok).toBe(true)
  }
  const redate = async (days: number) => desk.redateCharge({ charge: (await charge())?.chargeId ?? "", ...on(days) })
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, on, night, charge, close, redate, sound }
}

it("what ran up night by night is forgone as what was charged at once: all that the closed days had cost", async () => {
  const { desk, on, night, charge, close, redate, sound } = await late()
  for (const days of [15, 16, 18]) await night(days)
  receiptOf(await desk.returnItem({ item: "b1", ...on(20) }))
  expect(await charge()).toMatchObject({ amount: 60 })
  await close("2026-03-17", "2026-03-19", 21)
  expect(receiptOf(await redate(22))).toMatchObject({ waived: 30 })
  expect(await charge()).toMatchObject({ outstanding: 30 })
  expect(codesOf(await redate(23))).toEqual(["NothingToRedate"])
  await sound()
})

it("what still runs is left to the night, that nothing is forgone twice", async () => {
  const { desk, on, night, charge, close, redate, sound } = await late()
  for (const days of [15, 20]) await night(days)
  await close("2026-03-17", "2026-03-19", 20)
  expect(codesOf(await redate(20))).toEqual(["NothingToRedate"])
  await night(21)
  expect(await charge()).toMatchObject({ outstanding: 40 })
  receiptOf(await desk.returnItem({ item: "b1", ...on(21) }))
  expect(codesOf(await redate(22))).toEqual(["NothingToRedate"])
  expect(await charge()).toMatchObject({ outstanding: 40 })
  await sound()
})

it("what had reached its cap long before the return stays at its cap", async () => {
  const { desk, on, night, charge, close, redate, sound } = await late({ overdueCap: "0.30" })
  for (const days of [15, 17]) await night(days)
  receiptOf(await desk.returnItem({ item: "b1", ...on(40) }))
  await close("2026-03-17", "2026-03-19", 41)
  expect(codesOf(await redate(42))).toEqual(["NothingToRedate"])
  expect(await charge()).toMatchObject({ outstanding: 30 })
  await sound()
})
