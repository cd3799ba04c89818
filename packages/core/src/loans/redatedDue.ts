import { Result } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import { type DocumentHistory, inForceAt, knownAt } from "../decision/documentHistory.ts"
import { recordedSettings } from "../decision/recordedSettings.ts"
import type { Stands, Target } from "../decision/redating.ts"
import { dueDay, dueWithinHours, looksAtHours } from "./closedDays.ts"
import type { DecidedDue } from "./decidedDue.ts"
import { dueFor } from "./dueFor.ts"
import type { LoanRow } from "./model.ts"
import { type RenewalStep, renewalDue } from "./renewalDue.ts"
import { shorterInDemand } from "./shorterInDemand.ts"

/** One decision, and what it went by. */
export interface Dating {
  readonly decided: Pick<DecidedDue, "tag" | "at" | "before" | "policyRows">
  readonly loan: Pick<LoanRow, "lentAt" | "branch">
  readonly expiresAt: Instant | null
  readonly asked: Asked
}

/**
 * When a loan is due by the days and hours in force at `at`: counted anew from what was decided, by the rules of then. What
 * those rules do not give under the calendar of then, was given by hand or cut: it moves only off a day that was closed
 * since. Terms of the year are those of then: they are no closures.
 */
export const redatedDue = (
  decided: DecidedDue,
  loan: Pick<LoanRow, "lentAt" | "branch">,
  expiresAt: Instant | null,
  at: number,
  { policies, calendars }: DocumentHistory
): Target | Stands => {
  const code = decided.calendarBranch ?? loan.branch
  const then = knownAt(calendars, decided.at)?.rules.branch(code)
  const now = inForceAt(calendars, at)?.rules.branch(code)
  const policy = policies.find(({ version }) => version === decided.policyVersion)?.rules
  if (then === undefined || now === undefined || policy === undefined) return { because: "rulesGone" }
  const asked = recordedSettings(policy, decided.policyRows)
  const dating = { decided, loan, expiresAt, asked }
  const way = waysByRule(dating, then).findIndex((one) => one.at === decided.dueAt)
  if (way < 0) return { at: offClosedDay({ decided, asked }, then, now), byRule: false }
  return { at: waysByRule(dating, { ...now, termOf: then.termOf })[way]?.at ?? null, byRule: true }
}

/** A due instant that the rules give, and the steps to it; `null`: they give none. */
export interface WayByRule {
  readonly at: Instant | null
  readonly steps: ReadonlyArray<RenewalStep>
}

/** The due instants that the rules may give: within the greatest length of a loan, and past it for who may go past it. */
export const waysByRule = (
  { decided, loan, expiresAt, asked }: Dating,
  calendar: BranchCalendar
): ReadonlyArray<WayByRule> => {
  const { tag, at, before, policyRows } = decided
  const inDemand = "highDemandPeriod" in policyRows
  if (tag === "ItemCheckedOut") {
    const plain = dueFor(asked, calendar, at, expiresAt)
    const due = plain !== null && inDemand ? shorterInDemand(asked, calendar, at, expiresAt, plain) : plain
    return due === null || Result.isFailure(due) ? [] : [{ at: due.success.dueAt, steps: due.success.steps }]
  }
  if (tag !== "LoanRenewed" || before === null) return []
  const automatic = "autoRenewalPeriod" in policyRows
  const terms = { loan: { lentAt: loan.lentAt, dueAt: before }, at, expiresAt, automatic, inDemand }
  const { dueAt, beyondLength, steps } = renewalDue(asked, calendar, terms)
  const kept = (due: Instant | null): Instant | null => (due === null ? null : (Math.max(due, before) as Instant))
  return [
    { at: kept(dueAt), steps },
    { at: kept(beyondLength), steps: steps.filter(({ step }) => step !== "loanLengthMax") }
  ]
}

const offClosedDay = (
  { decided, asked }: { readonly decided: Pick<DecidedDue, "dueAt" | "at">; readonly asked: Asked },
  then: BranchCalendar,
  now: BranchCalendar
): Instant | null => {
  const day = then.localDay(decided.dueAt)
  return !then.isOpenDay(day) || now.isOpenDay(day) ? decided.dueAt : onOpenDay(decided, asked, then, now)
}

/** Where a due instant moves whose day is closed now; `null`: no open day in reach. `at`: from when it was decided. */
export const onOpenDay = (
  { dueAt, at }: Pick<DecidedDue, "dueAt" | "at">,
  asked: Asked,
  then: BranchCalendar,
  now: BranchCalendar
): Instant | null => {
  const day = then.localDay(dueAt)
  // Who lent it to a date by hand did not ask the rules.
  const closedDays = asked.optional("closedDays", "nextOpenDay")
  if (closedDays === "keep" || now.isOpenDay(day)) return dueAt
  if (looksAtHours(closedDays))
    return dueWithinHours(now, closedDays, dueAt, at, asked.optional("openingOffsetMinutes", 0))
  const moved = dueDay(now, closedDays, day, now.localDay(at), { days: 1 })
  if (moved === null) return null
  return dueAt === then.closingAt(day) ? now.closingAt(moved) : now.instantAt(moved, then.localTime(dueAt) / 60_000)
}
