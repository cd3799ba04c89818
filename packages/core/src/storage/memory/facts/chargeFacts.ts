import type {
  AllottedCharge,
  DepositFacts,
  EntryFacts,
  ForgoneCharge,
  LoanCharge,
  PaidCharge
} from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { Minor } from "../../../money/minor.ts"
import { inOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"

/** Charges that a loan was charged with and that are still linked to it. */
export const chargesOfLoan = (store: TenantStore, loanId: string | null): ReadonlyArray<LoanCharge> => {
  if (loanId === null) return []
  const links = inOrder(store.tables.chargeLoan.having("loanId", loanId), [{ column: "chargeId" }])
  return links.flatMap(({ chargeId, renewalCount }) => {
    const charge = store.tables.charge.get(chargeId)
    return charge === undefined ? [] : [{ charge, paid: paidOf(store, charge), renewalCount }]
  })
}

/** Deposits of a reader that are still linked to their loan. */
export const depositsOf = (store: TenantStore, readerId: string): ReadonlyArray<DepositFacts> => {
  const deposits = store.tables.charge.having("accountId", readerId).filter(({ kind }) => kind === "deposit")
  return inOrder(deposits, [{ column: "chargeId" }]).flatMap((charge) => {
    const link = store.tables.chargeLoan.only(["chargeId"], [charge.chargeId])
    const loan = link === undefined ? undefined : store.tables.loan.get(link.loanId)
    if (link === undefined || loan === undefined) return []
    const { renewalCount } = link
    return [
      { charge, paid: paidOf(store, charge), renewalCount, loanId: loan.loanId, loanClosed: loan.closedAt !== null }
    ]
  })
}

/** Credits of a reader of which something remains, the oldest first. */
export const creditsOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["credit"]> =>
  inOrder(
    store.tables.credit.having("accountId", readerId).filter(({ remaining }) => remaining > 0),
    [{ column: "raisedAt" }, { column: "creditId" }]
  )

export const paidCharge = (store: TenantStore, charge: Tables["charge"]): PaidCharge => ({
  charge,
  paid: paidOf(store, charge)
})

export const chargeOf = (store: TenantStore, readerId: string, chargeId: string): PaidCharge | null => {
  const charge = store.tables.charge.get(chargeId)
  return charge?.accountId === readerId ? { charge, paid: paidOf(store, charge) } : null
}

export const entryOf = (store: TenantStore, readerId: string, entryId: string): EntryFacts | null => {
  const entry = store.tables.entry.get(entryId)
  if (entry?.accountId !== readerId) return null
  const own = store.tables.entry.having("accountId", readerId)
  return {
    entry,
    credit: store.tables.credit.get(entryId) ?? null,
    isVoid: own.some(({ kind, corrects }) => kind === "void" && corrects === entryId)
  }
}

/** What of an entry went to which charges. */
export const allottedBy = (store: TenantStore, readerId: string, entryId: string): ReadonlyArray<AllottedCharge> => {
  const charges = inOrder(store.tables.charge.having("accountId", readerId), [{ column: "chargeId" }])
  return charges.flatMap((charge) => {
    const amount = allotmentsTo(store, charge).reduce(
      (sum, one) => (one.entryId === entryId ? sum + one.amount : sum),
      0
    )
    return amount === 0 ? [] : [{ charge, paid: paidOf(store, charge), amount: Minor.make(amount) }]
  })
}

/** What of the lines that forgo something with this one went to which charges. */
export const forgoneWith = (store: TenantStore, readerId: string, entryId: string): ReadonlyArray<ForgoneCharge> =>
  inOrder(
    store.tables.entry
      .having("accountId", readerId)
      .filter(({ kind, corrects }) => kind === "waiver" && corrects === entryId),
    [{ column: "entryId" }]
  ).flatMap((line) => allottedBy(store, readerId, line.entryId).map((one) => ({ ...one, entryId: line.entryId })))

/** Whether it is money, or a credit: neither forgone nor owed. */
export const isMoney = ({ kind }: Tables["entry"]): boolean => money.includes(kind)

const money: ReadonlyArray<Tables["entry"]["kind"]> = ["payment", "credit", "refund"]

const paidOf = (store: TenantStore, charge: Tables["charge"]): Minor =>
  Minor.make(
    allotmentsTo(store, charge).reduce((sum, { entryId, amount }) => {
      const entry = store.tables.entry.get(entryId)
      return entry !== undefined && isMoney(entry) ? sum + amount : sum
    }, 0)
  )

export const allotmentsTo = (store: TenantStore, { chargeId }: Tables["charge"]): ReadonlyArray<Tables["allotment"]> =>
  store.tables.allotment.having("chargeId", chargeId)
