import { Result } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanId } from "../loans/model.ts"
import { recallLoan } from "../loans/recall.ts"
import type { ReserveFacts } from "./reserveCommand.ts"
import { isWanted, type Target } from "./target.ts"

/** The loan that is to be brought back. */
export interface Recalled {
  readonly loanId: LoanId
  readonly dueAt: number
  readonly wasDueAt: number
}

interface Back {
  readonly recalled: Recalled | null
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * Recalls the loan of the title that was lent first, of those that others have, that may be recalled and were not yet. Where all were, or
 * nothing is out, none is: the reservation waits all the same. Where every loan may not be recalled, it is refused.
 */
export const recallForReader = (
  work: Draft,
  { reader, loansOfTitleToRecall = [], chargesOfTitle = [] }: ReserveFacts,
  target: Target,
  at: Instant,
  context: DecisionContext
): Back => {
  const wanted = loansOfTitleToRecall.filter(
    ({ item, loan, reader: borrower }) =>
      loan.recalledAt === null && isWanted(target, item) && borrower.readerId !== reader?.reader.readerId
  )
  let first: Refusal | null = null
  for (const lent of wanted) {
    const charges = chargesOfTitle.filter(({ loanId }) => loanId === lent.loan.loanId)
    const recalled = recallLoan(work, { ...lent, charges }, { reason: "", at }, context)
    if (Result.isSuccess(recalled)) return { recalled: recalled.success, refusals: [] }
    first ??= recalled.failure[0]
  }
  return { recalled: null, refusals: first === null ? [] : [first] }
}
