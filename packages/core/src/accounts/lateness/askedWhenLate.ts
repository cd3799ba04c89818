import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { type Consultation, consult } from "../../decision/consult.ts"
import type { ItemFacts, ReaderFacts } from "../../decision/facts.ts"
import { policyCase } from "../../decision/policyCase.ts"
import type { LoanRow } from "../../loans/model.ts"
import type { CompiledPolicy, RuleKind } from "../../policy/index.ts"

/** A loan with its item and its reader. */
export type Lent = ItemFacts & ReaderFacts & { readonly loan: LoanRow }

/** What one kind of rules says of a loan that may be late, at the branch that lent it, for the category that its reader had then. */
export const askedWhenLate = (
  {
    item,
    title,
    queue,
    reader,
    loan
  }: Pick<Lent, "item" | "queue" | "reader" | "loan"> & { readonly title: Pick<Lent["title"], "format" | "language"> },
  at: Instant,
  policy: CompiledPolicy,
  calendar: BranchCalendar | undefined,
  kind: RuleKind = "overdue"
): Consultation =>
  consult(
    policy,
    policyCase({
      kind,
      reader: { ...reader, category: loan.readerCategory },
      item,
      title,
      waiting: queue.waitingCount,
      isRenewal: false,
      onSite: loan.onSite === 1,
      recalled: loan.recalledAt !== null,
      at,
      branch: loan.branch,
      policy,
      calendar
    })
  )
