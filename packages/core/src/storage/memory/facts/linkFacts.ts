import type { LoanFacts, MovableCharge, Page, ReaderLinkFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"

/** Who stands for a reader. */
export const linksOf = (store: TenantStore, readerId: string): ReadonlyArray<ReaderLinkFacts> =>
  withEnd(store, store.tables.readerLink.having("readerId", readerId), "otherId")

/** For whom a reader stands. */
export const linksTo = (store: TenantStore, readerId: string): ReadonlyArray<ReaderLinkFacts> =>
  withEnd(store, store.tables.readerLink.having("otherId", readerId), "readerId")

const withEnd = (
  store: TenantStore,
  links: ReadonlyArray<Tables["readerLink"]>,
  end: "readerId" | "otherId"
): ReadonlyArray<ReaderLinkFacts> =>
  inOrder(links, [{ column: "linkId" }]).flatMap((link) => {
    const facts = readerFacts(store, link[end])
    return facts === null ? [] : [{ link, ...facts }]
  })

export const notesOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["readerNote"]> =>
  inOrder(store.tables.readerNote.having("readerId", readerId), [{ column: "placedAt" }, { column: "noteId" }])

export const lostCardsOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["lostCard"]> =>
  inOrder(store.tables.lostCard.having("readerId", readerId), [{ column: "card" }])

export const cardsOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["card"]["card"]> =>
  inOrder(store.tables.card.having("readerId", readerId), [{ column: "card" }]).map(({ card }) => card)

/** Links of a reader to loans, open or over, by loan. */
export const loanLinksOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["loanReader"]> =>
  inOrder(store.tables.loanReader.having("readerId", readerId), [{ column: "loanId" }])

/** What is owed, with the stretch of the loan that each charge is for. */
export const movableCharges = (store: TenantStore, readerId: string): ReadonlyArray<MovableCharge> => {
  const owed = store.tables.charge.having("accountId", readerId).filter(({ outstanding }) => outstanding > 0)
  return inOrder(owed, [{ column: "chargeId" }]).map((charge) => {
    const link = store.tables.chargeLoan.only(["chargeId"], [charge.chargeId])
    const incidentId = store.tables.chargeIncident.get(charge.chargeId)?.incidentId ?? null
    return { charge, loanId: link?.loanId ?? null, renewalCount: link?.renewalCount ?? null, incidentId }
  })
}

const lastFirst: RowOrder<Tables["loan"]> = [
  { column: "closedAt", down: true },
  { column: "loanId", down: true }
]

/** Loans that are over and still linked to the reader. */
export const archiveOf = (
  store: TenantStore,
  readerId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number }
): Page<LoanFacts> => {
  const over = store.tables.loanReader.having("readerId", readerId).flatMap(({ loanId }) => {
    const loan = store.tables.loan.get(loanId)
    return loan === undefined || loan.closedAt === null ? [] : [loan]
  })
  const { rows, next } = pageOf(inOrder(over, lastFirst), lastFirst, { after, limit, limitMax: 1000 })
  return {
    rows: rows.flatMap((loan) => {
      const facts = itemFacts(store, store.tables.item.get(loan.itemId))
      return facts === null ? [] : [{ loan, ...facts }]
    }),
    next
  }
}
