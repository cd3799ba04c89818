import { describe, expect, it } from "vitest"
import { nightlyAccrual } from "../library/nightlyAccrual.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A library that is closed on Friday and Saturday, 6 and 7 March, with a book on loan from Monday the 2nd. */
const closedTwoDays = async (set: object) => {
  const small = await smallLibrary({ debtMax: "unlimited", loanPeriod: { days: 8 }, ...set })
  const { library, desk, key, title } = small
  const { rows } = await library.scan(tenant, "document", null, 10)
  const calendar = JSON.parse(rows.find(({ kind }) => kind === "calendar")?.content ?? "")
  calendar.branches.main.exceptions = [{ from: "2026-03-06", to: "2026-03-07", closed: true }]
  expect((await library.publishCalendar({ tenant, content: calendar, at: noon - 1, by: "anna" })).ok).toBe(true)
  await title("Book", ["b1"])
  const loan = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
  return { ...small, loan }
}

describe("closed days", () => {
  it.each([
    [undefined, 8],
    [true, 8],
    [false, 6]
  ])("in the price of borrowing, as `rentalOnClosedDays` is %s: %i days at 0.10", async (rentalOnClosedDays, days) => {
    const more = rentalOnClosedDays === undefined ? {} : { rentalOnClosedDays }
    const { loan } = await closedTwoDays({ rentalCharge: { amount: "0.10", per: "day" }, ...more })
    expect(loan.charges.map(({ kind, amount }) => [kind, amount])).toEqual([["rental", days * 10]])
  })

  it.each([
    [undefined, 4],
    [true, 4],
    [false, 6]
  ])("on the way to a reminder, as `reminderOnClosedDays` is %s: it comes after %i days", async (counted, days) => {
    const more = counted === undefined ? {} : { reminderOnClosedDays: counted }
    const reminders = [{ daysAfterDue: 4 }]
    const { library, loan } = await closedTwoDays({ loanPeriod: { days: 2 }, reminders, ...more })
    const reminded: Array<number> = []
    for (let late = 1; late <= 8; late++) {
      const night = await nightlyAccrual(library, { tenant, at: loan.dueAt + late * day })
      if (night.reminded > 0) reminded.push(late)
    }
    expect(reminded).toEqual([days])
  })
})
