import type { EventRow } from "../../../decision/event.ts"
import type { FactSlots, LoanCharge, Page } from "../../../decision/facts.ts"
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
  return charge === undefined || loan === undefined || reader === null ? null : { charge, loan, ...reader }
}

const byLoan: RowOrder<{ readonly loanId: string; readonly kind: string }> = [{ column: "loanId" }, { column: "kind" }]

export const chargesOfLoans = (
  store: TenantStore,
  { from, after, limit }: FactSlots["chargesOfLoans"]["by"]
): Page<LoanCharge> => {
  const charged = store.tables.chargeLoan.inKeyOrder().flatMap(({ loanId, kind, chargeId }) => {
    const charge = store.tables.charge.get(chargeId)
    const loan = store.tables.loan.get(loanId)
    return charge === undefined || loan === undefined || charge.raisedAt < from ? [] : [{ loanId, kind, charge, loan }]
  })
  const { rows, next } = pageOf(charged, byLoan, { after, limit, limitMax: 1000 })
  return { rows: rows.map(({ charge, loan }) => ({ charge, loan })), next }
}
