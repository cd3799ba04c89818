import type { JoinedReservation } from "../../../decision/facts.ts"
import type { TenantStore } from "../tenantStore.ts"

/** Live reservations of these readers that are joined with others. */
export const joinedOf = (store: TenantStore, readerIds: Iterable<string>): ReadonlyArray<JoinedReservation> =>
  [...new Set(readerIds)]
    .flatMap((readerId) => store.tables.reservationReader.having("readerId", readerId))
    .flatMap(({ reservationId, groupId, groupKind }) => {
      const reservation = store.tables.reservation.get(reservationId)
      return reservation === undefined || groupId === null || groupKind === null
        ? []
        : [{ reservation, groupId, groupKind }]
    })
    .sort((one, other) => (one.reservation.reservationId < other.reservation.reservationId ? -1 : 1))

/** Whose a live reservation is; none once it ended. */
export const readersOf = (store: TenantStore, reservationId: string | null): ReadonlyArray<string> => {
  const link = reservationId === null ? undefined : store.tables.reservationReader.get(reservationId)
  return link === undefined ? [] : [link.readerId]
}
