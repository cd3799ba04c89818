import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { TableName } from "../decision/tables.ts"
import { noon, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import type { Answer, Desk } from "./desk.ts"
import type { Library } from "./openLibrary.ts"

const hour = 3_600_000
const items = ["b1", "b2", "f1"] as const
/** The last two are nobody's to begin with. */
const cards = ["ada", "ben", "kim", "new1", "new2"] as const

const rules = {
  rentalCharge: { amount: "0.10", per: "day" },
  rentalAtRenewal: true,
  deposit: "5.00",
  overdueAtRenewal: "charged",
  onSiteSwitch: true,
  loansPerDayMax: 3,
  reshelvingHours: 2,
  guarantorDebtMax: "8.00",
  guaranteesDebtMax: "8.00",
  titleLoansMax: 2,
  renewalCountMax: 5,
  debtMax: "9.00"
}

const item = fc.constantFrom(...items)
const card = fc.constantFrom(...cards)
const yes = fc.boolean()
/** What is asked for; ids that only the library knows are picked when it comes to it. */
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("checkOut" as const),
      item,
      card,
      override: yes,
      onSite: yes,
      by: fc.option(card)
    })
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("returnItem" as const), item, bookDrop: yes, withoutCharge: yes })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("renew" as const), item, override: yes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("renewAll" as const), card }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("reserve" as const), title: fc.nat(1), card, override: yes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cancelReservation" as const), nth: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("pay" as const), card, amount: fc.integer({ min: 1, max: 900 }) })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("waive" as const), card, nth: fc.nat(3) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("giveBackDeposit" as const), card, nth: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("changeDueDate" as const), item, hours: fc.integer({ min: -5, max: 500 }) })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("changeItem" as const),
      item,
      status: fc.constantFrom("available", "missing", "restricted", "withdrawn")
    })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("recordUse" as const), item }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("linkReaders" as const),
      card,
      other: card,
      kind: fc.constantFrom("guarantor", "proxy")
    })
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("setHistoryConsent" as const), card, consent: yes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("placeBlock" as const), card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("mergeReaders" as const), card, other: card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("eraseReader" as const), card }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("reportLostCard" as const), card, replacement: fc.option(card) })
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("changeReader" as const), card, addCard: card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("registerReader" as const), card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("confirmReader" as const), card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unlinkReaders" as const), card, nth: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("addReaderNote" as const), card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("renewMembership" as const), card, override: yes }) }
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

const plays = fc.array(fc.tuple(act, fc.integer({ min: 0, max: 120 })), { minLength: 4, maxLength: 25 })

const override = { reason: "asked" }

const giver = (small: Awaited<ReturnType<typeof smallLibrary>>, titles: ReadonlyArray<string>) => {
  const { library, desk, key } = small
  const read = library.read
  const why = (wanted: boolean) => (wanted ? { override } : {})
  return async (one: Act, at: number): Promise<Answer<unknown>> => {
    const given = { at, key: key() }
    switch (one.do) {
      case "checkOut": {
        const { item, card, onSite, by } = one
        return desk.checkOut({ item, card, onSite, ...(by === null ? {} : { by }), ...why(one.override), ...given })
      }
      case "returnItem":
        return desk.returnItem({ item: one.item, bookDrop: one.bookDrop, withoutCharge: one.withoutCharge, ...given })
      case "renew":
        return desk.renew({ item: one.item, ...why(one.override), ...given })
      case "reserve":
        return desk.reserve({ title: titles[one.title] ?? "", card: one.card, ...why(one.override), ...given })
      case "cancelReservation": {
        const { rows } = await library.scan(tenant, "reservationReader", null, 10)
        return desk.cancelReservation({ reservation: rows[one.nth]?.reservationId ?? "none", ...given })
      }
      case "waive": {
        const { chargesOfReader } = await read(tenant, { chargesOfReader: { card: one.card as never } })
        const charge = chargesOfReader[one.nth]?.charge.chargeId ?? "none"
        return desk.waive({ card: one.card, charge, reason: "so be it", ...given })
      }
      case "giveBackDeposit": {
        const { depositsOfReader } = await read(tenant, { depositsOfReader: { card: one.card as never } })
        const charge = depositsOfReader[one.nth]?.charge.chargeId ?? "none"
        return desk.giveBackDeposit({ card: one.card, charge, method: "cash", ...given })
      }
      case "pay":
        return desk.pay({ card: one.card, amount: one.amount, method: "cash", ...given })
      case "changeDueDate":
        return desk.changeDueDate({ item: one.item, dueAt: at + one.hours * hour, reason: "asked", ...given })
      case "placeBlock":
        return desk.placeBlock({
          card: one.card,
          kind: "conduct",
          actions: ["borrow"],
          endsAt: at + 50 * hour,
          ...given
        })
      case "reportLostCard": {
        const replacement = one.replacement === null ? {} : { replacement: one.replacement }
        return desk.reportLostCard({ card: one.card, ...replacement, ...given })
      }
      case "registerReader":
        return desk.registerReader({ card: one.card, name: one.card, category: "adult", ...given })
      case "confirmReader": {
        const applied = await desk.applyForMembership({ name: one.card, category: "child", at, key: key() })
        const application = applied.ok ? applied.receipt.application : "none"
        return desk.confirmReader({ application, card: one.card, ...given })
      }
      case "unlinkReaders": {
        const { linksOfReader } = await read(tenant, { linksOfReader: { card: one.card as never } })
        const link = linksOfReader[one.nth]?.link.linkId ?? "none"
        return desk.unlinkReaders({ card: one.card, link, ...given })
      }
      case "addReaderNote":
        return desk.addReaderNote({ card: one.card, text: "hard of hearing", ...given })
      case "renewMembership":
        return desk.renewMembership({ card: one.card, ...why(one.override), ...given })
      default: {
        const { do: name, ...input } = one
        return (desk[name] as Desk["renewAll"])({ ...input, ...given } as never)
      }
    }
  }
}

/** Links between loans and readers that nothing needs: the loan is over, nothing is owed, and no history is wanted. */
const needlessLinks = async (library: Library): Promise<ReadonlyArray<string>> => {
  const all = async <T extends TableName>(table: T) => (await library.scan(tenant, table, null, 10_000)).rows
  const [loans, readers, charges] = [await all("loan"), await all("reader"), await all("charge")]
  const [links, ofLoans] = [await all("loanReader"), await all("chargeLoan")]
  const isOpen = (loanId: string): boolean => loans.some((loan) => loan.loanId === loanId && loan.closedAt === null)
  const isOwed = (chargeId: string): boolean => charges.some((one) => one.chargeId === chargeId && one.outstanding > 0)
  const isDeposit = (chargeId: string): boolean =>
    charges.some((one) => one.chargeId === chargeId && one.kind === "deposit")
  return [
    ...links
      .filter(({ loanId }) => !isOpen(loanId))
      .filter(({ loanId }) => !ofLoans.some((link) => link.loanId === loanId && isOwed(link.chargeId)))
      .filter(({ readerId }) => readers.find((one) => one.readerId === readerId)?.historyConsentAt === null)
      .map(({ loanId }) => `reader of ${loanId}`),
    ...ofLoans
      .filter(({ loanId, chargeId }) => !isOpen(loanId) && !isOwed(chargeId) && !isDeposit(chargeId))
      .map(({ chargeId }) => `loan of ${chargeId}`)
  ]
}

describe("any sequence of lending, money, persons and items", () => {
  it("is carried out or refused, never broken; every invariant holds and the events give the tables", async () => {
    const carriedOut = new Set<string>()
    await fc.assert(
      fc.asyncProperty(plays, async (given) => {
        const small = await smallLibrary()
        const { library } = small
        const titles = [await small.title("Books", ["b1", "b2"]), await small.title("Film", ["f1"], "film")]
        const { rows } = await library.scan(tenant, "document", null, 10)
        const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
        Object.assign(document.rows[0].set, rules)
        await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
        const give = giver(small, titles)
        let at = noon
        for (const [one, hours] of given) {
          at += hours * hour
          const answer = await give(one, at)
          if (answer.ok) carriedOut.add(one.do)
          else if ("invalid" in answer) throw new Error(JSON.stringify([one, answer.invalid]))
        }
        expect(await library.check(tenant)).toEqual([])
        expect(await library.replay(tenant)).toEqual([])
        expect(await needlessLinks(library)).toEqual([])
      }),
      { numRuns: 250 }
    )
    expect(carriedOut.size).toBeGreaterThan(14)
  }, 120_000)
})
