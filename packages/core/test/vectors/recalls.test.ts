import { Result } from "effect"
import { expect } from "vitest"
import { Instant } from "../../src/calendar/instant.ts"
import { Barcode } from "../../src/catalogue/model.ts"
import { decideRecall } from "../../src/loans/recall.ts"
import { lendingCase } from "../../src/testing/lendingCase.ts"
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

type Length = { readonly amount: number; readonly unit: string } | null | undefined
const lengthOf = (length: Length): object => (length == null ? {} : { [length.unit]: length.amount })
const named = (name: string, length: Length): object => (length == null ? {} : { [name]: lengthOf(length) })
const instant = (text: string): Instant => Instant.make(Date.parse(text))

/** What the policy of an entry sets. */
const settings = ({ minimumGuaranteed, recallReturn, ...given }: VectorEntry["given"]): Record<string, unknown> => ({
  dueTime: "sameTime",
  closedDays: "keep",
  ...named("recallMinimum", minimumGuaranteed),
  ...named("recallReturnWithin", recallReturn),
  ...(given.recallMayExtendOverdue === true ? named("recallOverdueWithin", given.recallReturnForOverdue) : {})
})

const recalled = ({ given }: VectorEntry): Instant => {
  const at = instant(given.recalledAt)
  const { facts, context } = lendingCase({ at, lentTo: "reader", set: settings(given) })
  const { item, loanOfItem: lent } = facts
  const loan = lent == null ? undefined : lent.loan
  if (item === null || lent == null || loan === undefined) throw new Error("nothing is lent")
  const dueAt = instant(given.dueAt)
  const before = given.alreadyRecalled === true ? { recalledAt: instant(given.loanedAt), dueBeforeRecall: dueAt } : {}
  const command = { item: Barcode.make("b"), at }
  const lentAt = instant(given.loanedAt)
  const decision = decideRecall(
    { item, loanOfItem: { ...lent, loan: { ...loan, lentAt, dueAt, ...before } }, chargesOfItem: [] },
    command,
    context
  )
  if (Result.isSuccess(decision)) return Instant.make(decision.success.receipt.dueAt)
  expect(decision.failure.map(({ _tag }) => _tag)).toEqual(["LoanRecalled"])
  expect(given.alreadyRecalled).toBe(true)
  return dueAt
}

describeVectors(
  ["recall-due-date"],
  {},
  (entry) => {
    const { given, expect: wanted } = entry
    if (wanted.error !== undefined) {
      // Such a length stands in no policy.
      expect(() => lendingCase({ at: 0, set: settings(given) })).toThrow()
      return
    }
    expect(recalled(entry)).toBe(instant(wanted.dueAt))
  },
  { "folio.recall-due-date.017": "reservations are not of kinds yet, so that none recalls" }
)
