import type { JoinedReservation } from "../../../decision/facts.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemFacts } from "./itemFacts.ts"
import { itemSetAsideFor } from "./queueFacts.ts"

/** Live reservations of these readers that are joined with others. */
export const joinedOf = (store: TenantStore, readerIds: Iterable<string>): ReadonlyArray<JoinedReservation> =>
  [...new Set(readerIds)]
    .flatMap((readerId) => store.tables.reservationReader.having("readerId", readerId))
    .flatMap(({ reservationId, readerId, groupId, groupKind }) => {
      const reservation = store.tables.reservation.get(reservationId)
      const reader = store.tables.reader.get(readerId)
      if (reservation === undefined || reader === undefined || groupId === null || groupKind === null) return []
      const copy = itemFacts(store, itemSetAsideFor(store, reservationId))
      return [{ reservation, reader, copy, groupId, groupKind }]
    })
    .sort((one, other) => (one.reservation.reservationId < other.reservation.reservationId ? -1 : 1))

/** Whose a live reservation is; none once it ended. */
export const readersOf = (store: TenantStore, reservationId: string | null): ReadonlyArray<string> => {
  const link = reservationId === null ? undefined : store.tables.reservationReader.get(reservationId)
  return link === undefined ? [] : [link.readerId]
}
