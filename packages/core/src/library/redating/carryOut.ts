import type { Answer, Desk } from "../desk.ts"
import { faultName } from "../faultName.ts"
import type { Receipts } from "../receipts.ts"
import type { Outcome } from "./report.ts"
import type { Subject } from "./subject.ts"

const names = { loan: "redateLoan", reservation: "redateReservation", charge: "redateCharge" } as const
type Name = (typeof names)[Subject["kind"]]

/**
 * Gives the command for each of a page, all of one kind, as one batch; where the batch fails, each alone, so that a broken
 * one holds up no other. The key names the calendar and the date it moves from: twice at once moves once.
 */
export const carryOut = async (
  desk: Desk,
  subjects: ReadonlyArray<Subject>,
  { at, calendarVersion }: { readonly at: number; readonly calendarVersion: number }
): Promise<ReadonlyArray<Outcome>> => {
  const [first] = subjects
  if (first === undefined) return []
  const name: Name = names[first.kind]
  const inputs = subjects.map((subject) => ({ ...inputOf(subject, calendarVersion), at }))
  const outcome = (answer: Answer<unknown>, place: number): Outcome => outcomeOf(subjects[place] as Subject, answer)
  try {
    return (await desk.many(name, inputs as never)).map(outcome)
  } catch {
    const outcomes: Array<Outcome> = []
    for (const [place, input] of inputs.entries())
      outcomes.push(await desk[name](input as never).then((answer: Answer<unknown>) => outcome(answer, place), faultOf))
    return outcomes
  }
}

const inputOf = (subject: Subject, calendarVersion: number): object => {
  const key = (from: number): string => `redate ${calendarVersion} ${subject.id} ${from}`
  switch (subject.kind) {
    case "loan":
      return { item: subject.of.barcode, key: key(subject.of.loan.dueAt) }
    case "reservation":
      return { reservation: subject.id, key: key(subject.of.shelfUntil ?? 0) }
    case "charge":
      return { charge: subject.id, key: key(subject.of.charge.outstanding) }
  }
}

/** It ended, or another run was quicker. */
const overtaken: ReadonlySet<string> = new Set([
  "ItemNotOnLoan",
  "ReservationEnded",
  "ReservationUnknown",
  "ChargeUnknown",
  "KeyUsedForOther"
])

const outcomeOf = ({ kind, id, branch }: Subject, answer: Answer<unknown>): Outcome => {
  if (answer.ok) {
    if (answer.repeated) return null
    if (kind === "charge") {
      const { waived, toRefund } = answer.receipt as Receipts["redateCharge"]
      return { kind, id, branch, waived, toRefund }
    }
    const { fromAt, toAt } = datesOf(answer.receipt as Receipts["redateLoan" | "redateReservation"])
    return { kind, id, branch, fromAt, toAt }
  }
  if ("invalid" in answer) return { failed: JSON.stringify(answer.invalid) }
  const [refusal] = answer.refusals
  if (refusal._tag === "NothingToRedate")
    return refusal.because === "redatedNow" ? null : { because: refusal.because as never }
  return overtaken.has(refusal._tag) ? null : { failed: JSON.stringify(answer.refusals) }
}

const datesOf = (
  receipt: Receipts["redateLoan" | "redateReservation"]
): { readonly fromAt: number; readonly toAt: number } =>
  "loanId" in receipt
    ? { fromAt: receipt.wasDueAt, toAt: receipt.dueAt }
    : { fromAt: receipt.wasShelfUntil, toAt: receipt.shelfUntil }

const faultOf = (fault: unknown): Outcome => ({
  failed: faultName(fault)
})
