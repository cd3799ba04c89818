import { chargeOverdue } from "../accounts/chargeOverdue.ts"
import { EntryId } from "../accounts/model.ts"
import type { RaisedCharge } from "../accounts/raiseFee.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge } from "../decision/facts.ts"
import type { LentItem } from "./endLoan.ts"
import { raiseCharge } from "./raiseCharge.ts"
import type { RenewalCosts } from "./renewalCosts.ts"

/**
 * Charges what a renewal costs: being late for the stretch that it ends, as far as that is not charged already, and the
 * time that it adds for the one that it begins. Where lateness is forgiven, what still runs is waived.
 */
export const renewalCharges = (
  work: Draft,
  { loan, account, known }: Pick<LentItem, "loan" | "account"> & { readonly known: LoanCharge | null },
  { overdue, forgiven, rental }: RenewalCosts,
  { at, branch, ids }: { readonly at: Instant; readonly branch: string; readonly ids: ReadonlyArray<string> }
): ReadonlyArray<RaisedCharge> => {
  const charges: Array<RaisedCharge> = []
  if (forgiven && known !== null && known.charge.outstanding > 0) {
    const { chargeId, outstanding: amount } = known.charge
    const { accountId } = account
    const entryId = EntryId.make(ids[0] as string)
    work.restOn("account", account)
    work.restOn("charge", known.charge)
    work.emit({ _tag: "ChargeWaived", accountId, entryId, chargeId, amount, reason: "renewed", at, branch })
    work.cut("chargeLoan", chargeId)
  } else if (!forgiven && (overdue !== null || known !== null)) {
    const charged = chargeOverdue(work, overdue, { loan, account, known, at, branch, ids })
    if (charged !== null) charges.push(charged)
  }
  const begun = { account, loan: { ...loan, renewalCount: loan.renewalCount + 1 }, at, branch }
  for (const cost of rental) charges.push(raiseCharge(work, cost, { ...begun, chargeId: ids[2] }))
  return charges
}
