import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { TableName } from "../decision/tables.ts"
import { noon, smallLibrary, tenant } from "../testing/smallLibrary.ts"
import type { Answer, Desk } from "./desk.ts"
import { ageLosses } from "./incidents/ageLosses.ts"
import type { Library } from "./openLibrary.ts"

const hour = 3_600_000
const item = fc.constantFrom("b1", "b2")
const card = fc.constantFrom("ada", "ben")
const nth = fc.nat(3)

const doing = <const Name extends string, Fields extends Record<string, unknown>>(
  weight: number,
  name: Name,
  fields: { readonly [F in keyof Fields]: fc.Arbitrary<Fields[F]> }
) => ({ weight, arbitrary: fc.record({ do: fc.constant(name), ...fields }) as fc.Arbitrary<Act> })

interface Act {
  readonly do: string
  readonly [field: string]: unknown
}

/** What is asked for; ids that only the library knows are picked when it comes to it. */
const act = fc.oneof(
  doing(6, "checkOut", { item, card }),
  doing(4, "returnItem", { item }),
  doing(2, "claimReturned", { item }),
  doing(2, "settleClaim", { item, as: fc.constantFrom("found", "notFound", "lost") }),
  doing(5, "declareLost", { item, settledBy: fc.constantFrom("cash", "inKind") }),
  doing(2, "recall", { item }),
  doing(1, "cancelRecall", { item }),
  doing(2, "reportMissing", { item, noticedAt: fc.constantFrom("shelf", "stocktaking") }),
  doing(1, "withdrawItem", { item, reason: fc.constant("worn") }),
  doing(1, "changeItem", { item, status: fc.constantFrom("missing", "available", "inProcess") }),
  doing(2, "replaceItem", { item, as: fc.constant("sameBarcode") }),
  doing(2, "chargeIncident", { nth }),
  doing(1, "agreeReplacement", { nth, edition: fc.constant("sameEdition") }),
  doing(2, "setActualCost", { nth, amount: fc.integer({ min: 0, max: 900 }) }),
  doing(1, "markReplacementBought", { nth }),
  doing(5, "pay", { card, amount: fc.integer({ min: 1, max: 700 }), method: fc.constant("cash") }),
  doing(1, "applyCredit", { card }),
  doing(1, "writeOff", { card, reason: fc.constant("so be it") }),
  doing(1, "handOverDebt", { card, to: fc.constant("office") }),
  doing(2, "waive", { card, nth, reason: fc.constant("so be it") }),
  doing(1, "refund", { card, nth, reason: fc.constant("so be it") }),
  doing(1, "voidEntry", { card, nth, reason: fc.constant("so be it") }),
  doing(1, "payOut", { card, method: fc.constant("cash") }),
  doing(1, "mergeReaders", { card, other: card }),
  doing(1, "eraseReader", { card }),
  doing(1, "setHistoryConsent", { card, consent: fc.boolean() }),
  doing(1, "changeDueDate", { item, reason: fc.constant("asked"), hours: fc.integer({ min: -5, max: 500 }) }),
  doing(2, "night", {})
)

const plays = fc.tuple(
  fc.record({
    gives: fc.constantFrom("none", "unpaidPart", "paid"),
    lessProcessing: fc.boolean(),
    restoresOverdue: fc.boolean(),
    chargesOverdue: fc.boolean()
  }),
  fc.record({
    afterLoss: fc.constantFrom("add", "drop", "keep", { cap: "0.30" }),
    ends: fc.boolean(),
    deposit: fc.constantFrom("0.00", "1.00")
  }),
  fc.array(fc.tuple(act, fc.integer({ min: 0, max: 300 })), { minLength: 4, maxLength: 30 })
)

const giver = ({ library, desk, key }: Awaited<ReturnType<typeof smallLibrary>>) => {
  const rows = async <T extends TableName>(table: T) => (await library.scan(tenant, table, null, 1000)).rows
  return async ({ do: name, nth: picked = 0, ...fields }: Act, at: number): Promise<Answer<unknown> | null> => {
    if (name === "night") {
      await ageLosses(library, { tenant, at })
      return null
    }
    const which = picked as number
    const input: Record<string, unknown> = { ...fields, at, key: key() }
    if (["chargeIncident", "agreeReplacement", "setActualCost", "markReplacementBought"].includes(name))
      input.incident = (await rows("incident"))[which]?.incidentId ?? "none"
    if (name === "waive" || name === "refund") input.charge = (await rows("charge"))[which]?.chargeId ?? "none"
    if (name === "voidEntry") input.entry = (await rows("entry")).at(-1 - which)?.entryId ?? "none"
    if (name === "checkOut") input.override = { reason: "asked" }
    if (name === "changeDueDate") {
      input.dueAt = at + (fields.hours as number) * hour
      delete input.hours
    }
    const give = async () => (desk[name as "renewAll"] as Desk["renewAll"])(input as never)
    const answer = await give()
    if (name !== "checkOut" || answer.ok || !("refusals" in answer)) return answer
    if (answer.refusals[0]._tag !== "OverrideNotNeeded") return answer
    delete input.override
    return give()
  }
}

/** No charge gave back more than was paid of it; no loss cost more, whole and still owed or kept, than its dearest reckoning. */
const money = async (library: Library): Promise<ReadonlyArray<string>> => {
  const all = async <T extends TableName>(table: T) => (await library.scan(tenant, table, null, 10_000)).rows
  const [charges, entries, allotments] = [await all("charge"), await all("entry"), await all("allotment")]
  const kindOf = new Map(entries.map(({ entryId, kind }) => [entryId, kind]))
  const paidOf = (chargeId: string): number =>
    allotments.reduce(
      (sum, one) =>
        one.chargeId === chargeId && ["payment", "credit", "refund"].includes(kindOf.get(one.entryId) ?? "")
          ? sum + one.amount
          : sum,
      0
    )
  return charges.flatMap(({ chargeId, refunded, amount, kind }) => [
    ...(refunded > paidOf(chargeId) ? [`${kind} ${chargeId} gave back ${refunded} of ${paidOf(chargeId)}`] : []),
    ...(amount < 0 ? [`${kind} ${chargeId} is ${amount}`] : []),
    ...(kind === "loss" && amount - refunded > 1_000 ? [`a loss costs ${amount - refunded}`] : [])
  ])
}

/** Links that nothing needs: the loan is over, nothing is owed, no deposit waits, and no history is wanted. */
const needlessLinks = async (library: Library): Promise<ReadonlyArray<string>> => {
  const all = async <T extends TableName>(table: T) => (await library.scan(tenant, table, null, 10_000)).rows
  const [loans, readers, charges] = [await all("loan"), await all("reader"), await all("charge")]
  const [ofLoans, ofIncidents, incidents] = [
    await all("chargeLoan"),
    await all("chargeIncident"),
    await all("incident")
  ]
  const isOwed = (chargeId: string): boolean => charges.some((one) => one.chargeId === chargeId && one.outstanding > 0)
  const isOpen = (loanId: string): boolean => loans.some((loan) => loan.loanId === loanId && loan.closedAt === null)
  const owes = (loanId: string): boolean =>
    ofLoans.some((link) => link.loanId === loanId && isOwed(link.chargeId)) ||
    ofIncidents.some(
      (link) =>
        isOwed(link.chargeId) && incidents.some((one) => one.incidentId === link.incidentId && one.loanId === loanId)
    )
  const links = (await all("loanReader")).filter(({ loanId }) => !isOpen(loanId) && !owes(loanId))
  return [
    ...links
      .filter(({ readerId }) => readers.find((one) => one.readerId === readerId)?.historyConsentAt === null)
      .map(({ loanId }) => `reader of ${loanId}`),
    ...ofLoans
      .filter(({ loanId, chargeId, kind }) => !isOpen(loanId) && !isOwed(chargeId) && kind !== "deposit")
      .map(({ chargeId }) => `loan of ${chargeId}`)
  ]
}

describe("any sequence of losses, payments and returns", () => {
  it("is carried out or refused, never broken; no loss costs twice, none gives back more than was paid", async () => {
    const carriedOut = new Set<string>()
    await fc.assert(
      fc.asyncProperty(plays, async ([refund, { afterLoss, ends, deposit }, given]) => {
        const small = await smallLibrary()
        const { library, desk, key } = small
        await small.title("Books", ["b1", "b2"])
        for (const barcode of ["b1", "b2"])
          await desk.changeItem({ item: barcode, price: 600, at: noon - 1, key: key() })
        const { rows } = await library.scan(tenant, "document", null, 10)
        const document = JSON.parse(rows.find(({ kind }) => kind === "policy")?.content ?? "")
        document.compensations = {
          books: {
            basis: { from: [{ from: "recordedPrice" }] },
            processing: { cash: { amount: "1.00" }, inKind: { amount: "0.50" } },
            afterLoss,
            replacement: { allowed: ["sameEdition"], deadlineDays: 10, blocksMeanwhile: true },
            refund
          }
        }
        Object.assign(document.rows[0].set, {
          compensation: "books",
          debtMax: "unlimited",
          creditMax: "unlimited",
          lostAfter: { days: 10 },
          billAgedAfter: { days: 2 },
          lostPaidEnds: ends,
          deposit
        })
        await library.publishPolicy({ tenant, content: document, at: noon - 1, by: "anna" })
        const give = giver(small)
        let at = noon
        for (const [one, hours] of given) {
          at += hours * hour
          const answer = await give(one, at)
          if (answer === null || answer.ok) carriedOut.add(one.do)
          else if ("invalid" in answer) throw new Error(JSON.stringify([one, answer.invalid]))
        }
        expect(await library.check(tenant)).toEqual([])
        expect(await library.replay(tenant)).toEqual([])
        expect(await money(library)).toEqual([])
        expect(await needlessLinks(library)).toEqual([])
      }),
      { numRuns: 900 }
    )
    expect(carriedOut.size).toBeGreaterThan(20)
  }, 120_000)
})
