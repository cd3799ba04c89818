import { Result, Schema } from "effect"
import { notLateAnyMore } from "../accounts/notLateAnyMore.ts"
import { bookedFor, cancelRunInto, itemBooked, runInto } from "../bookings/againstLoan.ts"
import { bookingsLookup } from "../bookings/bookingsLookup.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { FactSlots, Found } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { laterThanLender } from "./lenderDue.ts"
import type { LoanId } from "./model.ts"

/** Give an open loan another due date by hand: earlier or later, whatever the rules say. No renewal is counted. */
export const ChangeDueDate = Schema.Struct({
  item: Barcode,
  dueAt: InstantInput,
  /** Why; it goes into the loan's history. */
  reason: trimmedText(1, 500),
  at: InstantInput,
  /** Where somebody else booked the item for days before that, or another system wants it back before. */
  override: Schema.optionalKey(OverrideRequest)
})
export type ChangeDueDate = typeof ChangeDueDate.Type

export interface ChangeDueReceipt {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly wasDueAt: number
}

type AlwaysAsked = "item" | "loanOfItem" | "chargesOfItem"
type ChangeDueLookup = { readonly [S in AlwaysAsked]: FactSlots[S]["by"] } & {
  readonly bookingsOfItem?: FactSlots["bookingsOfItem"]["by"]
}

export const changeDueLookup = (
  { item }: Pick<ChangeDueDate, "item">,
  policy: CompiledPolicy | null
): ChangeDueLookup => ({
  item: { barcode: item },
  loanOfItem: { barcode: item },
  chargesOfItem: { barcode: item },
  ...bookingsLookup(policy, "bookingsOfItem", { barcode: item })
})
export type ChangeDueFacts = Found<Pick<ChangeDueLookup, AlwaysAsked>> & Partial<Found<ChangeDueLookup>>

/**
 * Refuses an item that is not on loan, an instant at or before that of the change (nothing is made overdue by hand), and a
 * later one that runs into somebody else's booking (who goes past that cancels it) or passes the day by which the system that the
 * copy belongs to wants it back.
 */
export const decideChangeDue = (
  { item, loanOfItem, chargesOfItem: charges, bookingsOfItem }: ChangeDueFacts,
  { item: barcode, dueAt, reason, at, override }: ChangeDueDate,
  { place, ids }: DecisionContext
): Result.Result<Decision<ChangeDueReceipt>, Refusals> => {
  if (item === null) return refused([{ _tag: "ItemUnknown", item: barcode }])
  if (loanOfItem === null) return refused([{ _tag: "ItemNotOnLoan" }])
  if (dueAt <= at) return refused([{ _tag: "DueDatePassed", dueAt }])
  const { loan, reader } = loanOfItem
  const { status } = item.item
  if (!statusActions[status].renew) return refused([{ _tag: "ItemStatusForbids", status, action: "changeDueDate" }])
  const booked = bookedFor(dueAt > loan.dueAt ? (bookingsOfItem ?? []) : [], reader.readerId, at)
  const inTheWay = runInto(booked, dueAt)
  const refusals = inTheWay === null ? [] : [itemBooked(inTheWay)]
  const tooLate = dueAt > loan.dueAt ? laterThanLender(item.item, dueAt) : null
  if (tooLate !== null) refusals.push(tooLate)
  const { left, overrides } = lift(refusals, override, place)
  if (left.length > 0) return refused(left)
  const work = draft(place)
  work.restOn("loan", loan)
  if (bookingsOfItem !== undefined) work.restOn("item", item.item)
  if (charges.length > 0) work.restOn("reader", reader)
  work.emit({ _tag: "DueDateChanged", loanId: loan.loanId, at, dueAt, reason }, overrides)
  cancelRunInto(work, booked, { at, dueAt, reason })
  notLateAnyMore(work, { ...loanOfItem, charges }, { dueAt, at, branch: place.branch, ids })
  return Result.succeed(work.decide({ loanId: loan.loanId, dueAt, wasDueAt: loan.dueAt }))
}
