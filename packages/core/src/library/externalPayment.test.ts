import { expect, it } from "vitest"
import { codesOf, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { takeExternalPayment } from "./externalPayment.ts"

/** Ada owes 100. */
const owing = async () => {
  const town = await smallLibrary({ debtMax: "unlimited" })
  const { desk, key, library } = town
  const charge = { card: "ada", kind: "fee", amount: 100, reason: "copies", at: noon } as const
  const { chargeId } = receiptOf(await desk.chargeReader({ ...charge, key: key() }))
  const tell = (payment: object, provider = "paypost") =>
    takeExternalPayment(library, {
      tenant,
      branch: "main",
      provider,
      payment: { id: "p1", card: "ada", amount: 60, currency: "CNY", ...payment },
      now: noon
    })
  return { ...town, chargeId, tell }
}

it("takes a payment once, however often and at whatever time it is told", async () => {
  const { library, tell } = await owing()
  const first = await tell({ paidAt: noon - 5000 })
  const again = await Promise.all([tell({ paidAt: noon - 5000 }), tell({ paidAt: noon - 4000 }), tell({})])
  for (const answer of again) expect(answer).toEqual({ ...first, repeated: true })
  const { rows } = await library.scan(tenant, "entry", null, 100)
  expect(rows.filter(({ kind }) => kind === "payment")).toMatchObject([
    { amount: -60, actor: "job:paypost", reason: "paypost" }
  ])
})

it("refuses the same id with another amount or reader; another provider's id is its own", async () => {
  const { tell } = await owing()
  receiptOf(await tell({}))
  expect(codesOf(await tell({ amount: 61 }))).toEqual(["KeyUsedForOther"])
  expect(codesOf(await tell({ card: "ben" }))).toEqual(["KeyUsedForOther"])
  expect(receiptOf(await tell({ amount: 40 }, "other")).balance).toBe(0)
})

it("keeps as a credit what came in after its charge was settled, though the policy lets no reader have any", async () => {
  const { library, desk, key, chargeId, tell } = await owing()
  receiptOf(await desk.pay({ card: "ada", amount: 100, method: "cash", at: noon, key: key() }))
  expect(receiptOf(await tell({ charges: [chargeId] }))).toMatchObject({ allotments: [], credit: 60, balance: -60 })
  expect(await library.check(tenant)).toEqual([])
})

it("refuses other currencies, sums that are none, readers that nobody is, instants to come", async () => {
  const { tell } = await owing()
  expect(await tell({ currency: "EUR" })).toEqual({ ok: false, invalid: [{ path: "currency", expected: "CNY" }] })
  for (const amount of [0, -1, 0.5, 1e13, Number.NaN, "60", null]) {
    const answer = await tell({ amount })
    expect(new Set("invalid" in answer ? answer.invalid.map(({ path }) => path) : [])).toEqual(new Set(["amount"]))
  }
  expect(codesOf(await tell({ card: "nobody" }))).toEqual(["ReaderUnknown"])
  expect(codesOf(await tell({ paidAt: noon + 3_600_000 }))).toEqual(["InFuture"])
  expect(await tell({ balance: 5 })).toMatchObject({ ok: false, invalid: [{ path: "balance" }] })
})
