import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Consultation } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge, OverdueFacts } from "../decision/facts.ts"
import { raiseCharge } from "../loans/raiseCharge.ts"
import { Minor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { bringTo, comesTo } from "./adjustCharge.ts"
import { type Reminder, reminderFees, remindersDue } from "./lateness/reminders.ts"
import { reminderTerms } from "./lateness/terms.ts"
import { EntryId } from "./model.ts"

interface Rules {
  readonly asked: Consultation
  readonly branch: BranchCalendar
}

/** The reminders that an overdue loan has come to and that are not recorded yet. */
export const newReminders = (
  { loan }: Pick<OverdueFacts, "loan">,
  until: Instant,
  policy: CompiledPolicy,
  { asked, branch: calendar }: Rules
): ReadonlyArray<Reminder> => {
  const terms = reminderTerms(asked, policy)
  return terms === null ? [] : remindersDue(terms, { dueAt: loan.dueAt, until, calendar }).slice(loan.reminderCount)
}

/** Records reminders, and charges what they cost: one chain of entries for each stretch between renewals. */
export const remindLoan = (
  work: Draft,
  { loan, account, reminded }: Pick<OverdueFacts, "loan" | "account" | "reminded">,
  reminders: ReadonlyArray<Reminder>,
  of: {
    readonly at: Instant
    readonly policyVersion: number
    readonly policyRows: Readonly<Record<string, string>>
    readonly ids: ReadonlyArray<string>
  }
): number => {
  const { at, policyVersion, policyRows, ids } = of
  const { branch } = loan
  work.restOn("loan", loan)
  for (const { number } of reminders)
    work.emit({ _tag: "LoanReminded", loanId: loan.loanId, number, at, branch, policyVersion, policyRows })
  const fee = reminderFees(reminders, 0)
  if (fee === 0) return 0
  const steps = reminders.map(({ number, fee }) => ({ step: "reminder", number, fee }))
  const rules = { policyVersion, policyRows, steps }
  if (reminded === null)
    raiseCharge(work, { kind: "reminder", amount: fee, ...rules }, { account, loan, at, branch, chargeId: ids[0] })
  else chargeMore(work, reminded, fee, { account, at, branch, ids, rules })
  return fee
}

const chargeMore = (
  work: Draft,
  known: LoanCharge,
  fee: number,
  of: Pick<Parameters<typeof bringTo>[3], "account" | "at" | "branch" | "rules"> & {
    readonly ids: ReadonlyArray<string>
  }
): void => {
  const { account, at, branch, rules, ids } = of
  const entryIds = [EntryId.make(ids[0] as string), EntryId.make(ids[1] as string)] as const
  bringTo(work, known, Minor.make(comesTo(known.charge) + fee), {
    account,
    reason: "reminder",
    at,
    branch,
    entryIds,
    ...(rules === undefined ? {} : { rules })
  })
}
