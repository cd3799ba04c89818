import type { ItemFacts, ReaderFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import type { TenantStore } from "../tenantStore.ts"
import { readerFacts } from "./readerFacts.ts"
import { titleFacts } from "./titleFacts.ts"

export const itemWithBarcode = (store: TenantStore, barcode: string): Tables["item"] | undefined =>
  store.tables.item.only(["barcode"], [barcode])

export const itemFacts = (store: TenantStore, item: Tables["item"] | undefined): ItemFacts | null => {
  if (item === undefined) return null
  const title = titleFacts(store, item.titleId)
  const queue = store.tables.titleQueue.get(item.titleId)
  return title === null || queue === undefined ? null : { item, queue, title }
}

/** The item's open loan with the reader who has it; `null` when it is not on loan. */
export const loanOfItem = (
  store: TenantStore,
  item: Tables["item"] | undefined
): (ReaderFacts & { readonly loan: Tables["loan"] }) | null => {
  const loan = item === undefined ? undefined : store.tables.loan.only(["itemId"], [item.itemId])
  const link = loan === undefined ? undefined : store.tables.loanReader.get(loan.loanId)
  const facts = link === undefined ? null : readerFacts(store, link.readerId)
  return loan === undefined || facts === null ? null : { loan, ...facts }
}
