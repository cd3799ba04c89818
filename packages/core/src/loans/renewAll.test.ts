import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Instant } from "../calendar/instant.ts"
import { contextOfCase } from "../testing/renewalCase.ts"
import { accountRow, cardOf, itemRow, loanRow, queueRow, readerRow } from "../testing/rows.ts"
import { day, noon, receiptOf, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import { decideRenewAll } from "./renewAll.ts"

describe("renewing all loans of a reader", () => {
  it("renews what it can, and says of each other loan why not", async () => {
    const { desk, library, title, key } = await smallLibrary()
    const wanted = await title("Wanted", ["w"])
    await title("Free", ["f"])
    await title("Again", ["a"])
    for (const item of ["w", "f", "a"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
    receiptOf(await desk.reserve({ title: wanted, card: "ben", at: noon, key: key() }))
    receiptOf(await desk.renew({ item: "a", at: noon, key: key() }))
    const { loans, summary } = receiptOf(await desk.renewAll({ card: "ada", at: noon + day, key: key() }))
    expect(summary).toEqual({ renewed: 1, refused: 2, reasons: { OthersWaiting: 1, RenewalLimitReached: 1 } })
    const said = loans.map((loan) => ("renewed" in loan ? "renewed" : loan.refusals.map(({ _tag }) => _tag).join()))
    expect(said.sort()).toEqual(["OthersWaiting", "RenewalLimitReached", "renewed"])
    expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
  })

  it("does nothing, and is no fault, for a reader without loans", async () => {
    const { desk, key } = await smallLibrary()
    expect(receiptOf(await desk.renewAll({ card: "ben", at: noon, key: key() }))).toEqual({
      loans: [],
      summary: { renewed: 0, refused: 0, reasons: {} }
    })
  })
})

describe("whatever is renewed, and however often it is asked", () => {
  const acts = fc.array(
    fc.record({
      renew: fc.constantFrom("a", "b", "all"),
      hours: fc.nat(24 * 12),
      key: fc.constantFrom("k1", "k2", "k3", "k4", "k5", "k6")
    }),
    { maxLength: 8 }
  )
  it("counts the renewals that happened, carries a key out once, and never moves a due date back", async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (given) => {
        const { desk, library, title, key } = await smallLibrary()
        await title("One", ["a"])
        await title("Other", ["b"])
        for (const item of ["a", "b"]) receiptOf(await desk.checkOut({ item, card: "ada", at: noon, key: key() }))
        const loans = async () => (await library.scan(tenant, "loan", null, 10)).rows
        const receipts = new Map<string, string>()
        for (const act of given) {
          const before = await loans()
          const keyed = { at: noon + act.hours * 3_600_000, key: `${act.renew} ${act.key}` }
          const answer =
            act.renew === "all"
              ? await desk.renewAll({ card: "ada", ...keyed })
              : await desk.renew({ item: act.renew, ...keyed })
          const after = await loans()
          for (const [index, loan] of after.entries())
            expect(loan.dueAt).toBeGreaterThanOrEqual(before[index]?.dueAt ?? 0)
          if (!answer.ok) continue
          const receipt = JSON.stringify(answer.receipt)
          if (answer.repeated) expect(after).toEqual(before)
          expect(receipts.get(keyed.key) ?? receipt).toBe(receipt)
          receipts.set(keyed.key, receipt)
        }
        const { rows } = await library.scan(tenant, "event", null, 1000)
        const counted = (await loans()).reduce((sum, { renewalCount }) => sum + renewalCount, 0)
        expect(rows.filter(({ tag }) => tag === "LoanRenewed")).toHaveLength(counted)
        expect([await library.check(tenant), await library.replay(tenant)]).toEqual([[], []])
      }),
      { numRuns: 25 }
    )
  }, 60_000)

  it("does the same to each loan, whatever their order", () => {
    const loan = fc.record({ renewalCount: fc.nat(3), waiting: fc.nat(1), dueIn: fc.integer({ min: -5, max: 20 }) })
    fc.assert(
      fc.property(fc.array(loan, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.nat()), (given, shuffle) => {
        const open = given.map(({ renewalCount, waiting, dueIn }, index) => ({
          loan: loanRow(`l${index}`, `i${index}`, { renewalCount, dueAt: Instant.make(noon + dueIn * day) }),
          item: itemRow(`i${index}`, `t${index}`, { status: "onLoan" }),
          queue: queueRow(`t${index}`, { waitingCount: waiting }),
          title: { titleId: `t${index}` as never, title: "", responsibility: "", format: "", language: "" }
        }))
        const queues = open.map(({ queue: { titleId, waitingCount } }) => ({
          titleId,
          itemId: null,
          volume: "",
          itemType: "",
          pickupBranch: "main",
          count: waitingCount
        }))
        const outcome = (loans: typeof open) => {
          const decided = decideRenewAll(
            {
              reader: { reader: readerRow("ada"), account: accountRow("ada") },
              loansOfReader: loans,
              copiesOfLoans: [],
              queuesOfLoans: queues,
              unseenOfLoans: [],
              blocksOfReader: []
            },
            { card: cardOf("ada"), at: Instant.make(noon) },
            contextOfCase({
              at: noon,
              set: { loanPeriod: { days: 7 }, renewalCountMax: 2, renewNotAfterOverdue: { days: 2 } }
            })
          )
          const { loans: told, summary } = Result.getOrThrow(decided).receipt
          return { summary, told: [...told].sort((a, b) => (a.loanId < b.loanId ? -1 : 1)) }
        }
        const shuffled = open
          .map((one) => ({ one, place: shuffle.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ one }) => one)
        const [first, second] = [outcome(open), outcome(shuffled)]
        expect(second.told).toEqual(first.told)
        expect(second.summary).toEqual(first.summary)
        expect(first.summary.renewed + first.summary.refused).toBe(open.length)
      })
    )
  })
})
