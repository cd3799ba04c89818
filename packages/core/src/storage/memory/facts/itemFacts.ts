import type { ItemFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import type { TenantStore } from "../tenantStore.ts"
import { titleFacts } from "./titleFacts.ts"

export const itemWithBarcode = (store: TenantStore, barcode: string): Tables["item"] | undefined =>
  store.tables.item.only(["barcode"], [barcode])

export const itemFacts = (store: TenantStore, item: Tables["item"] | undefined): ItemFacts | null => {
  if (item === undefined) return null
  const title = titleFacts(store, item.titleId)
  const queue = store.tables.titleQueue.get(item.titleId)
  return title === null || queue === undefined ? null : { item, queue, title }
}
