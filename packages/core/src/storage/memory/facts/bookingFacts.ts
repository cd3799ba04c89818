import type { BookedItem, BookingFacts, OwnedBooking } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { inOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"

/** A live booking with everything about it; `null` once it ended, as its link is cut then. */
export const bookingFacts = (store: TenantStore, bookingId: string): BookingFacts | null => {
  const booking = store.tables.booking.get(bookingId)
  const readerId = store.tables.bookingReader.get(bookingId)?.readerId
  if (booking === undefined || readerId === undefined) return null
  const item = itemFacts(store, store.tables.item.get(booking.itemId))
  const reader = readerFacts(store, readerId)
  if (item === null || reader === null) return null
  return { booking, readerId, ...item, ...reader, loanDueAt: dueAtOf(store, booking.itemId) }
}

const dueAtOf = (store: TenantStore, itemId: string): BookingFacts["loanDueAt"] =>
  store.tables.loan.having("itemId", itemId).find(({ closedAt }) => closedAt === null)?.dueAt ?? null

export const bookingsOfItem = (store: TenantStore, itemId: string | undefined): ReadonlyArray<OwnedBooking> =>
  itemId === undefined
    ? []
    : inOrder(store.tables.booking.having("itemId", itemId), [
        { column: "blockedFrom" },
        { column: "bookingId" }
      ]).flatMap((booking) => owned(store, booking) ?? [])

export const bookingsOfItems = (store: TenantStore, itemIds: ReadonlyArray<string>): ReadonlyArray<OwnedBooking> =>
  inOrder(
    itemIds.flatMap((itemId) => bookingsOfItem(store, itemId)).map((one) => ({ ...one.booking, one })),
    [{ column: "blockedFrom" }, { column: "bookingId" }]
  ).map(({ one }) => one)

export const bookingsOf = (store: TenantStore, readerId: string): ReadonlyArray<BookedItem> =>
  inOrder(
    store.tables.bookingReader.having("readerId", readerId).flatMap(({ bookingId }) => {
      const booking = store.tables.booking.get(bookingId)
      const found = booking === undefined ? null : itemFacts(store, store.tables.item.get(booking.itemId))
      if (booking === undefined || found === null) return []
      return [{ ...booking, one: { booking, readerId: readerId as BookedItem["readerId"], ...found } }]
    }),
    [{ column: "fromAt" }, { column: "bookingId" }]
  ).map(({ one }) => one)

const owned = (store: TenantStore, booking: Tables["booking"]): OwnedBooking | null => {
  const link = store.tables.bookingReader.get(booking.bookingId)
  return link === undefined ? null : { booking, readerId: link.readerId }
}
