import type { ItemId, TitleId } from "../../../catalogue/model.ts"
import type { Candidate, OwnedReservation, QueueCount } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { inOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { readerFacts } from "./readerFacts.ts"

export const setAsideOfItem = (store: TenantStore, item: Tables["item"] | undefined): OwnedReservation | null =>
  item === undefined || item.reservationId === null ? null : ownedReservation(store, item.reservationId)

/** A live reservation with its reader; `null` once it ended, as that link is cut then. */
export const ownedReservation = (store: TenantStore, reservationId: string): OwnedReservation | null => {
  const reservation = store.tables.reservation.get(reservationId)
  const link = store.tables.reservationReader.get(reservationId)
  return reservation === undefined || link === undefined ? null : { reservation, readerId: link.readerId }
}

/** Who waits for this very item or for any copy of its title, first in the queue first. */
export const candidatesOf = (
  store: TenantStore,
  item: Tables["item"] | undefined,
  limit: number
): ReadonlyArray<Candidate> => {
  if (item === undefined) return []
  const waiting = store.tables.reservation
    .having("titleId", item.titleId)
    .filter(({ state, itemId }) => state === "waiting" && (itemId === null || itemId === item.itemId))
  return inOrder(waiting, [{ column: "place" }])
    .flatMap((reservation) => candidate(store, reservation) ?? [])
    .slice(0, limit)
}

/** Who waits in the queues of these titles, counted by the copy that is wanted. */
export const queuesOf = (store: TenantStore, titleIds: Iterable<TitleId>): ReadonlyArray<QueueCount> =>
  [...new Set(titleIds)].flatMap((titleId) => {
    const counts = new Map<ItemId | null, number>()
    for (const { state, itemId } of store.tables.reservation.having("titleId", titleId))
      if (state === "waiting") counts.set(itemId, (counts.get(itemId) ?? 0) + 1)
    return [...counts].map(([itemId, count]) => ({ titleId, itemId, count }))
  })

const candidate = (store: TenantStore, reservation: Tables["reservation"]): Candidate | null => {
  const link = store.tables.reservationReader.get(reservation.reservationId)
  const facts = link === undefined ? null : readerFacts(store, link.readerId)
  return facts === null ? null : { reservation, ...facts }
}

export const itemSetAsideFor = (store: TenantStore, reservationId: string): Tables["item"] | undefined => {
  const itemId = store.tables.reservation.get(reservationId)?.setAsideItemId ?? null
  return itemId === null ? undefined : store.tables.item.get(itemId)
}
