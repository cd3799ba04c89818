import { describe, expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A book of ada, lent for two weeks, under a policy that also says this of recalled loans. */
const lent = async (set: object = {}, whenRecalled: object = {}) => {
  const small = await smallLibrary({ debtMax: "unlimited", renewalCountMax: 2, ...set })
  const { library, desk, key } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  policy.rows.push({ id: "recalled", when: { recalled: true }, set: whenRecalled })
  expect((await library.publishPolicy({ tenant, content: policy, at: noon - 1, by: "anna" })).ok).toBe(true)
  await small.title("Emma", ["e1", "e2"])
  const { dueAt } = receiptOf(await desk.checkOut({ item: "e1", card: "ada", at: noon, key: key() }))
  const loan = async () => (await library.scan(tenant, "loan", null, 10)).rows[0]
  const sound = async () => expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  return { ...small, dueAt, loan, sound }
}
const onDay = (days: number) => ({ item: "e1", at: noon + days * day })

describe("a recalled loan", () => {
  const shorter = { recallMinimum: { days: 5 }, recallReturnWithin: { days: 2 } }

  it.each([
    ["in its first days, as late as is guaranteed", 1, 5],
    ["later, so long after the recall", 7, 9],
    ["shortly before its end, no later than it was", 13, 14]
  ])("%s", async (_, recalledOn, dueOn) => {
    const { desk, key, dueAt, loan, sound } = await lent(shorter)
    const receipt = receiptOf(await desk.recall({ ...onDay(recalledOn), key: key() }))
    expect(receipt).toMatchObject({ wasDueAt: dueAt, dueAt: dueAt - (14 - dueOn) * day })
    expect(await loan()).toMatchObject({
      dueAt: receipt.dueAt,
      recalledAt: noon + recalledOn * day,
      dueBeforeRecall: dueAt
    })
    await sound()
  })

  it("may be due later where the policy says so; where it says nothing its date stays", async () => {
    const later = await lent({ ...shorter, recallExtends: true })
    const receipt = receiptOf(await later.desk.recall({ ...onDay(13), key: later.key() }))
    expect(receipt.dueAt).toBe(later.dueAt + day)
    const plain = await lent()
    expect(receiptOf(await plain.desk.recall({ ...onDay(1), key: plain.key() })).dueAt).toBe(plain.dueAt)
  })

  it("that is overdue keeps its date, or has so long from now", async () => {
    const kept = await lent(shorter)
    expect(receiptOf(await kept.desk.recall({ ...onDay(20), key: kept.key() })).dueAt).toBe(kept.dueAt)
    const anew = await lent({ ...shorter, recallOverdueWithin: { days: 3 } })
    expect(receiptOf(await anew.desk.recall({ ...onDay(20), key: anew.key() })).dueAt).toBe(anew.dueAt + 9 * day)
  })

  it("is not renewed, unless the policy or somebody with the right says so; then it is recalled no more", async () => {
    const { desk, key, loan, sound } = await lent(shorter)
    receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    expect(codesOf(await desk.dryRun.renew(onDay(2)))).toEqual(["LoanRecalled"])
    receiptOf(await desk.renew({ ...onDay(2), override: { reason: "agreed" }, key: key() }))
    expect(await loan()).toMatchObject({ recalledAt: null, dueBeforeRecall: null })
    const free = await lent({ ...shorter, renewableWhenRecalled: true })
    receiptOf(await free.desk.recall({ ...onDay(1), key: free.key() }))
    receiptOf(await free.desk.renew({ ...onDay(2), key: free.key() }))
    await sound()
  })

  it("has its old date again once it is cancelled, or keeps the new one where the policy says so", async () => {
    const back = await lent(shorter)
    receiptOf(await back.desk.recall({ ...onDay(1), key: back.key() }))
    expect(receiptOf(await back.desk.cancelRecall({ ...onDay(2), key: back.key() })).dueAt).toBe(back.dueAt)
    expect(await back.loan()).toMatchObject({ dueAt: back.dueAt, recalledAt: null })
    await back.sound()
    const kept = await lent({ ...shorter, recallCancelled: "keeps" })
    const { dueAt } = receiptOf(await kept.desk.recall({ ...onDay(1), key: kept.key() }))
    expect(receiptOf(await kept.desk.cancelRecall({ ...onDay(2), key: kept.key() })).dueAt).toBe(dueAt)
  })

  it.each([
    ["is not late for days that the recall gave besides, once it is cancelled", 13, 15, 15],
    ["nor for all that it gave, where they are over", 13, 30, 20],
    ["has its old date where that is still to come", 10, 12, 14],
    ["is as late as it was, where it was late already", 15, 16, 14]
  ])("%s", async (_, recalledOn, cancelledOn, dueOn) => {
    const set = { recallReturnWithin: { days: 7 }, recallExtends: true, recallOverdueWithin: { days: 7 } }
    const { desk, key, dueAt, loan, sound } = await lent(set)
    expect(receiptOf(await desk.recall({ ...onDay(recalledOn), key: key() })).dueAt).toBeGreaterThan(dueAt)
    receiptOf(await desk.cancelRecall({ ...onDay(cancelledOn), key: key() }))
    expect(Math.floor(((await loan())?.dueAt ?? 0) / day)).toBe(Math.floor((noon + dueOn * day) / day))
    await sound()
  })

  it("has its old date on the next open day where that day was closed since", async () => {
    const { library, desk, key, dueAt, sound } = await lent(shorter)
    receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    const { rows } = await library.scan(tenant, "document", null, 10)
    const calendar = JSON.parse(rows.find(({ kind }) => kind === "calendar")?.content ?? "")
    const closed = new Date(dueAt + 8 * 3_600_000).toISOString().slice(0, 10)
    calendar.branches.main.exceptions = [{ from: closed, closed: true }]
    const publication = { tenant, content: calendar, at: onDay(1).at + 1, by: "anna" }
    expect((await library.publishCalendar(publication)).ok).toBe(true)
    expect(receiptOf(await desk.cancelRecall({ ...onDay(2), key: key() })).dueAt).toBe(dueAt + day)
    await sound()
  })

  it("keeps a date that was given by hand since, and is not cancelled once it was claimed returned", async () => {
    const { desk, key, dueAt, sound } = await lent(shorter)
    receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    const byHand = dueAt + 3 * day
    receiptOf(await desk.changeDueDate({ ...onDay(2), dueAt: byHand, reason: "agreed", key: key() }))
    expect(receiptOf(await desk.dryRun.cancelRecall(onDay(3))).dueAt).toBe(byHand)
    receiptOf(await desk.claimReturned({ ...onDay(4), key: key() }))
    expect(codesOf(await desk.dryRun.cancelRecall(onDay(5)))).toEqual(["ItemStatusForbids"])
    await sound()
  })

  it("costs by its own rate, cap and grace when it is late, by the night as at the return", async () => {
    const rules = [
      { overdueGrace: { days: 2 } },
      { overdueRate: { amount: "2.00", per: "day" }, overdueGrace: { days: 0 }, overdueCap: "5.00" }
    ] as const
    for (const [recalled, late, amount] of [
      [false, 2, 0],
      [false, 3, 30],
      [true, 2, 400],
      [true, 3, 500]
    ] as const) {
      const night = await lent({ ...rules[0], overdueAccrues: true }, rules[1])
      const once = await lent(rules[0], rules[1])
      for (const { desk, key } of [night, once]) if (recalled) receiptOf(await desk.recall({ ...onDay(1), key: key() }))
      for (let on = 1; on <= late; on++) await nightlyAccrual(night.library, { tenant, at: night.dueAt + on * day })
      for (const { desk, key, dueAt, library } of [night, once]) {
        receiptOf(await desk.returnItem({ item: "e1", at: dueAt + late * day, key: key() }))
        const { reader } = await library.read(tenant, { reader: { card: "ada" as never } })
        expect([recalled, late, reader?.account.balance]).toEqual([recalled, late, amount])
      }
    }
  })

  it("stops its reader once it is late, where the policy counts such loans", async () => {
    const { desk, key, dueAt } = await lent({ recalledOverdueMax: 0 })
    const next = { item: "e2", card: "ada", at: dueAt + day }
    expect((await desk.dryRun.checkOut(next)).ok).toBe(true)
    receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    expect(await desk.dryRun.checkOut(next)).toMatchObject({
      ok: false,
      refusals: [{ _tag: "ReaderOverLimit", condition: "recalledOverdue", value: 1, valueMax: 0 }]
    })
  })
})

describe("a later due date of a loan that is late", () => {
  it.each([
    ["by hand", "changeDueDate"],
    ["by a recall that gives time", "recall"],
    ["as a recall is cancelled", "cancelRecall"]
  ] as const)("%s brings what ran up to nothing at once; what was paid is a credit", async (_, how) => {
    const set = { overdueAccrues: true, creditMax: "unlimited", recallOverdueWithin: { days: 7 } }
    const { desk, key, dueAt, library, sound } = await lent({ ...set, recallReturnWithin: { days: 3 } })
    if (how === "cancelRecall") receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    const late = how === "cancelRecall" ? noon + 9 * day : dueAt + 4 * day
    await nightlyAccrual(library, { tenant, at: late })
    const balance = async () =>
      (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.account.balance
    const ranUp = (await balance()) ?? 0
    expect(ranUp).toBeGreaterThan(20)
    receiptOf(await desk.pay({ card: "ada", amount: 10, method: "cash", at: late, key: key() }))
    const given = { item: "e1", at: late, key: key() }
    if (how === "changeDueDate") receiptOf(await desk.changeDueDate({ ...given, dueAt: late + day, reason: "ill" }))
    else receiptOf(await desk[how](given))
    expect(await balance()).toBe(-10)
    expect((await library.scan(tenant, "charge", null, 10)).rows[0]).toMatchObject({ outstanding: 0, refunded: 10 })
    await sound()
  })
})

describe("a recall is refused", () => {
  it("of what is not on loan, recalled before, not known, or not to be recalled; a cancellation of what is not recalled", async () => {
    const { desk, key } = await lent()
    expect(codesOf(await desk.dryRun.recall({ ...onDay(1), item: "e2" }))).toEqual(["ItemNotOnLoan"])
    expect(codesOf(await desk.dryRun.recall({ ...onDay(1), item: "no" }))).toEqual(["ItemUnknown"])
    expect(codesOf(await desk.dryRun.cancelRecall(onDay(1)))).toEqual(["LoanNotRecalled"])
    receiptOf(await desk.recall({ ...onDay(1), key: key() }))
    expect(codesOf(await desk.dryRun.recall(onDay(2)))).toEqual(["LoanRecalled"])
    const never = await lent({ recallable: false })
    expect(codesOf(await never.desk.dryRun.recall(onDay(1)))).toEqual(["NotRecallable"])
  })
})
