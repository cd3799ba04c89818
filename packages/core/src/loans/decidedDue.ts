import type { Instant } from "../calendar/instant.ts"
import type { EventRow } from "../decision/event.ts"

/** What a loan's due instant was last decided by; that days or hours changed since, decides nothing. */
export interface DecidedDue {
  readonly tag: EventRow["tag"]
  readonly at: Instant
  readonly dueAt: Instant
  /** The due instant before it; `null`: there was none. */
  readonly before: Instant | null
  readonly policyVersion: number | undefined
  readonly policyRows: Readonly<Record<string, string>>
  /** By whose days and hours, where that is not the branch that lent it. */
  readonly calendarBranch: string | undefined
  /** When it was last moved by a change of days or hours. */
  readonly redatedAt: number | null
}

/** From the loan's history; `null`: that does not say. */
export const decidedDue = (history: ReadonlyArray<EventRow>): DecidedDue | null => {
  let decided: DecidedDue | undefined
  let before: Instant | null = null
  for (const { tag, at, body } of history) {
    const { dueAt, ...facts } = JSON.parse(body) as Partial<DecidedDue>
    if (dueAt === undefined) continue
    // A date by hand names no rules: those before it still say what becomes of closed days.
    const { policyVersion, policyRows = {}, calendarBranch } = facts.policyVersion ? facts : (decided ?? facts)
    decided =
      tag === "LoanRedated" && decided !== undefined
        ? { ...decided, redatedAt: at }
        : { tag, at: at as Instant, dueAt, before, policyVersion, policyRows, calendarBranch, redatedAt: null }
    before = dueAt
  }
  return decided ?? null
}
