import { type AccountRow, EntryId, type LoanChargeKind } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { Minor } from "../money/minor.ts"
import type { LoanRow } from "./model.ts"

/** Something that a loan costs, and by which rows of the policy. */
export interface LoanCost {
  readonly kind: LoanChargeKind
  readonly amount: Minor
  /** How the amount came about. */
  readonly steps: ReadonlyArray<unknown>
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
}

export interface RaisedCharge {
  readonly chargeId: EntryId
  readonly kind: LoanChargeKind
  readonly amount: number
  readonly steps: ReadonlyArray<unknown>
}

/** Charges a reader's account for a loan, once a kind for each stretch between its renewals. */
export const raiseCharge = (
  work: Draft,
  { kind, amount, steps, policyVersion, policyRows }: LoanCost,
  of: {
    readonly account: AccountRow
    readonly loan: Pick<LoanRow, "loanId" | "itemType" | "renewalCount">
    readonly at: Instant
    readonly branch: string
    readonly chargeId: string | undefined
  }
): RaisedCharge => {
  const { account, loan, at, branch } = of
  const chargeId = EntryId.make(of.chargeId as string)
  const { accountId } = account
  work.restOn("account", account)
  const rules = { itemType: loan.itemType, policyVersion, policyRows, steps }
  work.emit({ _tag: "ChargeRaised", accountId, chargeId, kind, amount, at, branch, ...rules })
  work.insert("chargeLoan", { loanId: loan.loanId, kind, renewalCount: loan.renewalCount, chargeId })
  return { chargeId, kind, amount, steps }
}
