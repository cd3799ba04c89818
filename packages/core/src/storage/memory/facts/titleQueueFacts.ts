import type { CopyStanding, FactSlots, Page, WaitingCount } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"

const byPlace: RowOrder<Tables["reservation"]> = [{ column: "place" }]
const byBarcode: RowOrder<Tables["item"]> = [{ column: "barcode" }]

/** The live reservations of a title in order of their places. */
export const queueOfTitle = (
  store: TenantStore,
  { titleId, after, limit }: FactSlots["queueOfTitle"]["by"]
): Page<Tables["reservation"]> => {
  const live = store.tables.reservation.having("titleId", titleId).filter(({ place }) => place !== null)
  return pageOf(inOrder(live, byPlace), byPlace, { after, limit, limitMax: 1000 })
}

/** What waits before a place, counted by what it waits for and from when on it takes copies. */
export const waitingBefore = (
  store: TenantStore,
  { titleId, place: before }: FactSlots["waitingBefore"]["by"]
): ReadonlyArray<WaitingCount> => {
  const counts = new Map<string, WaitingCount>()
  for (const row of store.tables.reservation.having("titleId", titleId)) {
    if (row.state !== "waiting" || row.place === null || row.place >= before) continue
    const { itemId, volume, itemType, notBefore, suspended, suspendedUntil } = row
    const group = { itemId, volume, itemType, notBefore, suspended, suspendedUntil }
    const name = JSON.stringify(group)
    counts.set(name, { ...group, count: (counts.get(name)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/** Copies of a title with their open loans and whom they are set aside for. */
export const copiesStanding = (
  store: TenantStore,
  { titleId, after, limit }: FactSlots["copiesStanding"]["by"]
): Page<CopyStanding> => {
  const items = inOrder(store.tables.item.having("titleId", titleId), byBarcode)
  const { rows, next } = pageOf(items, byBarcode, { after, limit, limitMax: 1000 })
  return {
    rows: rows.map((item) => ({
      item,
      transit: store.tables.transit.get(item.transitId ?? "") ?? null,
      loan: store.tables.loan.get(item.loanId ?? "") ?? null,
      keptFor: store.tables.reservation.get(item.reservationId ?? "") ?? null
    })),
    next
  }
}
