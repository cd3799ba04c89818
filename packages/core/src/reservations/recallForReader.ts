import { Result } from "effect"
import { notLateIds } from "../accounts/notLateAnyMore.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
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
  readonly recalled: ReadonlyArray<Recalled>
  readonly refusals: ReadonlyArray<Refusal>
}

interface Asked {
  readonly target: Target
  /** How many loans. */
  readonly count: number
  /** Whether the reader may fetch a copy where it is asked for. */
  readonly mayFetch: (item: ItemRow) => boolean
  readonly at: Instant
}

/**
 * Recalls the loans of the title that were lent first, of those that others have, that may be recalled and were not yet, of
 * copies that the reader may have. Where all were, or nothing is out, none is: the reservation waits all the same. Where no
 * loan may be recalled, it is refused.
 */
export const recallForReader = (
  work: Draft,
  { reader, loansOfTitleToRecall = [], chargesOfTitle = [] }: ReserveFacts,
  { target, count, mayFetch, at }: Asked,
  context: DecisionContext
): Back => {
  const wanted = loansOfTitleToRecall.filter(
    ({ item, loan, reader: borrower }) =>
      loan.recalledAt === null &&
      isWanted(target, item) &&
      borrower.readerId !== reader?.reader.readerId &&
      mayFetch(item)
  )
  const recalled: Array<Recalled> = []
  let first: Refusal | null = null
  for (const lent of wanted) {
    if (recalled.length === count) break
    const charges = chargesOfTitle.filter(({ loanId }) => loanId === lent.loan.loanId)
    const ids = context.ids.slice(recalled.length * notLateIds)
    const one = recallLoan(work, { ...lent, charges }, { by: "reservation", reason: "", at }, { ...context, ids })
    if (Result.isSuccess(one)) recalled.push(one.success)
    else first ??= one.failure[0]
  }
  return { recalled, refusals: first === null || recalled.length > 0 ? [] : [first] }
}
