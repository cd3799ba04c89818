import type { ChargeFacts, ReaderFacts, ReservationFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { inOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { titleFacts } from "./titleFacts.ts"

export const readerFacts = (store: TenantStore, readerId: string): ReaderFacts | null => {
  const reader = store.tables.reader.get(readerId)
  const account = store.tables.account.get(readerId)
  return reader === undefined || account === undefined ? null : { reader, account }
}

/** Live reservations of a reader, the one placed first first. */
export const reservationsOf = (store: TenantStore, readerId: string): ReadonlyArray<ReservationFacts> => {
  const live = store.tables.reservationReader.having("readerId", readerId).flatMap(({ reservationId }) => {
    const reservation = store.tables.reservation.get(reservationId)
    return reservation === undefined || reservation.endedAt !== null ? [] : [reservation]
  })
  return inOrder(live, [{ column: "placedAt" }, { column: "reservationId" }]).flatMap((reservation) => {
    const title = titleFacts(store, reservation.titleId)
    const queue = store.tables.titleQueue.get(reservation.titleId)
    if (title === null || queue === undefined) return []
    return [
      {
        reservation,
        readerId: readerId as Tables["reader"]["readerId"],
        title,
        queue,
        ahead: aheadOf(store, reservation)
      }
    ]
  })
}

const aheadOf = (store: TenantStore, { titleId, place }: Tables["reservation"]): number =>
  store.tables.reservation
    .having("titleId", titleId)
    .filter((other) => other.state === "waiting" && other.place !== null && place !== null && other.place < place)
    .length

/** Charges of a reader that something is owed of, the oldest first. */
export const chargesOf = (store: TenantStore, readerId: string): ReadonlyArray<ChargeFacts> => {
  const owed = store.tables.charge.having("accountId", readerId).filter(({ outstanding }) => outstanding > 0)
  return inOrder(owed, [{ column: "raisedAt" }, { column: "chargeId" }]).map((charge) => {
    const link = store.tables.chargeLoan.only(["chargeId"], [charge.chargeId])
    const loan = link === undefined ? undefined : store.tables.loan.get(link.loanId)
    return { charge, loanId: loan?.loanId ?? null, loanClosed: loan !== undefined && loan.closedAt !== null }
  })
}
