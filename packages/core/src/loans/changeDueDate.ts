import { Result, Schema } from "effect"
import { notLateAnyMore } from "../accounts/notLateAnyMore.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { LoanId } from "./model.ts"

/** Give an open loan another due date by hand: earlier or later, whatever the rules say. No renewal is counted. */
export const ChangeDueDate = Schema.Struct({
  item: Barcode,
  dueAt: InstantInput,
  /** Why; it goes into the loan's history. */
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type ChangeDueDate = typeof ChangeDueDate.Type

export interface ChangeDueReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly wasDueAt: number
}

export const changeDueLookup = ({ item }: Pick<ChangeDueDate, "item">) =>
  ({ item: { barcode: item }, loanOfItem: { barcode: item }, chargesOfItem: { barcode: item } }) satisfies Lookup
export type ChangeDueFacts = Found<ReturnType<typeof changeDueLookup>>

/** Refuses an item that is not on loan, and an instant at or before that of the change: nothing is made overdue by hand. */
export const decideChangeDue = (
  { item, loanOfItem, chargesOfItem: charges }: ChangeDueFacts,
  { item: barcode, dueAt, reason, at }: ChangeDueDate,
  { place, ids }: DecisionContext
): Result.Result<Decision<ChangeDueReceipt>, Refusals> => {
  if (item === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (loanOfItem === null) return refused([{ _tag: "ItemNotOnLoan" }])
  if (dueAt <= at) return refused([{ _tag: "DueDatePassed", dueAt }])
  const { loan, reader } = loanOfItem
  const { status } = item.item
  if (!statusActions[status].renew) return refused([{ _tag: "ItemStatusForbids", status, action: "changeDueDate" }])
  const work = draft(place)
  work.restOn("loan", loan)
  if (charges.length > 0) work.restOn("reader", reader)
  work.emit({ _tag: "DueDateChanged", loanId: loan.loanId, at, dueAt, reason })
  notLateAnyMore(work, { ...loanOfItem, charges }, { dueAt, at, branch: place.branch, ids })
  return Result.succeed(work.decide({ loanId: loan.loanId, dueAt, wasDueAt: loan.dueAt }))
}
