import { expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A book of ada, six days late, its charge running night by night. */
const late = async () => {
  const small = await smallLibrary({
    overdueAccrues: true,
    debtMax: "unlimited",
    creditMax: "unlimited",
    reminders: [
      { daysAfterDue: 2, fee: "1.00" },
      { daysAfterDue: 8, fee: "2.00" }
    ]
  })
  const { desk, library, key, title } = small
  await title("Book", ["b1"])
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const on = (days: number) => ({ at: noon + days * day, key: key() })
  const night = (days: number) => nightlyAccrual(library, { tenant, at: noon + days * day })
  await night(20)
  const balance = async (card: string) =>
    (await library.read(tenant, { reader: { card: card as never } })).reader?.account.balance
  const charge = async (kind: string) =>
    (await library.scan(tenant, "charge", null, 10)).rows.find((one) => one.kind === kind)?.chargeId ?? ""
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, on, night, balance, charge, sound }
}

it("a charge that runs goes along and runs on", async () => {
  const { desk, on, night, balance, sound } = await late()
  receiptOf(await desk.mergeReaders({ card: "ben", other: "ada", ...on(20) }))
  await night(22)
  expect(await balance("ben")).toBe(80 + 300)
  receiptOf(await desk.returnItem({ item: "b1", ...on(23) }))
  expect(await balance("ben")).toBe(90 + 300)
  await sound()
})

for (const [kind, amount] of [
  ["overdue", 60],
  ["overdue", 20],
  ["reminder", 100]
] as const)
  it(`${amount} of the ${kind} charge that runs is paid: not before the loan is over`, async () => {
    const { desk, on, night, balance, charge, sound } = await late()
    const paid = { card: "ada", amount, method: "cash", charges: [await charge(kind)] }
    receiptOf(await desk.pay({ ...paid, ...on(20) }))
    const merge = { card: "ben", other: "ada" }
    expect(codesOf(await desk.mergeReaders({ ...merge, ...on(20) }))).toEqual(["ChargeRunning"])
    await night(22)
    receiptOf(await desk.returnItem({ item: "b1", ...on(22) }))
    receiptOf(await desk.mergeReaders({ ...merge, ...on(22) }))
    expect(await balance("ben")).toBe(80 + 300 - amount)
    await sound()
  })

it("a charge that runs and was undone stays, so that its loan is to end before: nobody is charged for it again", async () => {
  const { desk, on, night, balance, charge, sound } = await late()
  receiptOf(await desk.voidEntry({ card: "ada", entry: await charge("overdue"), reason: "in error", ...on(20) }))
  const merge = { card: "ben", other: "ada" }
  expect(codesOf(await desk.mergeReaders({ ...merge, ...on(20) }))).toEqual(["ChargeRunning"])
  await night(21)
  receiptOf(await desk.returnItem({ item: "b1", ...on(21) }))
  receiptOf(await desk.mergeReaders({ ...merge, ...on(21) }))
  expect(await balance("ben")).toBe(10 + 100)
  await sound()
})

it("a charge that is owed again, as its payment was undone, goes along over two mergers", async () => {
  const { desk, on, balance, sound } = await late()
  receiptOf(await desk.returnItem({ item: "b1", ...on(20) }))
  const { entryId } = receiptOf(await desk.pay({ card: "ada", amount: 160, method: "cash", ...on(20) }))
  receiptOf(await desk.voidEntry({ card: "ada", entry: entryId, reason: "a mistake", ...on(20) }))
  receiptOf(await desk.mergeReaders({ card: "ben", other: "ada", ...on(21) }))
  receiptOf(await desk.mergeReaders({ card: "kim", other: "ben", ...on(21) }))
  expect(await balance("kim")).toBe(160)
  await sound()
})

it("a loss that was forgone in part stays where it was, as it may cost more", async () => {
  const { desk, library, key, on, sound } = await late()
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  policy.compensations = {
    books: {
      basis: { from: [{ from: "estimate" }] },
      processing: { cash: { amount: "1.00" }, inKind: { amount: "0.50" } },
      replacement: { allowed: ["sameEdition"], deadlineDays: 10 }
    }
  }
  policy.rows[0].set.compensation = "books"
  const at = noon + 20 * day
  expect((await library.publishPolicy({ tenant, content: policy, at, by: "anna" })).ok).toBe(true)
  const estimate = { minor: 900, currency: "CNY" }
  receiptOf(await desk.declareLost({ item: "b1", settledBy: "inKind", estimate, at, key: key() }))
  receiptOf(await desk.writeOff({ card: "ada", reason: "so be it", ...on(20) }))
  expect(codesOf(await desk.dryRun.mergeReaders({ card: "ben", other: "ada", at }))).toContain("LossOpen")
  await sound()
})
