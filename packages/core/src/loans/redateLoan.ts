import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type DocumentHistory, inForceAt } from "../decision/documentHistory.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { movedOr, type Stands } from "../decision/redating.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { decidedDue } from "./decidedDue.ts"
import { movedBeforeLender } from "./lenderDue.ts"
import type { LoanId } from "./model.ts"
import { redatedDue } from "./redatedDue.ts"

/** Bring the due date of an open loan in line with the days and hours that hold now. */
export const RedateLoan = Schema.Struct({ item: Barcode, at: InstantInput })
export type RedateLoan = typeof RedateLoan.Type

export interface RedateLoanReceipt {
  readonly loanId: LoanId
  readonly wasDueAt: number
  readonly dueAt: number
}

export const redateLoanLookup = ({ item }: Pick<RedateLoan, "item">) =>
  ({
    item: { barcode: item },
    loanOfItem: { barcode: item },
    historyOfLoan: { barcode: item }
  }) satisfies Lookup
export type RedateLoanFacts = Found<ReturnType<typeof redateLoanLookup>>

/** Where the due instant moves, or why it stays. */
export const redatedLoan = (
  {
    item,
    loanOfItem,
    historyOfLoan
  }: RedateLoanFacts & { readonly loanOfItem: NonNullable<RedateLoanFacts["loanOfItem"]> },
  at: number,
  history: DocumentHistory
): { readonly to: Instant } | Stands => {
  const { loan, reader } = loanOfItem
  if (loan.state !== "onLoan") return { because: "notOnLoan" }
  const decided = decidedDue(historyOfLoan)
  if (decided === null) return { because: "rulesGone" }
  const target = redatedDue(decided, loan, reader.expiresAt, at, history)
  if ("because" in target) return target
  const inTime = movedBeforeLender(target, loan.dueAt, item?.item.lenderDueAt ?? null)
  return movedOr(inTime, { date: loan.dueAt, redatedAt: decided.redatedAt }, at)
}

/** Refuses with `NothingToRedate` where the due date stays. */
export const decideRedateLoan = (
  { loanOfItem, ...facts }: RedateLoanFacts,
  { at }: RedateLoan,
  { place, history }: DecisionContext
): Result.Result<Decision<RedateLoanReceipt>, Refusals> => {
  if (loanOfItem === null) return refused([{ _tag: "ItemNotOnLoan" }])
  const calendar = history && inForceAt(history.calendars, at)
  if (calendar === undefined) return refused([{ _tag: "CalendarNotInForce" }])
  const moved = redatedLoan({ loanOfItem, ...facts }, at, history as DocumentHistory)
  if ("because" in moved) return refused([{ _tag: "NothingToRedate", ...moved }])
  const { loan } = loanOfItem
  const work = draft(place)
  work.restOn("loan", loan)
  work.emit({ _tag: "LoanRedated", loanId: loan.loanId, at, dueAt: moved.to, calendarVersion: calendar.version })
  return Result.succeed(work.decide({ loanId: loan.loanId, wasDueAt: loan.dueAt, dueAt: moved.to }))
}
