import { Result } from "effect"
import type { BookingStep } from "../bookings/againstLoan.ts"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { DueStep } from "./dueAt.ts"
import { dueFor } from "./dueFor.ts"
import type { LenderStep } from "./lenderDue.ts"
import type { LoanRow } from "./model.ts"
import { lastWithin, type Stretch } from "./renewalWindow.ts"
import { type ShorterStep, shorterInDemand } from "./shorterInDemand.ts"

/** A step of a renewal's due instant beyond those of any loan. */
export type RenewalStep =
  | DueStep
  | ShorterStep
  | BookingStep
  | LenderStep
  /** So long after lending the loan ends, with all its renewals. */
  | { readonly step: "loanLengthMax"; readonly at: Instant; readonly period: Stretch }
  | { readonly step: "keptDueDate" | "byHand"; readonly at: Instant }

export interface RenewalDue {
  /** The new due instant; `null`: the rules give none. */
  readonly dueAt: Instant | null
  readonly steps: ReadonlyArray<RenewalStep>
  /** The due instant without regard to how long a loan may last in all, for who may go past that. */
  readonly beyondLength: Instant | null
  readonly refusals: ReadonlyArray<Refusal>
}

interface RenewalTerms {
  readonly loan: Pick<LoanRow, "lentAt" | "dueAt">
  readonly at: Instant
  readonly expiresAt: Instant | null
  readonly automatic: boolean
  /** Whether many wait for the title. */
  readonly inDemand: boolean
}

/** Until when a renewal would extend the loan, never before its present due instant, and what is against that. */
export const renewalDue = (
  asked: Asked,
  calendar: BranchCalendar,
  { loan, at, expiresAt, automatic, inDemand }: RenewalTerms
): RenewalDue => {
  const own = automatic ? asked.optional("autoRenewalPeriod", undefined) : undefined
  const period = own ?? asked.optional("renewalPeriod", undefined) ?? asked.required("loanPeriod")
  const from = startOf(asked.required("renewFrom"), at, loan.dueAt)
  const plain = dueFor(asked, calendar, from, expiresAt, period)
  if (plain === null) return { dueAt: null, steps: [], beyondLength: null, refusals: [] }
  const due = inDemand ? shorterInDemand(asked, calendar, from, expiresAt, plain) : plain
  if (Result.isFailure(due)) return { dueAt: null, steps: [], beyondLength: null, refusals: [due.failure] }
  const { dueAt: wanted, steps } = due.success
  if (wanted <= loan.dueAt) return notLater(asked, loan.dueAt, wanted, steps)
  const length = asked.optional("loanLengthMax", undefined)
  const longestAt = length === undefined ? null : lastWithin(loan.lentAt, length, calendar)
  if (length === undefined || longestAt === null || wanted <= longestAt)
    return { dueAt: wanted, steps, beyondLength: null, refusals: [] }
  const refusals: ReadonlyArray<Refusal> = longestAt <= loan.dueAt ? [{ _tag: "LoanLengthReached", longestAt }] : []
  return {
    dueAt: longestAt,
    steps: [...steps, { step: "loanLengthMax", at: longestAt, period: length }],
    beyondLength: wanted,
    refusals
  }
}

const startOf = (from: "now" | "due" | "later" | undefined, at: Instant, dueAt: Instant): Instant =>
  from === "due" || (from === "later" && dueAt > at) ? dueAt : at

const notLater = (asked: Asked, dueAt: Instant, newDueAt: Instant, steps: ReadonlyArray<RenewalStep>): RenewalDue =>
  asked.optional("renewalKeepsDueDate", false)
    ? { dueAt, steps: [...steps, { step: "keptDueDate", at: dueAt }], beyondLength: null, refusals: [] }
    : { dueAt: newDueAt, steps, beyondLength: null, refusals: [{ _tag: "RenewalWouldShorten", dueAt, newDueAt }] }
