import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge } from "../decision/facts.ts"
import type { LoanRow } from "../loans/model.ts"
import { raiseCharge } from "../loans/raiseCharge.ts"
import { bringTo, changeTo, leftOfRule } from "./adjustCharge.ts"
import { type AccountRow, EntryId } from "./model.ts"
import type { OverdueAmount } from "./overdueFor.ts"
import type { RaisedCharge } from "./raiseFee.ts"

/** The charge for being late, or for reminders, that runs for this stretch of the loan, if there is one already. */
export const accruing = (
  charges: ReadonlyArray<LoanCharge>,
  { renewalCount }: Pick<LoanRow, "renewalCount">,
  kind: "overdue" | "reminder" = "overdue"
): LoanCharge | null => charges.find((one) => one.charge.kind === kind && one.renewalCount === renewalCount) ?? null

interface Charging {
  readonly loan: Pick<LoanRow, "loanId" | "itemType" | "renewalCount">
  readonly account: AccountRow
  readonly known: LoanCharge | null
  readonly at: Instant
  readonly branch: string
  /** Two fresh ids. */
  readonly ids: ReadonlyArray<string>
}

/**
 * Makes the charge for being late what it ought to be now: raises it, or brings the one that runs to that amount, both
 * ways. So a loan has one chain of entries, whether it accrued night by night or is charged once. `null`: nothing is
 * charged, and nothing runs.
 */
export const chargeOverdue = (
  work: Draft,
  due: OverdueAmount | null,
  { loan, account, known, at, branch, ids: [chargeId, otherId] }: Charging
): RaisedCharge | null => {
  if (known === null)
    return due === null ? null : raiseCharge(work, { kind: "overdue", ...due }, { account, loan, at, branch, chargeId })
  const amount = leftOfRule(known.charge, due?.amount ?? 0)
  const steps = due?.steps ?? []
  bringTo(work, known, amount, {
    account,
    reason: "overdue",
    at,
    branch,
    entryIds: [EntryId.make(chargeId as string), EntryId.make(otherId as string)],
    ...(due === null ? {} : { rules: { policyVersion: due.policyVersion, policyRows: due.policyRows, steps } })
  })
  return amount === 0 ? null : { chargeId: known.charge.chargeId, kind: "overdue", amount, steps }
}

/** What the running charge lacks to be what it ought to be; below zero: what it is too much, as far as that was not waived. */
export const lacking = (known: LoanCharge | null, due: OverdueAmount | null): number => {
  const target = due?.amount ?? 0
  if (known === null) return target
  const { adjusted, refunded } = changeTo(known, leftOfRule(known.charge, target))
  return adjusted - refunded
}
