import type { FactSlots, InterloanWithCopy, Page } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import type { TenantStore } from "../tenantStore.ts"

/** Loans between systems that are not over at one side, with their copies. */
export const openInterloans = (
  store: TenantStore,
  { side, ...page }: FactSlots["openInterloans"]["by"]
): Page<InterloanWithCopy> => {
  const open = store.tables.interloan.inKeyOrder().filter((one) => one.side === side && one.endedAt === null)
  const { rows, next } = pageOf(open, [{ column: "interloanId" }], { ...page, limitMax: 1000 })
  return { rows: rows.map((interloan) => ({ interloan, copy: copyOf(store, interloan) })), next }
}

const copyOf = (store: TenantStore, { itemId }: Tables["interloan"]): InterloanWithCopy["copy"] => {
  const item = itemId === null ? undefined : store.tables.item.get(itemId)
  if (item === undefined) return null
  const { barcode, status, presentBranch, loanId } = item
  return { itemId: item.itemId, barcode, status, presentBranch, loanId }
}
