import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { chargeOverdue, lacking } from "./chargeOverdue.ts"
import { latenessRules, type OverdueAmount, overdueSoFar } from "./overdueFor.ts"
import { newReminders, remindLoan } from "./remindLoan.ts"

/** The most loans that one command looks at. */
const accrualLimitMax = 200

/**
 * Bring what being late leads to up to date for a page of overdue loans, those due first first: what it costs where that
 * runs up, and reminders. A night's work is many of these; each is one decision.
 */
export const AccrueOverdue = Schema.Struct({
  /** Where the page before ended; `null`: the first. */
  after: Schema.NullOr(Schema.String.check(Schema.isMaxLength(200))),
  limit: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: accrualLimitMax })),
  at: InstantInput
})
export type AccrueOverdue = typeof AccrueOverdue.Type

export interface AccrualReceipt {
  /** Overdue loans that were looked at. */
  readonly looked: number
  /** Of which something is charged for the first time, or more or less than before. */
  readonly changed: number
  /** Reminders that were recorded. */
  readonly reminded: number
  /** What is charged more, in sum; below zero: less. */
  readonly amount: number
  /** Loans that could not be reckoned, with the codes of what stood in the way: they stay as they were. */
  readonly failed: ReadonlyArray<{ readonly loanId: string; readonly because: ReadonlyArray<string> }>
  /** For the page that follows; `null`: there is none. */
  readonly next: string | null
}

export const accrueOverdueLookup = ({ after, limit, at }: AccrueOverdue) =>
  ({ overdueLoans: { before: at, after, limit } }) satisfies Lookup
export type AccrueOverdueFacts = Found<ReturnType<typeof accrueOverdueLookup>>

/** Two for what being late costs, two for reminders. */
const idsEach = 4
export const accrueOverdueIds = ({ limit }: AccrueOverdue): number => idsEach * limit

/**
 * The same amount as a return at this instant would be charged, where the policy says that it accrues. A second run for
 * the same instant changes nothing. One loan that cannot be reckoned holds up no other.
 */
export const decideAccrueOverdue = (
  { overdueLoans }: AccrueOverdueFacts,
  { at }: AccrueOverdue,
  { place, policy, calendar, ids }: DecisionContext
): Result.Result<Decision<AccrualReceipt>, Refusals> => {
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  if (calendar === null) return refused([{ _tag: "CalendarNotInForce" }])
  const work = draft(place)
  const failed: Array<AccrualReceipt["failed"][number]> = []
  let changed = 0
  let reminded = 0
  let amount = 0
  for (const [nth, lent] of overdueLoans.rows.entries()) {
    const { loan, reader, account, known } = lent
    // What a lost item's lateness costs is for the bill of the loss to say.
    if (loan.state === "lost") continue
    const rules = latenessRules(lent, at, policy, calendar)
    const due = Result.flatMap(rules, (found) => overdueSoFar(lent, at, policy, found))
    if (Result.isFailure(rules) || Result.isFailure(due)) {
      const against = Result.isFailure(due) ? due.failure : []
      failed.push({ loanId: loan.loanId, because: against.map(({ _tag }) => _tag) })
      continue
    }
    const own = ids.slice(idsEach * nth, idsEach * (nth + 1))
    const reminders = loan.state === "onLoan" ? newReminders(lent, at, policy, rules.success) : []
    const more = due.success === "notYet" ? 0 : lacking(known, due.success)
    if (more === 0 && reminders.length === 0) continue
    work.restOn("reader", reader)
    changed++
    if (more !== 0) {
      const charged = { loan, account, known, at, branch: loan.branch, ids: own }
      chargeOverdue(work, due.success as OverdueAmount | null, charged)
      amount += more
    }
    if (reminders.length > 0) {
      const { rows: policyRows } = rules.success.asked
      const by = { at, policyVersion: policy.version, policyRows, ids: own.slice(2) }
      amount += remindLoan(work, lent, reminders, by)
      reminded += reminders.length
    }
  }
  const { rows, next } = overdueLoans
  return Result.succeed(work.decide({ looked: rows.length, changed, reminded, amount, failed, next }))
}
