import { expect, it } from "vitest"
import { cashDeskReport } from "../library/moneyReports/index.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

it.each([
  ["JPY", "10", "25", 10, 25],
  ["CNY", "0.10", "0.25", 10, 25],
  ["KWD", "0.010", "0.025", 10, 25],
  ["KWD", "0.0015", "0.015", 2, 15]
])(
  "%s: a day at %s and a cap of %s of a visit are whole minor units, from the charge to the count of the cash desk",
  async (currency, amount, overdueCapPerVisit, aDay, cap) => {
    const set = {
      debtMax: "unlimited",
      creditMax: "unlimited",
      overdueRate: { amount, per: "day" },
      overdueCap: "unlimited",
      overdueCapPerVisit
    }
    const { library, desk, key, title } = await smallLibrary(set, currency)
    await title("Book", ["b1", "b2"])
    receiptOf(await desk.openCashDesk({ cashDesk: "front", float: 1, at: noon, key: key() }))
    const late = async (item: string, days: number) => {
      const { dueAt } = receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
      return receiptOf(await desk.returnItem({ item, at: dueAt + days * day, key: key() })).charge?.amount
    }
    expect(await late("b1", 1)).toBe(aDay)
    await late("b2", 30)
    const at = noon + 60 * day
    const paid = receiptOf(
      await desk.pay({ card: "ada", amount: cap + 7, method: "cash", cashDesk: "front", at, key: key() })
    )
    expect([paid.credit, paid.balance]).toEqual([7, -7])
    const [charge = ""] = paid.allotments.map(({ chargeId }) => chargeId)
    const back = receiptOf(await desk.refund({ card: "ada", charge, amount: 1, reason: "found", at, key: key() }))
    expect(back.balance).toBe(-8)
    receiptOf(await desk.payOut({ card: "ada", method: "cash", cashDesk: "front", at, key: key() }))
    const counted = [{ method: "cash", amount: 1 + cap + 7 - 8 }]
    receiptOf(await desk.closeCashDesk({ cashDesk: "front", counted, at, key: key() }))
    const report = await cashDeskReport(library, { tenant })
    expect(report.currency).toBe(currency)
    expect(report.sessions[0]?.methods).toMatchObject([{ method: "cash", expected: cap }])
    expect(await library.check(tenant)).toEqual([])
  }
)
