import { expect } from "vitest"
import { accountRules } from "../../src/accounts/accountRules.ts"
import type { EntryId } from "../../src/accounts/model.ts"
import { settlementForgone } from "../../src/accounts/settlementForgone.ts"
import type { ChargeFacts } from "../../src/decision/facts.ts"
import { nightlyAccrual } from "../../src/library/nightlyAccrual.ts"
import { Minor } from "../../src/money/minor.ts"
import { moneyText } from "../../src/money/moneyText.ts"
import { compilePolicy } from "../../src/policy/index.ts"
import { chargeRow, readerRow } from "../../src/testing/rows.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../../src/testing/smallLibrary.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

const minor = (text: string): number => Math.round(Number(text) * 100)
const text = (amount: number): string => moneyText(amount, "EUR")

interface Fine {
  readonly loan: string
  readonly amount: string
  readonly outstanding: string
  readonly accruing?: boolean
}

/**
 * Their maximum stops the charges of a reader from growing; here they grow, and what is above it is forgone when they are
 * settled. So what a reader pays who settles everything is the same.
 */
const settled = (entry: VectorEntry): ReadonlyArray<object> => {
  const { fines, set, maxOutstandingFines } = entry.given as {
    readonly fines: ReadonlyArray<Fine>
    readonly set: { readonly loan: string; readonly amount: string }
    readonly maxOutstandingFines: string
  }
  const grown = fines.map((fine) => {
    if (fine.loan !== set.loan || fine.accruing !== true) return fine
    const paid = minor(fine.amount) - minor(fine.outstanding)
    return { ...fine, amount: set.amount, outstanding: text(minor(set.amount) - paid) }
  })
  if (!fines.some(({ loan, accruing }) => loan === set.loan && accruing === true))
    grown.push({ ...set, outstanding: set.amount })
  const charges = grown.map((fine, nth): ChargeFacts => {
    const [amount, outstanding] = [Minor.make(minor(fine.amount)), Minor.make(minor(fine.outstanding))]
    const charge = chargeRow(`c${nth}`, "ada", { amount, outstanding })
    return { charge, loanId: null, loanClosed: false }
  })
  const policy = compilePolicy(
    {
      currency: "EUR",
      rounding: "halfUp",
      precedence: { by: "firstRow" },
      readerCategories: { adult: {} },
      itemTypes: { book: {} },
      rows: [{ id: "base", when: {}, set: { overdueCapPerReader: maxOutstandingFines } }]
    } as never,
    { version: 1 }
  )
  const forgone = settlementForgone(charges, charges, 1_000_000, accountRules(policy, readerRow("ada")))
  return grown.flatMap(({ loan, amount, outstanding }, nth) => {
    const less = forgone.get(`c${nth}` as EntryId) ?? 0
    const left = minor(amount) - less
    return left === 0 ? [] : [{ loan, amount: text(left), outstanding: text(minor(outstanding) - less) }]
  })
}

describeVectors(["fine_accrual"], {}, (entry) => {
  expect(settled(entry)).toEqual(entry.expect.fines)
})

/** A book at a reader whose charge for being late runs night by night, at so much a day; and so many nights late. */
const late = async (rate: string, nights: number) => {
  const small = await smallLibrary({
    debtMax: "unlimited",
    creditMax: "unlimited",
    overdueCap: "unlimited",
    overdueAccrues: true,
    overdueRate: { amount: rate, per: "day" },
    overdueAtRenewal: "charged"
  })
  const { library, desk, key } = small
  await small.title("Emma", ["e1"])
  const { dueAt } = receiptOf(await desk.checkOut({ item: "e1", card: "ada", at: noon, key: key() }))
  const night = (count: number) => nightlyAccrual(library, { tenant, at: dueAt + count * day })
  await night(nights)
  const charges = async () => (await library.scan(tenant, "charge", null, 100)).rows
  return {
    ...small,
    dueAt,
    night,
    charges,
    state: async () => {
      const { reader, creditsOfReader } = await library.read(tenant, {
        reader: { card: "ada" as never },
        creditsOfReader: { card: "ada" as never }
      })
      const [charge] = await charges()
      const came = charge === undefined ? 0 : charge.amount - charge.refunded
      return {
        balance: text(reader?.account.balance ?? 0),
        fine: { amount: text(came), outstanding: text(charge?.outstanding ?? 0) },
        credit: text(-creditsOfReader.reduce((sum, { remaining }) => sum + remaining, 0)),
        closed: (await library.scan(tenant, "loan", null, 10)).rows[0]?.closedAt !== null
      }
    }
  }
}

describeVectors(["fine_on_return"], {}, async ({ given, expect: wanted }) => {
  const { desk, key, dueAt, charges, night, state } =
    given.due === "2024-03-09" ? await late(given.fineRatePerDay, 2) : await late(given.accruedFine ?? "1.00", 1)
  if (given.accruedFine !== null) expect((await state()).balance).toBe(given.accruedFine)
  for (const payment of given.payments)
    receiptOf(await desk.pay({ card: "ada", amount: minor(payment), method: "cash", at: dueAt + 2 * day, key: key() }))
  if (given.event === "renewal") {
    receiptOf(await desk.renew({ item: "e1", at: dueAt + day, key: key() }))
    const before = await charges()
    expect(before).toHaveLength(wanted.fineLines)
    // What runs from now on is another charge.
    await night(30)
    expect((await charges()).find(({ chargeId }) => chargeId === before[0]?.chargeId)).toEqual(before[0])
    return
  }
  const isBackdated = given.returnedAsOf !== undefined
  const daysLate = isBackdated ? Math.round((Date.parse(given.returnedAsOf) - Date.parse(given.due)) / day) : 1
  receiptOf(await desk.returnItem({ item: "e1", at: dueAt + daysLate * day, key: key() }))
  const { balance, fine, credit, closed } = await state()
  if (wanted.balance !== undefined) expect(balance).toBe(wanted.balance)
  expect(fine.outstanding).toBe(wanted.fine.outstanding)
  if (wanted.fine.amount !== undefined) expect(fine.amount).toBe(wanted.fine.amount)
  if (wanted.refund !== undefined) expect(credit).toBe(wanted.refund.outstanding)
  expect(closed).toBe(true)
})
