import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"

const rules = {
  compensations: { books: { basis: { from: [{ from: "foreignPrice" }] } } },
  rates: [
    { currency: "USD", rate: "7.00", from: "2026-01-01" },
    { currency: "USD", rate: "7.10", from: "2026-03-10" }
  ]
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
