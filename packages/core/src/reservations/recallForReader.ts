import { Result } from "effect"
import { notLateIds } from "../accounts/notLateAnyMore.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Draft } from "../decision/draft.ts"
import type { CopyCount } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { LoanId } from "../loans/model.ts"
import { recallLoan } from "../loans/recall.ts"
import { countLent, loansToRecall, type ReserveFacts } from "./reserveCommand.ts"
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
  /** There are more loans to look at, and not enough were found among the first. */
  readonly isPart: boolean
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
 * copies that the reader may have. Where all were, or nothing is out, none is: the reservation waits all the same. Nobody brings
 * what was claimed returned or lost. Where no loan may be recalled, it is refused.
 */
export const recallForReader = (
  work: Draft,
  { reader, copiesOfTitle, loansOfTitleToRecall = [], chargesOfTitle = [] }: ReserveFacts,
  { target, count, mayFetch, at }: Asked,
  context: DecisionContext
): Back => {
  const wanted = loansOfTitleToRecall.filter(
    ({ item, reader: borrower }) =>
      statusActions[item.status].renew &&
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
  const isFirstLook = context.queueMax === undefined
  const isPart =
    isFirstLook && recalled.length < count && areMoreThan(loansOfTitleToRecall.length, copiesOfTitle, count)
  return { recalled, refusals: isPart || first === null || recalled.length > 0 ? [] : [first], isPart }
}

/** Whether so many loans may be the first of more. */
const areMoreThan = (looked: number, copies: ReadonlyArray<CopyCount>, count: number): boolean =>
  looked === loansToRecall(count) && looked < countLent(copies)
