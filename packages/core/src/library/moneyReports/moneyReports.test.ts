import { describe, expect, it } from "vitest"
import { CashDeskId } from "../../cash/model.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../testing/smallLibrary.ts"
import { cashDeskReport, debtsByAge, forgivenBy, sumsOf } from "./index.ts"

const front = CashDeskId.make("front")
const settings = { creditMax: "unlimited", debtMax: "unlimited" }

/** Two sessions of one desk: the first counted one short, the second still open. */
const twoSessions = async () => {
  const town = await smallLibrary(settings)
  const { desk, key } = town
  const pay = async (amount: number, method: string, days: number) =>
    receiptOf(await desk.pay({ card: "ada", amount, method, cashDesk: front, at: noon + days * day, key: key() }))
  receiptOf(await desk.openCashDesk({ cashDesk: front, float: 500, at: noon, key: key() }))
  await pay(300, "cash", 0)
  await pay(45, "card", 0)
  receiptOf(await desk.payOut({ card: "ada", amount: 20, method: "cash", cashDesk: front, at: noon, key: key() }))
  receiptOf(
    await desk.closeCashDesk({
      cashDesk: front,
      counted: [
        { method: "cash", amount: 779 },
        { method: "card", amount: 45 }
      ],
      reason: "a coin is missing",
      at: noon + 1,
      key: key()
    })
  )
  receiptOf(await desk.openCashDesk({ cashDesk: front, float: 0, at: noon + day, key: key() }))
  await pay(10, "cash", 1)
  return town
}

describe("the report of cash desks", () => {
  it("says of each session what came and went by method, what was counted, and by how much it differed", async () => {
    const { library } = await twoSessions()
    const { currency, sessions } = await cashDeskReport(library, { tenant })
    expect(currency).toBe("CNY")
    expect(sessions).toEqual([
      {
        cashDesk: "front",
        branch: "main",
        session: 1,
        openedAt: noon,
        openedBy: "staff:anna",
        isOpen: false,
        methods: [
          {
            method: "card",
            byKind: { float: 0, payment: 45, payout: 0, moved: 0 },
            expected: 45,
            counted: 45,
            difference: 0
          },
          {
            method: "cash",
            byKind: { float: 500, payment: 300, payout: -20, moved: 0 },
            expected: 780,
            counted: 779,
            difference: -1
          }
        ]
      },
      {
        cashDesk: "front",
        branch: "main",
        session: 2,
        openedAt: noon + day,
        openedBy: "staff:anna",
        isOpen: true,
        methods: [
          {
            method: "cash",
            byKind: { float: 0, payment: 10, payout: 0, moved: 0 },
            expected: 10,
            counted: null,
            difference: 0
          }
        ]
      }
    ])
  })

  it("keeps to the period in which sessions were opened, and to one desk", async () => {
    const { library } = await twoSessions()
    const asked = await cashDeskReport(library, { tenant, from: noon + 1, cashDesk: "front" })
    expect(asked.sessions.map(({ session }) => session)).toEqual([2])
    expect((await cashDeskReport(library, { tenant, cashDesk: "back" })).sessions).toEqual([])
  })
})

/** Fees of ada and ben on several days, one waived by a manager, one written off, one undone, a payment undone. */
const forgiving = async () => {
  const town = await smallLibrary(settings)
  const { desk, key } = town
  const charge = async (card: string, amount: number, days: number) =>
    receiptOf(
      await desk.chargeReader({ card, kind: "fee", amount, reason: "copies", at: noon + days * day, key: key() })
    ).chargeId
  const first = await charge("ada", 100, 0)
  const second = await charge("ada", 50, 40)
  await charge("ben", 30, 95)
  const third = await charge("kim", 7, 95)
  const at = noon + 96 * day
  const paid = receiptOf(await desk.pay({ card: "ada", amount: 60, method: "cash", charges: [first], at, key: key() }))
  receiptOf(await desk.waive({ card: "ada", charge: second, amount: 20, reason: "ill", at, key: key() }))
  receiptOf(await desk.writeOff({ card: "ben", reason: "moved away", at, key: key() }))
  receiptOf(await desk.voidEntry({ card: "kim", entry: third, reason: "another's", at, key: key() }))
  receiptOf(await desk.voidEntry({ card: "ada", entry: paid.entryId, reason: "bounced", at: at + day, key: key() }))
  return town
}

it("puts debts in bands by age, each with its kinds, and sums them up to all that is owed", async () => {
  const { library } = await forgiving()
  const { owed, bands } = await debtsByAge(library, { tenant, at: noon + 100 * day, bounds: [30, 60, 100] })
  expect(owed).toBe(130)
  expect(
    bands.map(({ fromDays, toDays, charges, owed, byKind }) => [fromDays, toDays, charges, owed, byKind.fee])
  ).toEqual([
    [0, 30, 0, 0, 0],
    [30, 60, 0, 0, 0],
    [60, 100, 1, 30, 30],
    [100, null, 1, 100, 100]
  ])
  await expect(debtsByAge(library, { tenant, at: noon, bounds: [30, 30] })).rejects.toThrow("ascend")
})

it("says who forgave what in which month, and what was taken back", async () => {
  const { library } = await forgiving()
  const { sums } = await forgivenBy(library, { tenant, zone: "Asia/Shanghai" })
  const line = (kind: string, count: number, amount: number) => ({
    by: { month: "2026-06", actor: "staff:anna", kind },
    count,
    amount
  })
  expect(sums).toEqual([
    line("chargeVoid", 1, -7),
    line("owedAgain", 1, 60),
    line("waiver", 1, -20),
    line("writeOff", 1, -30)
  ])
})

it("groups lines by month, kind, reason, branch or actor; every grouping has the same total", async () => {
  const { library } = await forgiving()
  const total = (sums: ReadonlyArray<{ readonly amount: number }>) => sums.reduce((sum, { amount }) => sum + amount, 0)
  const asked = { tenant, zone: "Asia/Shanghai" }
  const all = total((await sumsOf(library, { ...asked, by: [] })).sums)
  expect(all).toBe(130)
  for (const by of ["month", "kind", "reason", "branch", "actor"] as const)
    expect(total((await sumsOf(library, { ...asked, by: [by] })).sums)).toBe(all)
  expect((await sumsOf(library, { ...asked, by: ["month", "kind"], to: noon + 41 * day })).sums).toEqual([
    { by: { month: "2026-03", kind: "charge" }, count: 1, amount: 100 },
    { by: { month: "2026-04", kind: "charge" }, count: 1, amount: 50 }
  ])
})

it("knows the month by the zone: the same instant is another month elsewhere", async () => {
  const { library, desk, key } = await smallLibrary(settings)
  const at = Date.parse("2026-04-30T18:00:00Z")
  receiptOf(await desk.chargeReader({ card: "ada", kind: "fee", amount: 1, reason: "copies", at, key: key() }))
  const monthIn = async (zone: string) => (await sumsOf(library, { tenant, by: ["month"], zone })).sums[0]?.by.month
  expect([await monthIn("UTC"), await monthIn("Asia/Shanghai")]).toEqual(["2026-04", "2026-05"])
})
