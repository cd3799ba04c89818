import type { Draft } from "../decision/draft.ts"
import type { ChargeFacts } from "../decision/facts.ts"

/** Nothing is owed for this charge any more: if its loan is over too, the links that name its reader are cut. */
export const cutIfSettled = (work: Draft, { charge, loanId, loanClosed }: ChargeFacts, given: number): void => {
  if (given < charge.outstanding || loanId === null || !loanClosed) return
  work.cut("chargeLoan", charge.chargeId)
  work.cut("loanReader", loanId)
}
