import { remindersDue } from "../../accounts/lateness/reminders.ts"
import { reminderTerms } from "../../accounts/lateness/terms.ts"
import { afterLength } from "../../calendar/afterLength.ts"
import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { Consultation } from "../../decision/consult.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { CompiledPolicy } from "../../policy/index.ts"

interface Asked {
  readonly asked: Consultation
  readonly policy: CompiledPolicy
  readonly branch: BranchCalendar
}

/**
 * From when on an overdue loan counts as lost: so long after its due date (`lostAfter`), or from the day of the nth
 * reminder that was recorded for it (`lostAfterReminders`), whatever comes first; `null`: not by itself, or not yet known.
 */
export const lostAt = (loan: LoanRow, at: Instant, rules: Asked): Instant | null => {
  const instants = [lostByTime(loan, rules), lostByReminders(loan, at, rules)].filter((one) => one !== null)
  return instants.length === 0 ? null : (Math.min(...instants) as Instant)
}

const lostByTime = ({ dueAt }: LoanRow, { asked, branch }: Asked): Instant | null => {
  const days = asked.optional("lostAfterDays", null)
  const after = asked.optional("lostAfter", days === null ? "never" : { days })
  return after === "never" ? null : afterLength(dueAt, after, branch)
}

/**
 * Those recorded count for as long as the loan is overdue by them: a later due date, by hand or as a recall is cancelled,
 * brings it back to where its ladder stands for that date. Where the ladder has become shorter since, it is lost now.
 */
const lostByReminders = (loan: LoanRow, at: Instant, { asked, policy, branch }: Asked): Instant | null => {
  const count = asked.optional("lostAfterReminders", null)
  if (count === null || loan.reminderCount < count) return null
  const terms = reminderTerms(asked, policy)
  const due = terms === null ? [] : remindersDue(terms, { dueAt: loan.dueAt, until: at, calendar: branch })
  const reminder = due[count - 1]
  if (reminder !== undefined) return branch.instantAt(reminder.on, 0)
  return at > loan.dueAt && (terms?.steps.length ?? 0) < count ? at : null
}
