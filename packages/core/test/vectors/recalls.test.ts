import { Result } from "effect"
import { expect } from "vitest"
import { Instant } from "../../src/calendar/instant.ts"
import { Barcode } from "../../src/catalogue/model.ts"
import { decideCheckOut } from "../../src/loans/checkOut.ts"
import { decideRecall } from "../../src/loans/recallCommand.ts"
import { lendingCase } from "../../src/testing/lendingCase.ts"
import { queueRow, readerRow, reservationRow, titleRow } from "../../src/testing/rows.ts"
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

/** A copy is lent while others wait for it, one of them with a recall. */
const lentWhileRecalled = ({ given }: VectorEntry): number => {
  const at = instant(given.loanedAt)
  const set = { ...settings(given), loanPeriod: lengthOf(given.period) }
  const { facts, command, context } = lendingCase({ at, set, waiting: given.queue.length })
  const queue: ReadonlyArray<{ readonly position: number; readonly kind: string; readonly byBorrower?: boolean }> =
    given.queue
  const reservationsOfReader = queue
    .filter(({ byBorrower }) => byBorrower === true)
    .map(({ position }) => ({
      reservation: reservationRow(`r${position}`, "t1", position),
      title: titleRow("t1"),
      queue: queueRow("t1"),
      ahead: position - 1,
      readerId: readerRow("ada").readerId
    }))
  const { titleId, itemId, volume, itemType, pickupBranch } = reservationRow("r", "t1", 1)
  const count = queue.filter(({ kind }) => kind === "recall").length
  const recallsOfItem = [{ titleId, itemId, volume, itemType, pickupBranch, count }]
  const lent = decideCheckOut({ ...facts, reservationsOfReader, recallsOfItem }, command, context)
  return Result.getOrThrow(lent).receipt.dueAt
}

describeVectors(["recall-due-date"], {}, (entry) => {
  const { given, expect: wanted } = entry
  if (wanted.error !== undefined) {
    // Such a length stands in no policy.
    expect(() => lendingCase({ at: 0, set: settings(given) })).toThrow()
    return
  }
  const dueAt = given.event === "checkout-with-recall-waiting" ? lentWhileRecalled(entry) : recalled(entry)
  expect(dueAt).toBe(instant(wanted.dueAt))
})
