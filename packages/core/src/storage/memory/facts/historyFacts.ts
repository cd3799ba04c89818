import type { EventRow } from "../../../decision/event.ts"
import type { ChargedLoan, FactSlots, Page } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { readerFacts } from "./readerFacts.ts"

/** The events of these streams, stream by stream. */
export const historyOf = (
  store: TenantStore,
  streamIds: ReadonlyArray<string | null | undefined>
): ReadonlyArray<EventRow> =>
  inOrder(
    streamIds.flatMap((streamId) => store.tables.event.having("streamId", streamId ?? "")),
    [{ column: "streamId" }, { column: "seq" }]
  )

export const loanOfCharge = (
  store: TenantStore,
  { chargeId }: FactSlots["loanOfCharge"]["by"]
): FactSlots["loanOfCharge"]["gives"] => {
  const charge = store.tables.charge.get(chargeId)
  const link = store.tables.chargeLoan.only(["chargeId"], [chargeId])
  const loan = link && store.tables.loan.get(link.loanId)
  const reader = charge === undefined ? null : readerFacts(store, charge.accountId)
  if (charge === undefined || loan === undefined || reader === null) return null
  const others = store.tables.chargeLoan.having("loanId", loan.loanId).filter((other) => other.chargeId !== chargeId)
  const owed = others.filter((other) => (store.tables.charge.get(other.chargeId)?.outstanding ?? 0) > 0)
  return { charge, loan, othersOwed: owed.length, ...reader }
}

const byLoan: RowOrder<Pick<Tables["chargeLoan"], "loanId" | "kind" | "renewalCount">> = [
  { column: "loanId" },
  { column: "kind" },
  { column: "renewalCount" }
]

export const chargesOfLoans = (
  store: TenantStore,
  { from, after, limit }: FactSlots["chargesOfLoans"]["by"]
): Page<ChargedLoan> => {
  const charged = store.tables.chargeLoan.inKeyOrder().flatMap((link) => {
    const { loanId, chargeId } = link
    const charge = store.tables.charge.get(chargeId)
    const loan = store.tables.loan.get(loanId)
    return charge === undefined || loan === undefined || charge.raisedAt < from ? [] : [{ ...link, charge, loan }]
  })
  const { rows, next } = pageOf(charged, byLoan, { after, limit, limitMax: 1000 })
  return { rows: rows.map(({ charge, loan }) => ({ charge, loan })), next }
}
