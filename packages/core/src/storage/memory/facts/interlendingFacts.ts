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
  const withCopy = (interloan: Tables["interloan"]): InterloanWithCopy => ({
    interloan,
    copy: copyOf(store, interloan),
    reservation: reservationOf(store, interloan)
  })
  return { rows: rows.map(withCopy), next }
}

const reservationOf = (
  store: TenantStore,
  { reservationId }: Tables["interloan"]
): InterloanWithCopy["reservation"] => {
  const found = reservationId === null ? undefined : store.tables.reservation.get(reservationId)
  if (found === undefined) return null
  const { state, pickupBranch } = found
  return { reservationId: found.reservationId, state, pickupBranch }
}

const copyOf = (store: TenantStore, { itemId }: Tables["interloan"]): InterloanWithCopy["copy"] => {
  const item = itemId === null ? undefined : store.tables.item.get(itemId)
  if (item === undefined) return null
  const { barcode, status, presentBranch, loanId } = item
  return { itemId: item.itemId, barcode, status, presentBranch, loanId }
}
