import type { TitleId } from "../../../catalogue/model.ts"
import type {
  Candidate,
  FactSlots,
  KeptReservation,
  Page,
  QueueCount,
  RankCount,
  RecalledCopy,
  SetAsideReservation,
  SetStanding,
  ShelvedCopy,
  ShelvedForReader,
  WaitedTitle
} from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import type { ReservationRow } from "../../../reservations/model.ts"
import { isWanted, targetOf } from "../../../reservations/target.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"
import { titleFacts } from "./titleFacts.ts"

export const setAsideOfItem = (store: TenantStore, item: Tables["item"] | undefined): KeptReservation | null => {
  const owned = item == null || item.reservationId === null ? null : ownedReservation(store, item.reservationId)
  const reader = owned === null ? undefined : store.tables.reader.get(owned.readerId)
  return owned === null || reader === undefined ? null : { ...owned, reader }
}

/** A live reservation with its reader; `null` once it ended, as that link is cut then. */
export const ownedReservation = (store: TenantStore, reservationId: string): SetAsideReservation | null => {
  const reservation = store.tables.reservation.get(reservationId)
  const link = store.tables.reservationReader.get(reservationId)
  return reservation === undefined || link === undefined
    ? null
    : { reservation, readerId: link.readerId, slot: slotOf(store, reservationId) }
}

/** The pickup slot that a reservation has. */
export const slotOf = (store: TenantStore, reservationId: string): Tables["pickupSlot"] | null =>
  store.tables.pickupSlot.get(store.tables.slotTaken.get(reservationId)?.slotId ?? "") ?? null

/** Who waits for this very item or for any copy of its title, first in the queue first. */
export const candidatesOf = (
  store: TenantStore,
  item: Tables["item"] | undefined,
  limit: number
): ReadonlyArray<Candidate> => {
  if (item === undefined) return []
  const waiting = store.tables.reservation
    .having("titleId", item.titleId)
    .filter((one) => one.state === "waiting" && isWanted(targetOf(one), item))
  return inOrder(waiting, [{ column: "place" }])
    .flatMap((reservation) => candidate(store, reservation) ?? [])
    .slice(0, limit)
}

/** Who waits for the title of a reservation besides it, first in the queue first. */
export const candidatesBeside = (
  store: TenantStore,
  { reservationId, limit }: FactSlots["candidatesBeside"]["by"]
): ReadonlyArray<Candidate> => {
  const titleId = store.tables.reservation.get(reservationId)?.titleId ?? ""
  const waiting = store.tables.reservation
    .having("titleId", titleId)
    .filter((one) => one.state === "waiting" && one.reservationId !== reservationId)
  return inOrder(waiting, byPlace)
    .flatMap((reservation) => candidate(store, reservation) ?? [])
    .slice(0, limit)
}

/** Who waits in the queues of these titles, counted by the copy that is wanted. */
export const queuesOf = (
  store: TenantStore,
  titleIds: Iterable<TitleId>,
  counts: (reservation: ReservationRow) => boolean = () => true
): ReadonlyArray<QueueCount> =>
  [...new Set(titleIds)].flatMap((titleId) => {
    const groups = new Map<string, QueueCount>()
    for (const reservation of store.tables.reservation.having("titleId", titleId)) {
      const { state, suspended, itemId, volume, itemType, pickupBranch } = reservation
      if (state !== "waiting" || suspended === 1 || !counts(reservation)) continue
      const name = JSON.stringify([itemId, volume, itemType, pickupBranch])
      const count = (groups.get(name)?.count ?? 0) + 1
      groups.set(name, { titleId, itemId, volume, itemType, pickupBranch, count })
    }
    return [...groups.values()]
  })

/** Who waits for a title, first in the queue first. */
export const candidatesOfTitle = (store: TenantStore, by: FactSlots["candidatesOfTitle"]["by"]): Page<Candidate> => {
  const waiting = store.tables.reservation.having("titleId", by.titleId).filter(({ state }) => state === "waiting")
  const { rows, next } = pageOf(inOrder(waiting, byPlace), byPlace, { ...by, limitMax: 1000 })
  return { rows: rows.flatMap((reservation) => candidate(store, reservation) ?? []), next }
}

const byPlace: RowOrder<Tables["reservation"]> = [{ column: "place" }]

/** Titles that somebody waits for. */
export const waitedTitles = (store: TenantStore, by: FactSlots["waitedTitles"]["by"]): Page<WaitedTitle> => {
  const waited = store.tables.titleQueue.inKeyOrder().filter(({ waitingCount }) => waitingCount > 0)
  const { rows, next } = pageOf(waited, [{ column: "titleId" }], { ...by, limitMax: 1000 })
  return {
    rows: rows.flatMap((queue) => {
      const title = titleFacts(store, queue.titleId)
      return title === null ? [] : [{ title, queue }]
    }),
    next
  }
}

const byShelf: RowOrder<Tables["reservation"]> = [{ column: "shelfUntil" }, { column: "reservationId" }]

/** What stands on the pickup shelf of a branch. */
export const pickupShelf = (store: TenantStore, by: FactSlots["pickupShelf"]["by"]): Page<ShelvedCopy> => {
  const { rows, next } = shelfToTell(store, by)
  return { rows: rows.map(({ reader: _, ...shelved }) => shelved), next }
}

/** The same with whose each is. */
export const shelfToTell = (store: TenantStore, by: FactSlots["shelfToTell"]["by"]): Page<ShelvedForReader> => {
  const shelved = store.tables.reservation
    .inKeyOrder()
    .filter(({ state, pickupBranch }) => state === "setAside" && pickupBranch === by.branch)
  const { rows, next } = pageOf(inOrder(shelved, byShelf), byShelf, { ...by, limitMax: 1000 })
  return {
    rows: rows.flatMap((reservation) => {
      const { reservationId } = reservation
      const facts = itemFacts(store, itemSetAsideFor(store, reservationId))
      const reader = store.tables.reader.get(store.tables.reservationReader.get(reservationId)?.readerId ?? "")
      return facts === null || reader === undefined
        ? []
        : [{ reservation, ...facts, reader, ofSet: standingOfSet(store, reservationId) }]
    }),
    next
  }
}

const standingOfSet = (store: TenantStore, reservationId: string): SetStanding | null => {
  const own = store.tables.reservationReader.get(reservationId)
  if (own === undefined || own.groupKind !== "together") return null
  const set = store.tables.reservationReader
    .having("readerId", own.readerId)
    .filter(({ groupId }) => groupId === own.groupId)
    .map((link) => store.tables.reservation.get(link.reservationId)?.state)
  return { here: set.filter((state) => state === "setAside").length, of: set.length }
}

/** The other copies of the title of a copy that are on loan and recalled for reservations. */
export const recalledBeside = (store: TenantStore, item: Tables["item"] | undefined): ReadonlyArray<RecalledCopy> => {
  if (item === undefined) return []
  const others = store.tables.item.having("titleId", item.titleId).filter(({ itemId, loanId }) => {
    const loan = loanId === null || itemId === item.itemId ? undefined : store.tables.loan.get(loanId)
    return loan?.state === "onLoan" && loan.recalledBy === "reservation"
  })
  return inOrder(others, [{ column: "itemId" }]).map(({ itemId, volume, type }) => ({ itemId, volume, type }))
}

/** How many wait for a title, by rank and what each is for. */
export const ranksOf = (store: TenantStore, titleId: string): ReadonlyArray<RankCount> => {
  const groups = new Map<string, RankCount>()
  for (const { state, rank, itemId, ...asked } of store.tables.reservation.having("titleId", titleId)) {
    if (state !== "waiting" || rank === null) continue
    const named = itemId === null ? undefined : store.tables.item.get(itemId)
    const volume = asked.volume || (named?.volume ?? "")
    const itemType = asked.itemType || (named?.type ?? "")
    const name = JSON.stringify([rank, itemId, volume, itemType])
    groups.set(name, { rank, itemId, volume, itemType, count: (groups.get(name)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** A live reservation and those of its queue around it. */
export const queueAround = (
  store: TenantStore,
  reservationId: string,
  limit: number
): ReadonlyArray<Tables["reservation"]> => {
  const own = store.tables.reservation.get(reservationId)
  if (own === undefined || own.place === null) return []
  const live = store.tables.reservation.having("titleId", own.titleId).filter(({ place }) => place !== null)
  const queue = inOrder(live, [{ column: "place" }])
  const at = queue.findIndex((one) => one.reservationId === reservationId)
  return queue.slice(Math.max(0, at - limit + 1), at + limit)
}

const candidate = (store: TenantStore, reservation: Tables["reservation"]): Candidate | null => {
  const link = store.tables.reservationReader.get(reservation.reservationId)
  const facts = link === undefined ? null : readerFacts(store, link.readerId)
  return facts === null ? null : { reservation, ...facts }
}

export const itemSetAsideFor = (store: TenantStore, reservationId: string): Tables["item"] | undefined => {
  const itemId = store.tables.reservation.get(reservationId)?.setAsideItemId ?? null
  return itemId === null ? undefined : store.tables.item.get(itemId)
}
