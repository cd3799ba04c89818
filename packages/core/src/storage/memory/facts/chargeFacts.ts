import type { DepositFacts, LoanCharge } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { Minor } from "../../../money/minor.ts"
import { inOrder } from "../rows/rowOrder.ts"
import { keyText } from "../rows/table.ts"
import type { TenantStore } from "../tenantStore.ts"

/** Charges that a loan was charged with and that are still linked to it. */
export const chargesOfLoan = (store: TenantStore, loanId: string | null): ReadonlyArray<LoanCharge> => {
  if (loanId === null) return []
  const charges = store.tables.chargeLoan
    .having("loanId", loanId)
    .flatMap(({ chargeId }) => store.tables.charge.get(chargeId) ?? [])
  return inOrder(charges, [{ column: "chargeId" }]).map((charge) => ({ charge, paid: paidOf(store, charge) }))
}

/** Deposits of a reader that are still linked to their loan. */
export const depositsOf = (store: TenantStore, readerId: string): ReadonlyArray<DepositFacts> => {
  const deposits = store.tables.charge.having("accountId", readerId).filter(({ kind }) => kind === "deposit")
  return inOrder(deposits, [{ column: "chargeId" }]).flatMap((charge) => {
    const link = store.tables.chargeLoan.only(["chargeId"], [charge.chargeId])
    const loan = link === undefined ? undefined : store.tables.loan.get(link.loanId)
    if (loan === undefined) return []
    return [{ charge, paid: paidOf(store, charge), loanId: loan.loanId, loanClosed: loan.closedAt !== null }]
  })
}

const paidOf = (store: TenantStore, { chargeId, accountId }: Tables["charge"]): Minor => {
  const payments = store.tables.entry.having("accountId", accountId).filter(({ kind }) => kind === "payment")
  let paid = 0
  for (const { entryId } of payments) paid += store.tables.allotment.get(keyText([entryId, chargeId]))?.amount ?? 0
  return Minor.make(paid)
}
