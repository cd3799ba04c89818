import { expect } from "vitest"
import { type LossPlay, playLoss } from "../../src/testing/lossPlay.ts"
import { receiptOf } from "../../src/testing/smallLibrary.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const minor = (text: string | number | null | undefined): number =>
  text === null || text === undefined ? 0 : Math.round(Number(text) * 100)
const day = 86_400_000
const minute = 60_000

type Check = (entry: VectorEntry) => Promise<void>
type Given = VectorEntry["given"]

/** `{amount, unit}` as a length of time. */
const lengthOf = (length: { readonly amount: number; readonly unit: string } | null | undefined): object | undefined =>
  length == null ? undefined : { [length.unit]: length.amount }

const refunds: Readonly<Record<string, object>> = {
  refund: { gives: "paid" },
  refundUnpaid: { gives: "unpaidPart" },
  restore: { gives: "paid", restoresOverdue: true },
  charge: { gives: "paid", chargesOverdue: true },
  none: { gives: "none" }
}

/** Koha: money and days, all in one library of the shelf mark's own. */
const lostReturn: Check = async ({ given, expect: wanted }) => {
  const refund: Record<string, unknown> = { ...(refunds[given.policy as string] ?? {}) }
  // Theirs no longer counts on the day itself, ours does.
  if (given.noRefundAfterDays != null) refund.within = { days: given.noRefundAfterDays - 1, of: "loss" }
  const lateDays = given.due === undefined ? 0 : Math.round((Date.parse(given.today) - Date.parse(given.due)) / day)
  const play = await playLoss({
    rule: { refund, afterLoss: given.fineForgivenWhenLost === true ? "drop" : "keep" },
    set: { overdueRate: { amount: given.fineRatePerDay ?? "1.00", per: "day" } },
    price: minor(given.lostFee ?? "20.00"),
    lateDays
  })
  await play.lose()
  if (given.lostAgainAfterReturn === true) return laterBorrower(play, given, wanted)
  if (wanted.balanceBefore !== undefined) {
    await play.pay(minor(given.paid))
    expect(await play.balance()).toBe(minor(wanted.balanceBefore))
  } else if (minor(given.paid) > 0) await play.pay(minor(given.paid))
  const back =
    given.returnedAsOf === undefined ? 0 : Math.round((Date.parse(given.returnedAsOf) - Date.parse(given.today)) / day)
  play.wait((given.lostDaysAgo ?? 0) * day + back * day)
  if (given.event === "checkoutByAnother") await play.lendToOther()
  else await play.giveBack()
  const charge = (kind: string) => play.chargeOf(kind)
  if (wanted.lostFee?.outstanding !== undefined)
    expect((await charge("loss"))?.outstanding).toBe(minor(wanted.lostFee.outstanding))
  if (wanted.lostFee?.status === "FOUND") expect(await play.lossState()).toBe("found")
  if (wanted.fines !== undefined)
    expect([(await charge("overdue"))?.outstanding]).toEqual(
      (wanted.fines as ReadonlyArray<{ readonly outstanding: string }>).map(({ outstanding }) => minor(outstanding))
    )
  if (wanted.balance !== undefined) expect(await play.balance()).toBe(minor(wanted.balance))
}

/** The next reader keeps it too long and brings it back: late as anybody, whatever the loss before. */
const laterBorrower = async (play: LossPlay, given: Given, wanted: VectorEntry["expect"]): Promise<void> => {
  await play.giveBack()
  await play.lendToOther()
  play.wait(30 * day)
  const { charge } = receiptOf(await play.desk.returnItem({ item: "b1", at: play.at(), key: play.key() }))
  expect(given.laterBorrower.fines).toBe(1)
  expect(charge === null ? 0 : 1).toBe(wanted.finesOfLaterBorrower)
}

const folioReturn: Check = async ({ given, expect: wanted }) => {
  const window =
    given.refundWindowMinutes === null ? {} : { within: { minutes: given.refundWindowMinutes, of: "loss" } }
  const play = await playLoss({
    rule: {
      refund: { gives: "paid", ...window, ...(given.chargeOverdueOnReturn === true ? { chargesOverdue: true } : {}) },
      processing: { cash: { amount: given.processingFee ?? "0.00" } },
      ...(given.itemFee === null ? { charge: { by: "flat", flat: "0.00" } } : {})
    },
    price: minor(given.itemFee ?? "0.00")
  })
  await play.lose()
  for (const [fee, kind] of [
    ["itemFee", "loss"],
    ["processingFee", "processing"]
  ] as const) {
    const { transfer, payment } = given.paid[fee] ?? {}
    if (payment !== undefined) await play.pay(minor(payment), kind)
    // Another office takes a charge over in whole; a part of one is forgone here, which leaves the same to be cancelled.
    if (transfer !== undefined && payment === undefined) await play.handOver(kind)
    else if (transfer !== undefined) await play.waive(minor(transfer), kind)
  }
  play.wait(given.returnedAfterMinutes * minute)
  await play.giveBack()
  for (const [fee, kind] of [
    ["itemFee", "loss"],
    ["processingFee", "processing"]
  ] as const) {
    if (wanted[fee]?.status !== "cancelled") continue
    const charge = await play.chargeOf(kind)
    expect(charge).toMatchObject({ outstanding: 0, refunded: minor(given.paid[fee]?.payment) })
  }
  if (wanted.overdueFine === false) expect(await play.chargeOf("overdue")).toBeUndefined()
}

const refundWindow: Check = async ({ given, expect: wanted }) => {
  const within = { ...lengthOf(given.refundWindow), of: "loss" }
  const play = await playLoss({
    rule: { refund: { gives: "paid", within } },
    price: 4200,
    lostAt: Date.parse(given.lostAt),
    zone: "UTC"
  })
  await play.lose()
  play.wait(Date.parse(given.now) - Date.parse(given.lostAt))
  await play.giveBack()
  expect((await play.chargeOf("loss"))?.outstanding === 0).toBe(wanted.refundable)
}

const ageToLost: Check = async ({ given, expect: wanted }) => {
  const length = lengthOf(given.ageToLostAfter)
  const play = await playLoss({
    set: length === undefined ? {} : { lostAfter: length },
    price: 4200,
    dueAt: Date.parse(given.dueAt),
    zone: "UTC"
  })
  for (let run = 0; run < (given.jobRuns ?? 1); run++) await play.age(Date.parse(given.now))
  const { rows } = await play.library.scan(play.tenant, "event", null, 1000)
  const aged = rows.filter(({ tag }) => tag === "LoanLost").length
  if (wanted.ages !== undefined) expect(aged === 1).toBe(wanted.ages)
  if (wanted.agedEvents !== undefined) expect(aged).toBe(wanted.agedEvents)
}

const lostBilling: Check = async ({ given, expect: wanted }) => {
  const agedAt = Date.parse(given.agedAt)
  const play = await playLoss({
    set: { lostAfter: { minutes: 1 }, billAgedAfter: lengthOf(given.billAfter) },
    recalled: { billAgedAfter: lengthOf(given.billAfterWhenRecalled) },
    price: 4200,
    dueAt: agedAt - minute,
    zone: "UTC"
  })
  const recall = { item: "b1", at: agedAt - 2 * minute, key: play.key() }
  if (given.recalled === true) receiptOf(await play.desk.recall(recall))
  const { billAt } = receiptOf(await play.desk.ageToLost({ item: "b1", at: agedAt, key: play.key() }))
  expect(billAt).toBe(Date.parse(wanted.billAt))
}

const balanceAfterReturn: Check = async ({ given, expect: wanted }) => {
  const never = (given.forbidNegative as ReadonlyArray<string>).includes("all")
  const minutes = given.negativeAllowedWithinMinutes
  const refund =
    minutes !== undefined
      ? { gives: "paid", within: { minutes, of: "payment" }, afterwards: "unpaidPart" }
      : { gives: never ? "unpaidPart" : "paid" }
  const restores = given.restoreFinesOnReturn === true ? { restoresOverdue: true } : {}
  const play = await playLoss({
    rule: { refund: { ...refund, ...restores }, afterLoss: given.voidFinesWhenLost === true ? "drop" : "keep" },
    price: minor(given.lostPrice)
  })
  await play.lose()
  if (minor(given.paid) > 0) await play.pay(minor(given.paid))
  if (wanted.balanceAfterPayment !== undefined) expect(await play.balance()).toBe(minor(wanted.balanceAfterPayment))
  if (wanted.closedAfterPayment !== undefined) expect((await play.balance()) === 0).toBe(wanted.closedAfterPayment)
  play.wait((given.minutesSincePayment ?? 1) * minute)
  await play.giveBack()
  expect(await play.balance()).toBe(minor(wanted.balance))
  if (wanted.closedAfterReturn !== undefined) expect((await play.balance()) === 0).toBe(wanted.closedAfterReturn)
}

const checks: Readonly<Record<string, Check>> = {
  lost_return: lostReturn,
  "lost-return": folioReturn,
  "lost-refund-window": refundWindow,
  "lost-billing": lostBilling,
  "age-to-lost": ageToLost,
  "balance-after-return": balanceAfterReturn
}

describeVectors(Object.keys(checks), {}, (entry) => checks[entry.topic]?.(entry))
