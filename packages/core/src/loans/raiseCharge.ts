import { type AccountRow, type FeeKind, isOfLoan, type LoanChargeKind } from "../accounts/model.ts"
import { type Cost, type RaisedCharge, raiseFee } from "../accounts/raiseFee.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanRow } from "./model.ts"

/** Something that a loan costs, and by which rows of the policy. */
export type LoanCost = Cost<LoanChargeKind>

/** Charges a reader's account as a loan begins or ends: what is for the loan, once a kind for each stretch between its renewals. */
export const raiseCharge = (
  work: Draft,
  cost: Cost<LoanChargeKind | FeeKind>,
  of: {
    readonly account: AccountRow
    readonly loan: Pick<LoanRow, "loanId" | "itemType" | "renewalCount">
    readonly at: Instant
    readonly branch: string
    readonly chargeId: string | undefined
  }
): RaisedCharge => {
  const { loanId, itemType, renewalCount } = of.loan
  const raised = raiseFee(work, cost, { ...of, itemType })
  if (isOfLoan(cost.kind))
    work.insert("chargeLoan", { loanId, kind: cost.kind, renewalCount, chargeId: raised.chargeId })
  return raised
}
