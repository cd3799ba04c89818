import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Instant } from "../calendar/instant.ts"
import { decideCheckOut } from "../loans/checkOut.ts"
import { lendingCase } from "../testing/lendingCase.ts"
import { codesOf, day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"

/** A small library whose base row sets something more. */
const librarySetting = async (set: object) => {
  const small = await smallLibrary()
  const { rows } = await small.library.scan(tenant, "document", null, 10)
  const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
  for (const row of document.rows) if (row.id === "base") Object.assign(row.set, set)
  const published = await small.library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
  if (!published.ok) throw new Error(JSON.stringify(published.invalid))
  await small.title("Book", ["b1", "b2"])
  return small
}

describe("what a renewal costs", () => {
  it("is what returning it would have cost, where the policy charges lateness then, and once a stretch", async () => {
    const { desk, library, key } = await librarySetting({
      overdueAtRenewal: "charged",
      renewalCountMax: 3,
      debtMax: "99.00"
    })
    const due = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() })).dueAt
    const late = receiptOf(await desk.renew({ item: "b1", at: due + 2 * day, key: key() }))
    expect(late.charges.map(({ kind, amount }) => [kind, amount])).toEqual([["overdue", 20]])
    const again = receiptOf(await desk.renew({ item: "b1", at: late.dueAt + 3 * day, key: key() }))
    expect(again.charges.map(({ amount }) => amount)).toEqual([30])
    const back = receiptOf(await desk.returnItem({ item: "b1", at: again.dueAt + day, key: key() }))
    expect(back.charge?.amount).toBe(10)
    receiptOf(await desk.pay({ card: "ada", amount: 60, method: "cash", at: again.dueAt + day, key: key() }))
    expect((await library.scan(tenant, "loanReader", null, 10)).rows).toEqual([])
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  it("is nothing where lateness is forgiven, and what borrowing costs where the policy says so", async () => {
    const rented = { rentalCharge: { amount: "0.10", per: "day" }, rentalAtRenewal: true, debtMax: "99.00" }
    const { desk, library, key } = await librarySetting(rented)
    for (const item of ["b1", "b2"]) {
      const lent = receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
      expect(lent.charges.map(({ kind, amount }) => [kind, amount])).toEqual([["rental", 140]])
    }
    const renewed = receiptOf(await desk.renewAll({ card: "ada", at: noon + day, key: key() }))
    expect(renewed.loans.map((loan) => "renewed" in loan && loan.renewed.charges.map(({ amount }) => amount))).toEqual([
      [140],
      [140]
    ])
    expect((await library.scan(tenant, "chargeLoan", null, 10)).rows).toHaveLength(4)
    expect(await library.check(tenant)).toEqual([])
  })
})

describe("what a loan costs", () => {
  it("is to be agreed to first where the policy asks for it, to the amount", async () => {
    const { desk, key } = await librarySetting({ deposit: "5.00", costConsent: true })
    const given = { item: "b1", card: "ada", at: noon }
    expect(await desk.dryRun.checkOut(given)).toEqual({
      ok: false,
      refusals: [{ _tag: "CostNotAccepted", amount: 500 }]
    })
    expect(codesOf(await desk.dryRun.checkOut({ ...given, acceptedCost: 400 }))).toEqual(["CostNotAccepted"])
    receiptOf(await desk.checkOut({ ...given, acceptedCost: 500, key: key() }))
  })

  it("leaves no charge of nothing", async () => {
    const { desk, key } = await librarySetting({ deposit: "0.00", rentalCharge: { amount: "0.00", per: "loan" } })
    expect(receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() })).charges).toEqual([])
  })
})

describe("lending in other ways", () => {
  it("takes home what the reader used in the building, without counting it twice", async () => {
    const set = { onSiteSwitch: true, "loanCountMax.all": 1, titleLoansMax: 1, loansOutMax: 1, loansPerDayMax: 1 }
    const { desk, library, key } = await librarySetting(set)
    const used = receiptOf(await desk.checkOut({ item: "b1", card: "ada", onSite: true, at: noon, key: key() }))
    const home = receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon + 1, key: key() }))
    expect(home.ended?.loanId).toBe(used.loanId)
    expect(codesOf(await desk.checkOut({ item: "b1", card: "ada", onSite: true, at: noon + 2, key: key() }))).toEqual([
      "LentToReader"
    ])
    expect(await library.check(tenant)).toEqual([])
    expect(await library.replay(tenant)).toEqual([])
  })

  it("lends for use in the building alone what is too precious to leave it", async () => {
    const { desk, key } = await librarySetting({ onSiteOnly: true })
    expect(codesOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))).toEqual(["OnSiteOnly"])
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", onSite: true, at: noon, key: key() }))
  })

  it("expects a returned copy on its shelf after the reshelving delay, and nothing once it is lent again", async () => {
    const { desk, library, key } = await librarySetting({ reshelvingHours: 4 })
    const shelf = async () => (await library.read(tenant, { item: { barcode: "b1" as never } })).item?.item.onShelfFrom
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon, key: key() }))
    receiptOf(await desk.returnItem({ item: "b1", at: noon + day, key: key() }))
    expect(await shelf()).toBe(noon + day + 4 * 3_600_000)
    receiptOf(await desk.checkOut({ item: "b1", card: "ada", at: noon + day, key: key() }))
    expect(await shelf()).toBeNull()
  })

  it("is due when staff with the permission say, and refuses a date that has passed", () => {
    const at = noon
    const { facts, command, context } = lendingCase({ at })
    const given = (dueAt: number, permissions: ReadonlyArray<string>) => {
      const actor = { kind: "staff", id: "ann", permissions: new Set(permissions) } as const
      return decideCheckOut(
        facts,
        { ...command, dueAt: Instant.make(dueAt) },
        { ...context, place: { ...context.place, actor } }
      )
    }
    const lent = given(at + day, ["loans.changeDueDate"])
    expect(Result.isSuccess(lent) && lent.success.receipt.dueAt).toBe(at + day)
    for (const [decided, code] of [
      [given(at, ["loans.changeDueDate"]), "DueDatePassed"],
      [given(at + day, []), "NotPermitted"]
    ] as const)
      expect(Result.isFailure(decided) && decided.failure.map(({ _tag }) => _tag)).toEqual([code])
  })
})
