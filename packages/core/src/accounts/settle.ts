import type { Draft } from "../decision/draft.ts"
import type { ChargeFacts } from "../decision/facts.ts"
import type { LoanId } from "../loans/model.ts"
import type { EntryId } from "./model.ts"

/**
 * Cuts what names the loan of a charge for which nothing is owed any more, where the loan is over too; and the loan's
 * reader with the last of its charges. `open` is everything that the reader owes, before what is `given` for each charge.
 */
export const cutSettled = (
  work: Draft,
  open: ReadonlyArray<ChargeFacts>,
  given: ReadonlyMap<EntryId, number>
): void => {
  const isSettled = ({ charge }: ChargeFacts): boolean => (given.get(charge.chargeId) ?? 0) >= charge.outstanding
  const loans = new Set<LoanId>()
  for (const one of open) {
    if (one.loanId === null || !one.loanClosed || !isSettled(one)) continue
    work.cut("chargeLoan", one.charge.chargeId)
    loans.add(one.loanId)
  }
  for (const loanId of loans) {
    if (open.every((one) => one.loanId !== loanId || isSettled(one))) work.cut("loanReader", loanId)
  }
}
