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
import { renewalDue } from "./renewalDue.ts"
import { shorterInDemand } from "./shorterInDemand.ts"

/** One decision, and what it went by. */
interface Dating {
  readonly decided: DecidedDue
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
  const dating = { decided, loan, expiresAt, asked: recordedSettings(policy, decided.policyRows) }
  const way = byRule(dating, then).indexOf(decided.dueAt)
  if (way < 0) return { at: offClosedDay(dating, then, now), byRule: false }
  return { at: byRule(dating, { ...now, termOf: then.termOf })[way] ?? null, byRule: true }
}

/** The due instants that the rules may give: within the greatest length of a loan, and past it for who may go past it. */
const byRule = (
  { decided, loan, expiresAt, asked }: Dating,
  calendar: BranchCalendar
): ReadonlyArray<Instant | null> => {
  const { tag, at, before, policyRows } = decided
  const inDemand = "highDemandPeriod" in policyRows
  if (tag === "ItemCheckedOut") {
    const plain = dueFor(asked, calendar, at, expiresAt)
    const due = plain !== null && inDemand ? shorterInDemand(asked, calendar, at, expiresAt, plain) : plain
    return [due === null || Result.isFailure(due) ? null : due.success.dueAt]
  }
  if (tag !== "LoanRenewed" || before === null) return []
  const automatic = "autoRenewalPeriod" in policyRows
  const terms = { loan: { lentAt: loan.lentAt, dueAt: before }, at, expiresAt, automatic, inDemand }
  const { dueAt, beyondLength } = renewalDue(asked, calendar, terms)
  return [dueAt, beyondLength].map((due) => (due === null ? null : (Math.max(due, before) as Instant)))
}

const offClosedDay = ({ decided, asked }: Dating, then: BranchCalendar, now: BranchCalendar): Instant | null => {
  const { dueAt, at } = decided
  const day = then.localDay(dueAt)
  // Who lent it to a date by hand did not ask the rules.
  const closedDays = asked.optional("closedDays", "nextOpenDay")
  if (closedDays === "keep" || !then.isOpenDay(day) || now.isOpenDay(day)) return dueAt
  if (looksAtHours(closedDays))
    return dueWithinHours(now, closedDays, dueAt, at, asked.optional("openingOffsetMinutes", 0))
  const moved = dueDay(now, closedDays, day, now.localDay(at), { days: 1 })
  if (moved === null) return null
  return dueAt === then.closingAt(day) ? now.closingAt(moved) : now.instantAt(moved, then.localTime(dueAt) / 60_000)
}
