import fc from "fast-check"
import { expect, it } from "vitest"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { nightlyAccrual } from "./nightlyAccrual.ts"

const hour = 3_600_000
const lent = async (set: object) => {
  const small = await smallLibrary({ debtMax: "unlimited", creditMax: "unlimited", ...set })
  await small.title("Book", ["b1"])
  const { desk, key } = small
  receiptOf(await desk.changeItem({ item: "b1", price: 3000, at: noon, key: key() }))
  const { dueAt } = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  return { ...small, dueAt }
}
type Lent = Awaited<ReturnType<typeof lent>>

const lateCost = async ({ library }: Lent): Promise<number> =>
  (await library.scan(tenant, "charge", null, 100)).rows.reduce(
    (sum, { kind, amount, refunded }) => (kind === "overdue" ? sum + amount - refunded : sum),
    0
  )

const balance = async ({ library }: Lent): Promise<number | undefined> =>
  (await library.read(tenant, { reader: { card: "ada" as never } })).reader?.account.balance

const terms = fc.record({
  overdueRate: fc.constantFrom<object>(
    { amount: "0.10", per: "day" },
    { amount: "0.07", per: "hour" },
    { amount: "0.90", per: "week", counts: "full" },
    { amount: "0.30", per: "day", every: 3 },
    {
      tiers: [
        { from: 1, to: 5, amount: "0.10" },
        { from: 6, amount: "0.40" }
      ],
      per: "day"
    }
  ),
  overdueCap: fc.constantFrom("unlimited", "2.00", "15.00"),
  overdueCapOfPrice: fc.constantFrom("unlimited", 10),
  overdueGrace: fc.constantFrom({ days: 0 }, { days: 2 }),
  overdueGraceIncluded: fc.boolean()
})

/** Hours after the due instant at which a night comes, in order, some twice; and what is paid after it. */
const nights = fc
  .array(fc.record({ after: fc.integer({ min: -30, max: 500 }), pays: fc.constantFrom(0, 0, 1, 35) }), { maxLength: 8 })
  .map((list) => list.flatMap((one, nth) => (nth % 3 === 0 ? [one, { ...one, pays: 0 }] : [one])))
  .map((list) => [...list].sort((one, other) => one.after - other.after))

it("what ran up by whatever nights, paid in part or not, comes to what one return charges", async () => {
  await fc.assert(
    fc.asyncProperty(terms, nights, fc.integer({ min: 1, max: 600 }), async (set, list, late) => {
      const [once, nightly] = [await lent(set), await lent({ ...set, overdueAccrues: true })]
      let paid = 0
      for (const { after, pays } of list.filter((night) => night.after <= late)) {
        const at = nightly.dueAt + after * hour
        await nightlyAccrual(nightly.library, { tenant, at })
        if (pays === 0) continue
        receiptOf(await nightly.desk.pay({ card: "ada", amount: pays, method: "cash", at, key: nightly.key() }))
        paid += pays
      }
      for (const one of [once, nightly])
        receiptOf(await one.desk.returnItem({ item: "b1", at: one.dueAt + late * hour, key: one.key() }))
      expect(await lateCost(nightly)).toBe(await lateCost(once))
      expect(await balance(nightly)).toBe(((await balance(once)) ?? 0) - paid)
      expect(await nightly.library.check(tenant)).toEqual([])
    }),
    { numRuns: 60 }
  )
}, 60_000)

it("what is gone through twice changes nothing", async () => {
  const nightly = await lent({ overdueAccrues: true })
  const at = nightly.dueAt + 5 * day
  await nightlyAccrual(nightly.library, { tenant, at })
  const before = await nightly.library.scan(tenant, "entry", null, 100)
  await nightlyAccrual(nightly.library, { tenant, at: at + hour })
  expect(await nightly.library.scan(tenant, "entry", null, 100)).toEqual(before)
})
