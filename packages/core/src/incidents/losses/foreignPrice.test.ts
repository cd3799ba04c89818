import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

const rules = {
  compensations: { books: { basis: { from: [{ from: "foreignPrice" }] } } },
  rates: [
    { currency: "USD", rate: "7.00", from: "2026-01-01" },
    { currency: "USD", rate: "7.10", from: "2026-03-10" }
  ]
}

const byRecord = {
  compensations: { books: { basis: { from: [{ from: "recordedPrice" }, { from: "foreignPrice" }] } } },
  rates: rules.rates
}

/** A library with one book of 10.00 dollars by its record, lent to Ada at noon. */
const priced = async (set: object = {}) => {
  const { library, desk, key, title } = await smallLibrary({ debtMax: "unlimited" })
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  Object.assign(policy, byRecord)
  Object.assign(policy.rows[0].set, { compensation: "books", ...set })
  expect((await library.publishPolicy({ tenant, content: policy, at: noon - 1, by: "anna" })).ok).toBe(true)
  await title("Book", ["b1"])
  receiptOf(await desk.changeItem({ item: "b1", price: 1000, priceCurrency: "USD", at: noon - 1, key: key() }))
  const loan = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  return { library, desk, key, dueAt: loan.dueAt }
}

/** A book that is lost on the day so many days after Monday, 2 March; the whole trace of what it was charged with. */
const lost = async (after: number, input: object) => {
  const { library, desk, key, title } = await smallLibrary({ debtMax: "unlimited" })
  const { rows } = await library.scan(tenant, "document", null, 10)
  const policy = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  Object.assign(policy, rules)
  policy.rows[0].set.compensation = "books"
  expect((await library.publishPolicy({ tenant, content: policy, at: noon - 1, by: "anna" })).ok).toBe(true)
  await title("Book", ["b1"])
  receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  const given = { item: "b1", currentPrice: { minor: 1000, currency: "USD" }, ...input }
  const loss = receiptOf(await desk.declareLost({ ...given, at: noon + after * day, key: key() }))
  const charged = (await library.scan(tenant, "event", null, 1_000)).rows.find(({ tag }) => tag === "IncidentCharged")
  expect(await library.check(tenant)).toEqual([])
  return { amount: loss.bill?.amount, trace: charged?.body ?? "" }
}

it("a price in another currency is charged at the policy's rate of that day, and the trace says which", async () => {
  expect((await lost(1, {})).amount).toBe(7000)
  const { amount, trace } = await lost(10, {})
  expect(amount).toBe(7100)
  expect(trace).toContain('"source":"policy"')
  expect(trace).toContain('"rate":"7.10"')
})

it("or at the rate that staff enter, which the trace says too", async () => {
  const { amount, trace } = await lost(10, { rate: { currency: "USD", rate: "8.00" } })
  expect(amount).toBe(8000)
  expect(trace).toContain('"source":"staff"')
})

it("so is the price of its record, which may be in another currency than the library's", async () => {
  for (const [after, amount] of [
    [1, 7000],
    [10, 7100]
  ] as const) {
    const { library, desk, key } = await priced()
    const loss = receiptOf(await desk.declareLost({ item: "b1", at: noon + after * day, key: key() }))
    expect(loss.bill?.amount).toBe(amount)
    expect(await library.check(tenant)).toEqual([])
  }
})

it("a cap of the overdue charge by the price takes the rate of the day that the loan was due, and says so", async () => {
  const { library, desk, key, dueAt } = await priced({
    overdueCap: "unlimited",
    overdueCapOfPrice: 1,
    overdueRate: { amount: "5.00", per: "day" }
  })
  const back = receiptOf(await desk.returnItem({ item: "b1", at: dueAt + 9 * day, key: key() }))
  expect(back.charge).toMatchObject({
    amount: 71,
    steps: [{ capOf: "price", price: 7100, priceRate: { currency: "USD", rate: "7.10", from: "2026-03-10" } }]
  })
  expect(await library.check(tenant)).toEqual([])
})

it("a price in a currency that the policy has no rate of is refused where it is needed, and nothing is done", async () => {
  const { library, desk, key } = await priced()
  receiptOf(await desk.changeItem({ item: "b1", priceCurrency: "JPY", at: noon, key: key() }))
  const loss = await desk.declareLost({ item: "b1", at: noon + day, key: key() })
  expect(loss).toMatchObject({ ok: false, refusals: [{ _tag: "CostUntold", because: "RateMissing" }] })
  const wrong = await desk.changeItem({ item: "b1", priceCurrency: "dollars", at: noon, key: key() })
  const expected = 'a currency of ISO 4217 such as "USD", or empty'
  expect(wrong).toEqual({ ok: false, invalid: [{ path: "priceCurrency", expected }] })
  expect(await library.check(tenant)).toEqual([])
})
