import type { FactSlots, Found, Lookup, Page, SlotName } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { appealFacts, appealsById, appealsOf, appealsToDecide, forgivenOf, heldOf, openAppeals } from "./appealFacts.ts"
import {
  blocksOf,
  blocksOfQueue,
  blocksOfReaders,
  loansOfTitleOf,
  loansOfVolumeSetOf,
  overdueOf,
  readersBeside,
  readersOfCandidates
} from "./blockFacts.ts"
import { bookingFacts, bookingsOf, bookingsOfItem, bookingsOfItems } from "./bookingFacts.ts"
import { cashInDesk, cashOfEntry } from "./cashFacts.ts"
import { allottedBy, chargeOf, chargesOfLoan, creditsOf, depositsOf, entryOf, forgoneWith } from "./chargeFacts.ts"
import { chargesOfLoans, historyOf, loanOfCharge } from "./historyFacts.ts"
import {
  allIncidentsOf,
  chargesOfIncident,
  conditionsOf,
  incidentFacts,
  incidentLinksOf,
  incidentsToBill,
  openIncidentsOf,
  registeredIncidents
} from "./incidentFacts.ts"
import { openInterloans } from "./interlendingFacts.ts"
import { itemFacts, itemWithBarcode } from "./itemFacts.ts"
import { joinedOf, readersOf } from "./joinedReservations.ts"
import { archiveOf, cardsOf, linksOf, linksTo, loanLinksOf, lostCardsOf, movableCharges, notesOf } from "./linkFacts.ts"
import {
  accruingOf,
  chargesOfThese,
  chargesOfTitle,
  lastLoanOf,
  loanOfItem,
  loansDue,
  loansOf,
  loansOfTitle,
  openClaims,
  overdueLoans,
  recalledForReader,
  recalledOf,
  searchesOf,
  settledOf,
  titlesReservedBy,
  unseenOf,
  useOf
} from "./loanFacts.ts"
import { blockingOf, chargesOfLoss, incidentChargesOf, lossOf } from "./lossFacts.ts"
import {
  candidatesBeside,
  candidatesOf,
  candidatesOfTitle,
  itemSetAsideFor,
  ownedReservation,
  pickupShelf,
  queueAround,
  queuesOf,
  ranksOf,
  recalledBeside,
  setAsideOfItem,
  shelfToTell,
  slotOf,
  waitedTitles
} from "./queueFacts.ts"
import { chargesOf, readerFacts, reservationsOf } from "./readerFacts.ts"
import { copiesOf, copiesOfEach, titleFacts, titlesWith } from "./titleFacts.ts"
import { copiesStanding, queueOfTitle, waitingBefore } from "./titleQueueFacts.ts"
import { transitsAt, transitsOf } from "./transitFacts.ts"

/** What a tenant's rows say to each of the questions. */
export const answer = <L extends Lookup>(store: TenantStore, lookup: L): Found<L> => {
  const found: Record<string, unknown> = {}
  for (const [slot, by] of Object.entries(lookup)) {
    found[slot] = (slots[slot as SlotName] as (store: TenantStore, by: unknown) => unknown)(store, by)
  }
  return found as Found<L>
}

type Slots = { readonly [S in SlotName]: (store: TenantStore, by: FactSlots[S]["by"]) => FactSlots[S]["gives"] }

const slots: Slots = {
  item: (store, { barcode }) => itemFacts(store, itemWithBarcode(store, barcode)),
  loanOfItem: (store, { barcode }) => loanOfItem(store, itemWithBarcode(store, barcode)),
  transitsOfItem: (store, { barcode }) => transitsOf(store, itemWithBarcode(store, barcode)),
  transitsFrom: (store, by) => transitsAt(store, "fromBranch", by),
  transitsTo: (store, by) => transitsAt(store, "toBranch", by),
  setAsideOfItem: (store, { barcode }) => setAsideOfItem(store, itemWithBarcode(store, barcode)),
  candidatesOfItem: (store, { barcode, limit }) => candidatesOf(store, itemWithBarcode(store, barcode), limit),
  blocksOfQueue: (store, { barcode, limit }) => blocksOfQueue(store, itemWithBarcode(store, barcode), limit),
  joinedOfQueue: (store, { barcode, limit }) =>
    joinedOf(store, readersOfCandidates(store, itemWithBarcode(store, barcode), limit)),
  joinedAfterReservation: (store, { reservationId, limit }) =>
    joinedOf(store, readersOfCandidates(store, itemSetAsideFor(store, reservationId), limit)),
  joinedBeside: (store, by) => joinedOf(store, readersBeside(store, by)),
  joinedOfKept: (store, { barcode }) =>
    joinedOf(store, readersOf(store, itemWithBarcode(store, barcode)?.reservationId ?? null)),
  joinedOfReservation: (store, { reservationId }) => joinedOf(store, readersOf(store, reservationId)),
  joinedOfReader: (store, by) => ofReader(store, by, [], (readerId) => joinedOf(store, [readerId])),
  joinedOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => joinedOf(store, [readerId])),
  reader: (store, by) => ofReader(store, by, null, (readerId) => readerFacts(store, readerId)),
  loanCounts: (store, by) => ofReader(store, by, [], (readerId) => store.tables.loanCount.having("readerId", readerId)),
  loansOfReader: (store, by) => ofReader(store, by, [], (readerId) => loansOf(store, readerId)),
  reservationsOfReader: (store, by) => ofReader(store, by, [], (readerId) => reservationsOf(store, readerId)),
  chargesOfReader: (store, by) => ofReader(store, by, [], (readerId) => chargesOf(store, readerId)),
  chargesOfBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => chargesOf(store, readerId)),
  creditsOfReader: (store, by) => ofReader(store, by, [], (readerId) => creditsOf(store, readerId)),
  oneCharge: (store, by) => ofReader(store, by, null, (readerId) => chargeOf(store, readerId, by.chargeId)),
  entryOfReader: (store, by) => ofReader(store, by, null, (readerId) => entryOf(store, readerId, by.entryId)),
  allottedByEntry: (store, by) => ofReader(store, by, [], (readerId) => allottedBy(store, readerId, by.entryId)),
  forgoneWithEntry: (store, by) => ofReader(store, by, [], (readerId) => forgoneWith(store, readerId, by.entryId)),
  chargesOfItem: (store, { barcode }) => chargesOfLoan(store, itemWithBarcode(store, barcode)?.loanId ?? null),
  depositsOfReader: (store, by) => ofReader(store, by, [], (readerId) => depositsOf(store, readerId)),
  cashDesk: (store, { cashDesk }) => store.tables.cashDesk.get(cashDesk) ?? null,
  booking: (store, { bookingId }) => bookingFacts(store, bookingId),
  bookingsBeside: (store, { bookingId }) =>
    bookingsOfItem(store, store.tables.booking.get(bookingId)?.itemId).filter(
      ({ booking }) => booking.bookingId !== bookingId
    ),
  setAsideOfBooking: (store, { bookingId }) =>
    setAsideOfItem(store, store.tables.item.get(store.tables.booking.get(bookingId)?.itemId ?? "")),
  bookingsOfReservation: (store, { reservationId }) =>
    bookingsOfItem(store, itemSetAsideFor(store, reservationId)?.itemId),
  bookingsOfTitle: (store, { titleId }) =>
    bookingsOfItems(
      store,
      store.tables.item.having("titleId", titleId).map(({ itemId }) => itemId)
    ),
  bookingsOfItem: (store, { barcode }) => bookingsOfItem(store, itemWithBarcode(store, barcode)?.itemId),
  bookingsOfLoans: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      bookingsOfItems(
        store,
        loansOf(store, readerId).map(({ item }) => item.itemId)
      )
    ),
  bookingsOfReader: (store, by) => ofReader(store, by, [], (readerId) => bookingsOf(store, readerId)),
  bookingsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => bookingsOf(store, readerId)),
  bookingsOfBooker: (store, by) => ofBooker(store, by, (readerId) => bookingsOf(store, readerId)),
  loanCountsOfBooker: (store, by) =>
    ofBooker(store, by, (readerId) => store.tables.loanCount.having("readerId", readerId)),
  blocksOfBooker: (store, by) => ofBooker(store, by, (readerId) => blocksOf(store, readerId)),
  overdueOfBooker: (store, by) => ofBooker(store, by, (readerId) => overdueOf(store, readerId, by)),
  chargesOfBooker: (store, by) => ofBooker(store, by, (readerId) => chargesOf(store, readerId)),
  heldOfBooker: (store, by) => ofBooker(store, by, (readerId) => heldOf(store, [readerId])),
  linksOfBooker: (store, by) => ofBooker(store, by, (readerId) => linksOf(store, readerId)),
  linksToBooker: (store, by) => ofBooker(store, by, (readerId) => linksTo(store, readerId)),
  bookingsOver: (store, by) =>
    page(
      store.tables.booking.inKeyOrder().filter(({ endedAt, untilAt }) => endedAt === null && untilAt < by.before),
      by,
      [{ column: "untilAt" }, { column: "bookingId" }]
    ),
  interloanOfReservation: (store, { reservationId }) =>
    store.tables.interloan.inKeyOrder().find(({ openReservationId }) => openReservationId === reservationId) ?? null,
  interloan: (store, { interloanId }) => store.tables.interloan.get(interloanId) ?? null,
  openInterloans,
  messageToSend: (store, { messageId }) => store.tables.outbox.get(messageId) ?? null,
  pickupSlot: (store, { slotId }) => store.tables.pickupSlot.get(slotId) ?? null,
  slotsOfBranch: (store, by) =>
    page(
      store.tables.pickupSlot
        .inKeyOrder()
        .filter(
          ({ branch, closedAt, untilAt }) =>
            branch === by.branch && closedAt === null && (untilAt === null || untilAt > by.at)
        ),
      by,
      [{ column: "slotId" }]
    ),
  slotsOfReader: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      inOrder(store.tables.reservationReader.having("readerId", readerId), [{ column: "reservationId" }]).flatMap(
        ({ reservationId }) => {
          const slot = slotOf(store, reservationId)
          return slot === null ? [] : [{ reservationId, slot }]
        }
      )
    ),
  cashInDesk,
  cashOfEntry,
  entriesOfReader: (store, by) =>
    ofReader(store, by, { rows: [], next: null }, (readerId) =>
      page(store.tables.entry.having("accountId", readerId), by, newestFirst)
    ),
  cardsOfReader: (store, { readerId }) =>
    inOrder(store.tables.card.having("readerId", readerId), [{ column: "card" }]).map(({ card }) => card),
  cardsAlike: (store, by) => ofReader(store, by, [], (readerId) => cardsOf(store, readerId)),
  lostCard: (store, { card }) => store.tables.lostCard.get(card) ?? null,
  lostCardsOfReader: (store, by) => ofReader(store, by, [], (readerId) => lostCardsOf(store, readerId)),
  notesOfReader: (store, by) => ofReader(store, by, [], (readerId) => notesOf(store, readerId)),
  linksOfReader: (store, by) => ofReader(store, by, [], (readerId) => linksOf(store, readerId)),
  linksToReader: (store, by) => ofReader(store, by, [], (readerId) => linksTo(store, readerId)),
  linksOfBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => linksOf(store, readerId)),
  linksToBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => linksTo(store, readerId)),
  archiveOfReader: (store, by) =>
    ofReader(store, by, { rows: [], next: null }, (readerId) => archiveOf(store, readerId, by)),
  pendingReaders: (store, by) =>
    page(
      store.tables.reader.inKeyOrder().filter(({ status }) => status === "pending"),
      by,
      [{ column: "readerId" }]
    ),
  otherReader: (store, { other }) => ofReader(store, { card: other }, null, (readerId) => readerFacts(store, readerId)),
  cardsOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => cardsOf(store, readerId)),
  lostCardsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => lostCardsOf(store, readerId)),
  loanCountsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => store.tables.loanCount.having("readerId", readerId)),
  loanLinksOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => loanLinksOf(store, readerId)),
  reservationsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => reservationsOf(store, readerId)),
  chargesOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => movableCharges(store, readerId)),
  creditsOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => creditsOf(store, readerId)),
  historyOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => historyOf(store, [readerId])),
  depositsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => depositsOf(store, readerId)),
  blocksOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => blocksOf(store, readerId)),
  notesOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => notesOf(store, readerId)),
  linksOfOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => linksOf(store, readerId)),
  linksToOther: (store, { other }) => ofReader(store, { card: other }, [], (readerId) => linksTo(store, readerId)),
  cardHolders: (store, { cards }) => [...new Set(cards)].flatMap((card) => store.tables.card.get(card) ?? []),
  blocksOfReader: (store, by) => ofReader(store, by, [], (readerId) => blocksOf(store, readerId)),
  blocksOfReservation: (store, { reservationId }) =>
    readersOf(store, reservationId).flatMap((readerId) => blocksOf(store, readerId)),
  blocksOfBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => blocksOf(store, readerId)),
  overdueOfReader: (store, by) => ofReader(store, by, [], (readerId) => overdueOf(store, readerId, by)),
  overdueOfBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => overdueOf(store, readerId, by)),
  loansOfTitle: (store, by) => ofReader(store, by, [], (readerId) => loansOfTitleOf(store, readerId, by.barcode)),
  loansOfVolumeSet: (store, by) =>
    ofReader(store, by, [], (readerId) => loansOfVolumeSetOf(store, readerId, by.barcode)),
  readerById: (store, { readerId }) => readerFacts(store, readerId),
  title: (store, { titleId }) => {
    const title = store.tables.title.get(titleId)
    const queue = store.tables.titleQueue.get(titleId)
    return title === undefined || queue === undefined ? null : { title, queue }
  },
  titleByControlNumber: (store, { source, controlNumber }) =>
    store.tables.title.only(["source", "controlNumber"], [source, controlNumber]) ?? null,
  copiesOfTitle: (store, { titleId }) => copiesOf(store, titleId),
  waitingByRank: (store, { titleId }) => ranksOf(store, titleId),
  queueOfTitle,
  waitingBefore,
  copiesStanding,
  ownLoansOfTitle: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      inOrder(
        loansOf(store, readerId).flatMap((one) => (one.item.titleId === by.titleId ? [{ ...one, ...one.loan }] : [])),
        [{ column: "loanId" }]
      ).map(({ loan, item, queue, title }) => ({ loan, item, queue, title }))
    ),
  loansOfTitleToRecall: (store, { titleId, limit }) =>
    loansOfTitle(store, titleId)
      .filter(({ loan }) => loan.recalledAt === null)
      .slice(0, limit),
  chargesOfTitle: (store, { titleId }) => chargesOfTitle(store, titleId),
  recalledOfReservation: (store, { reservationId }) => recalledOf(store, reservationId),
  chargesOfRecalled: (store, { reservationId }) => chargesOfThese(store, recalledOf(store, reservationId)),
  recallsBesides: (store, { reservationId }) => {
    const titleId = store.tables.reservation.get(reservationId)?.titleId
    const isOther = (one: Tables["reservation"]): boolean =>
      one.kind === "recall" && one.reservationId !== reservationId
    return queuesOf(store, titleId === undefined ? [] : [titleId], isOther)
  },
  recalledForReader: (store, by) => ofReader(store, by, [], (readerId) => recalledForReader(store, readerId)),
  chargesRecalledForReader: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      chargesOfThese(
        store,
        titlesReservedBy(store, readerId).flatMap((titleId) => loansOfTitle(store, titleId))
      )
    ),
  recallsWithReader: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      queuesOf(store, titlesReservedBy(store, readerId), ({ kind }) => kind === "recall")
    ),
  waitedTitles: (store, by) => waitedTitles(store, by),
  candidatesOfTitle,
  pickupShelf: (store, by) => pickupShelf(store, by),
  shelfToTell: (store, by) => shelfToTell(store, by),
  itemsOfTitle: (store, by) => page(store.tables.item.having("titleId", by.titleId), by, [{ column: "barcode" }]),
  titlesFound: titlesWith,
  reservation: (store, { reservationId }) => {
    const owned = ownedReservation(store, reservationId)
    const queue = owned === null ? undefined : store.tables.titleQueue.get(owned.reservation.titleId)
    return owned === null || queue === undefined ? null : { ...owned, queue }
  },
  readerOfReservation: (store, { reservationId }) => {
    const owned = ownedReservation(store, reservationId)
    const reader = owned === null ? null : readerFacts(store, owned.readerId)
    const title = owned === null ? null : titleFacts(store, owned.reservation.titleId)
    return reader === null || title === null ? null : { ...reader, title }
  },
  copiesOfReservation: (store, { reservationId }) => {
    const reservation = store.tables.reservation.get(reservationId)
    return reservation === undefined ? [] : copiesOf(store, reservation.titleId)
  },
  queueAround: (store, { reservationId, limit }) => queueAround(store, reservationId, limit),
  itemOfReservation: (store, { reservationId }) => itemFacts(store, itemSetAsideFor(store, reservationId)),
  transitsOfReservation: (store, { reservationId }) => transitsOf(store, itemSetAsideFor(store, reservationId)),
  candidatesAfterReservation: (store, { reservationId, limit }) =>
    candidatesOf(store, itemSetAsideFor(store, reservationId), limit),
  titleOfReservation: (store, { reservationId }) => {
    const titleId = store.tables.reservation.get(reservationId)?.titleId ?? ""
    const title = titleFacts(store, titleId)
    const queue = store.tables.titleQueue.get(titleId)
    return title === null || queue === undefined ? null : { title, queue }
  },
  candidatesBeside,
  blocksBeside: (store, by) => blocksOfReaders(store, readersBeside(store, by)),
  blocksAfterReservation: (store, { reservationId, limit }) =>
    blocksOfQueue(store, itemSetAsideFor(store, reservationId), limit),
  shelfExpired: (store, by) =>
    page(
      store.tables.reservation
        .inKeyOrder()
        .filter(({ state, shelfUntil }) => state === "setAside" && shelfUntil !== null && shelfUntil < by.before),
      by,
      [{ column: "reservationId" }]
    ),
  waitExpired: (store, by) =>
    page(
      store.tables.reservation
        .inKeyOrder()
        .filter(({ state, waitUntil }) => state === "waiting" && waitUntil !== null && waitUntil < by.before),
      by,
      [{ column: "waitUntil" }, { column: "reservationId" }]
    ),
  suspensionOver: (store, by) =>
    page(
      store.tables.reservation
        .inKeyOrder()
        .filter(
          ({ state, suspendedUntil }) => state === "waiting" && suspendedUntil !== null && suspendedUntil < by.before
        ),
      by,
      [{ column: "suspendedUntil" }, { column: "reservationId" }]
    ),
  copiesOfItem: (store, { barcode }) => copiesOfEach(store, titlesOf([itemWithBarcode(store, barcode)])),
  recallsOfItem: (store, { barcode }) =>
    queuesOf(store, titlesOf([itemWithBarcode(store, barcode)]), ({ kind }) => kind === "recall"),
  recalledOfItem: (store, { barcode }) => recalledBeside(store, itemWithBarcode(store, barcode)),
  queueOfItem: (store, { barcode }) => queuesOf(store, titlesOf([itemWithBarcode(store, barcode)])),
  copiesOfLoans: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      copiesOfEach(store, titlesOf(loansOf(store, readerId).map(({ item }) => item)))
    ),
  queuesOfLoans: (store, by) =>
    ofReader(store, by, [], (readerId) => queuesOf(store, titlesOf(loansOf(store, readerId).map(({ item }) => item)))),
  unseenOfItem: (store, { barcode }) => unseenOf(store, [itemWithBarcode(store, barcode)?.loanId ?? ""]),
  unseenOfLoans: (store, by) =>
    ofReader(store, by, [], (readerId) =>
      unseenOf(
        store,
        store.tables.loanReader.having("readerId", readerId).map(({ loanId }) => loanId)
      )
    ),
  openClaims,
  searchesOfItem: (store, { barcode }) => searchesOf(store, itemWithBarcode(store, barcode)?.loanId ?? null),
  loansDue,
  historyOfLoan: (store, { barcode }) => historyOf(store, [itemWithBarcode(store, barcode)?.loanId]),
  historyOfReservation: (store, { reservationId }) => historyOf(store, [reservationId]),
  historyOfCharge: (store, { chargeId }) =>
    historyOf(store, [
      store.tables.charge.get(chargeId)?.accountId,
      store.tables.chargeLoan.only(["chargeId"], [chargeId])?.loanId
    ]),
  loanOfCharge,
  chargesOfLoans,
  incident: (store, { incidentId }) => incidentFacts(store, incidentId),
  incidentsOfItem: (store, { barcode }) => openIncidentsOf(store, itemWithBarcode(store, barcode)),
  chargesOfIncident: (store, { incidentId }) =>
    chargesOfIncident(store, incidentId).map(({ charge, paid }) => ({ charge, paid })),
  chargesOfItemIncidents: (store, { barcode }) =>
    inOrder(
      openIncidentsOf(store, itemWithBarcode(store, barcode)).flatMap(({ incidentId }) =>
        chargesOfIncident(store, incidentId).map((one) => ({ ...one, chargeId: one.charge.chargeId }))
      ),
      [{ column: "chargeId" }]
    ).map(({ chargeId: _, ...one }) => one),
  lossOfItem: (store, { barcode }) => lossOf(store, itemWithBarcode(store, barcode)),
  chargesOfLoss: (store, { barcode }) => chargesOfLoss(store, itemWithBarcode(store, barcode)),
  incidentChargesOfReader: (store, by) => ofReader(store, by, [], (readerId) => incidentChargesOf(store, readerId)),
  incidentChargesOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => incidentChargesOf(store, readerId)),
  blockingIncidents: (store, by) => ofReader(store, by, [], (readerId) => blockingOf(store, readerId)),
  titleOfIncident: (store, by) => store.tables.title.get(itemOfIncident(store, by)?.titleId ?? "") ?? null,
  copiesOfIncident: (store, by) => copiesOfEach(store, titlesOf([itemOfIncident(store, by)])),
  loanChargesOfIncident: (store, { incidentId }) =>
    chargesOfLoan(store, store.tables.incident.get(incidentId)?.loanId ?? null),
  incidentsToBill: (store, by) => incidentsToBill(store, by),
  conditionOfItem: (store, { barcode }) =>
    conditionsOf(store, itemWithBarcode(store, barcode), { after: null, limit: 1 }).rows[0] ?? null,
  conditionsOfItem: (store, by) => conditionsOf(store, itemWithBarcode(store, by.barcode), by),
  registeredIncidents: (store, by) => registeredIncidents(store, by),
  allIncidentsOfItem: (store, by) => allIncidentsOf(store, itemWithBarcode(store, by.barcode), by),
  incidentsOfReader: (store, by) => ofReader(store, by, [], (readerId) => incidentLinksOf(store, readerId)),
  incidentsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => incidentLinksOf(store, readerId)),
  lastLoanOfItem: (store, { barcode }) => lastLoanOf(store, itemWithBarcode(store, barcode)),
  useOfItem: (store, { barcode }) => useOf(store, itemWithBarcode(store, barcode)),
  appeal: (store, { appealId }) => appealFacts(store, appealId),
  chargesOfAppeal: (store, { appealId }) => chargesOf(store, store.tables.appeal.get(appealId)?.accountId ?? ""),
  settledOfAppeal: (store, { appealId }) => settledOf(store, store.tables.appeal.get(appealId)?.accountId ?? ""),
  incidentChargesOfAppeal: (store, { appealId }) =>
    incidentChargesOf(store, store.tables.appeal.get(appealId)?.accountId ?? ""),
  appealsOfReader: (store, by) =>
    ofReader(store, by, { rows: [], next: null }, (readerId) => appealsOf(store, readerId, by)),
  appealsOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => appealsById(store, readerId)),
  appealOfCharge: (store, { chargeId }) => store.tables.appeal.only(["chargeId"], [chargeId]) ?? null,
  heldOfReader: (store, by) => ofReader(store, by, [], (readerId) => heldOf(store, [readerId])),
  heldOfBorrower: (store, by) => ofBorrower(store, by, [], (readerId) => heldOf(store, [readerId])),
  heldOfQueue: (store, { barcode, limit }) =>
    heldOf(store, readersOfCandidates(store, itemWithBarcode(store, barcode), limit)),
  heldOfReservation: (store, { reservationId }) => heldOf(store, readersOf(store, reservationId)),
  heldBeside: (store, by) => heldOf(store, readersBeside(store, by)),
  heldAfterReservation: (store, { reservationId, limit }) =>
    heldOf(store, readersOfCandidates(store, itemSetAsideFor(store, reservationId), limit)),
  openAppeals,
  appealsToDecide: (store, by) => appealsToDecide(store, by),
  forgivenOfReader: (store, by) => ofReader(store, by, 0, (readerId) => forgivenOf(store, readerId, by.since)),
  titleOfItem: (store, { barcode }) => {
    const titleId = itemWithBarcode(store, barcode)?.titleId
    return titleId === undefined ? null : (store.tables.title.get(titleId) ?? null)
  },
  overdueLoans: (store, by) => overdueLoans(store, by),
  settledOfReader: (store, by) => ofReader(store, by, [], (readerId) => settledOf(store, readerId)),
  accruingOfReader: (store, by) => ofReader(store, by, [], (readerId) => accruingOf(store, readerId, ["overdue"])),
  accruingOfOther: (store, { other }) =>
    ofReader(store, { card: other }, [], (readerId) => accruingOf(store, readerId, ["overdue", "reminder"])),
  token: (store, { tokenHash }) => store.tables.token.get(tokenHash) ?? null
}

const itemOfIncident = (store: TenantStore, { incidentId }: { readonly incidentId: string }) =>
  store.tables.item.get(store.tables.incident.get(incidentId)?.itemId ?? "")

const titlesOf = (items: ReadonlyArray<Tables["item"] | undefined>): ReadonlyArray<Tables["item"]["titleId"]> =>
  items.flatMap((item) => item?.titleId ?? [])

const newestFirst: RowOrder<Tables["entry"]> = [
  { column: "at", down: true },
  { column: "entryId", down: true }
]

const ofReader = <A>(
  store: TenantStore,
  { card }: { readonly card: string },
  none: A,
  give: (readerId: string) => A
): A => {
  const row = store.tables.card.get(card)
  return row === undefined ? none : give(row.readerId)
}

const ofBooker = <Row>(
  store: TenantStore,
  { bookingId }: { readonly bookingId: string },
  give: (readerId: string) => ReadonlyArray<Row>
): ReadonlyArray<Row> => {
  const link = store.tables.bookingReader.get(bookingId)
  return link === undefined ? [] : give(link.readerId)
}

const ofBorrower = <A>(
  store: TenantStore,
  { barcode }: { readonly barcode: string },
  none: A,
  give: (readerId: string) => A
): A => {
  const lent = loanOfItem(store, itemWithBarcode(store, barcode as Tables["item"]["barcode"]))
  return lent === null ? none : give(lent.reader.readerId)
}

const page = <Row>(
  rows: ReadonlyArray<Row>,
  { after, limit }: { readonly after: string | null; readonly limit: number },
  order: RowOrder<Row>
): Page<Row> => pageOf(inOrder(rows, order), order, { after, limit, limitMax: 1000 })
