import { Effect, Result } from "effect"
import { EntryId } from "../../../accounts/model.ts"
import { BookingId } from "../../../bookings/model.ts"
import { CashDeskId } from "../../../cash/model.ts"
import { TitleId } from "../../../catalogue/model.ts"
import type { Lookup } from "../../../decision/facts.ts"
import type { TableName } from "../../../decision/tables.ts"
import { InterloanId } from "../../../interlending/model.ts"
import { PickupSlotId } from "../../../pickupSlots/model.ts"
import { ReservationId } from "../../../reservations/model.ts"
import { barcodeOf, cardOf, itemRow, morning } from "../../rows.ts"
import { lend } from "../acts.ts"
import { type ContractCase, must, mustFail, same } from "../contractCase.ts"
import { oneOfEach } from "../oneOfEach.ts"
import { newScene, type Scene } from "../scene.ts"
import { stock } from "../stock.ts"

/** No command or query of one tenant reads or changes a row of another. */
export const tenantCases: ReadonlyArray<ContractCase> = [
  {
    title: "two tenants may have the same ids, barcodes, cards, places and keys",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      yield* one.insert(oneOfEach)
      yield* other.insert(oneOfEach)
      yield* same(yield* tablesOf(other), yield* tablesOf(one), "their rows")
    })
  },
  {
    title: "what one tenant does changes no row of another that has the same ids",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      yield* one.insert(oneOfEach)
      yield* other.insert(oneOfEach)
      const before = yield* other.dump
      const item = itemRow("i3", "t2", { version: 2, collection: "moved" })
      yield* one.commit({
        update: { item: [{ row: item, was: 1 }] },
        guard: { reader: [{ id: "ada", was: 1 }] },
        charges: [
          {
            chargeId: "e1" as never,
            amount: 100 as never,
            outstanding: 0 as never,
            refunded: 0 as never,
            forgiven: 0 as never
          }
        ],
        cut: { card: [cardOf("ada")], loanReader: ["l1" as never], titleRecord: ["t1"] }
      })
      yield* one.storage.run(lend(one, "i3", "ben"))
      yield* one.storage.publish(one.tenant, policy)
      yield* same(yield* other.dump, before, "the other's rows")
      yield* same((yield* other.storage.documents(other.tenant)).documents, [], "the other's documents")
    })
  },
  {
    title: "a tenant finds nothing of what another has, in any slot or table",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      yield* one.insert(oneOfEach)
      yield* one.storage.putToken(one.tenant, token)
      yield* same(yield* other.read(everySlot), nothingFound, "what the other finds")
      yield* same(yield* tablesOf(other), yield* tablesOf(yield* newScene), "the other's tables")
      yield* same(yield* other.storage.removeToken(other.tenant, token.tokenHash), false, "removing its token")
      yield* must((yield* one.read({ token: { tokenHash: token.tokenHash } })).token !== null, "the token is gone")
    })
  },
  {
    title: "a cursor handed to another tenant shows that tenant's own rows alone",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      const items = ["i1", "i2", "i3", "i4"]
      yield* one.insert(stock({ titles: ["t1"], items: items.map((item) => [item, "t1"] as const) }))
      yield* other.insert({
        ...stock({ titles: ["t1"] }),
        item: items.map((id) => itemRow(id, "t1", { type: "other" }))
      })
      const page = yield* one.storage.scan(one.tenant, "item", null, 2)
      const scanned = yield* Effect.exit(other.storage.scan(other.tenant, "item", page.next, 10))
      const scanRows = scanned._tag === "Success" ? scanned.value.rows : []
      yield* must(
        scanRows.every(({ type }) => type === "other"),
        "a scan showed another tenant's items"
      )
      const by = { titleId: TitleId.make("t1"), limit: 2 }
      const { itemsOfTitle } = yield* one.read({ itemsOfTitle: { ...by, after: null } })
      const read = yield* Effect.exit(other.read({ itemsOfTitle: { ...by, after: itemsOfTitle.next } }))
      const readRows = read._tag === "Success" ? read.value.itemsOfTitle.rows : []
      yield* must(
        readRows.every(({ type }) => type === "other"),
        "a page showed another tenant's items"
      )
    })
  },
  {
    title: "a reference does not reach into another tenant",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      yield* one.insert(stock({ titles: ["t1"] }))
      yield* mustFail(
        other.storage.run(other.request({ insert: { item: [itemRow("i1", "t1")] } })),
        "StorageFault",
        "an item of another tenant's title"
      )
    })
  },
  {
    title: "a tenant is opened once and stays as it was opened; all are listed",
    run: Effect.gen(function* () {
      const { storage, tenant } = yield* newScene
      const row = { tenant: `${tenant}-x`, name: "Bücherei 图书馆", currency: "JPY", openedAt: morning }
      const opened = yield* storage.openTenant(row)
      yield* same({ ...opened, documentsVersion: 0 }, { ...row, documentsVersion: 0 }, "the tenant")
      const again = yield* storage.openTenant({ ...row, name: "other", currency: "EUR", openedAt: 1 })
      yield* same(again, opened, "the tenant opened again")
      const listed = (yield* storage.tenants()).filter((one) => one.tenant.startsWith(tenant))
      yield* same(listed.map((one) => one.tenant).toSorted(), [tenant, row.tenant], "the tenants")
      yield* must(
        listed.some(({ name }) => name === row.name),
        "the listed one has another name"
      )
    })
  },
  {
    title: "a tenant that was never opened is unknown to commands and documents, and has no rows",
    run: Effect.gen(function* () {
      const scene = yield* newScene
      const { storage } = scene
      const tenant = `${scene.tenant}-never`
      const request = { ...scene.request({}), tenant }
      const policy = { kind: "policy", validFrom: 0, content: "{}", publishedAt: 0, publishedBy: "x" } as const
      yield* mustFail(storage.run(request), "TenantUnknown", "run")
      yield* mustFail(storage.commitMany(tenant, [request]), "TenantUnknown", "commitMany")
      yield* mustFail(storage.documents(tenant), "TenantUnknown", "documents")
      yield* mustFail(storage.publish(tenant, policy), "TenantUnknown", "publish")
      yield* mustFail(storage.putToken(tenant, token), "StorageFault", "putToken")
      yield* same(yield* storage.removeToken(tenant, token.tokenHash), false, "removeToken")
      yield* same(yield* storage.read(tenant, everySlot), nothingFound, "read")
      yield* same(yield* storage.scan(tenant, "item", null, 5), { rows: [], next: null }, "scan")
    })
  },
  {
    title: "a command of another tenant in a list is not carried out, in neither",
    run: Effect.gen(function* () {
      const [one, other] = [yield* newScene, yield* newScene]
      const theirs = other.request({ insert: stock({ titles: ["t1"] }) })
      const [outcome] = yield* one.storage.commitMany(one.tenant, [theirs])
      yield* must(outcome !== undefined && Result.isFailure(outcome), "it was carried out")
      yield* same((yield* one.rows("title")).length + (yield* other.rows("title")).length, 0, "titles")
    })
  }
]

const policy = { kind: "policy", validFrom: 0, content: "{}", publishedAt: morning, publishedBy: "ann" } as const

const token = {
  tokenHash: "f".repeat(64),
  role: "desk",
  subject: "ann",
  branch: "main",
  permissions: "[]",
  createdAt: morning,
  expiresAt: null
} as const

const barcode = barcodeOf("i1")
const card = cardOf("ada")
const titleId = TitleId.make("t1")
const reservationId = ReservationId.make("r2")
const bookingId = BookingId.make("b1")
const paged = { after: null, limit: 10 }

const everySlot = {
  item: { barcode },
  loanOfItem: { barcode },
  setAsideOfItem: { barcode: barcodeOf("i2") },
  candidatesOfItem: { barcode, limit: 10 },
  blocksOfQueue: { barcode, limit: 9 },
  reader: { card },
  loanCounts: { card },
  loansOfReader: { card },
  reservationsOfReader: { card },
  chargesOfReader: { card },
  entriesOfReader: { card, ...paged },
  cardsOfReader: { readerId: "ada" as never },
  cardHolders: { cards: [card, card] },
  readerById: { readerId: "ada" as never },
  title: { titleId },
  transitsOfItem: { barcode },
  suspensionOver: { before: Number.MAX_SAFE_INTEGER, ...paged },
  waitedTitles: { ...paged },
  candidatesOfTitle: { titleId, ...paged },
  pickupShelf: { branch: "main", ...paged },
  shelfToTell: { branch: "main", ...paged },
  transitsFrom: { branch: "main", ...paged },
  transitsTo: { branch: "hill", ...paged },
  titleByControlNumber: { source: "loc", controlNumber: "1" },
  copiesOfTitle: { titleId },
  waitingByRank: { titleId },
  queueOfTitle: { titleId, ...paged },
  waitingBefore: { titleId, place: Number.MAX_SAFE_INTEGER },
  copiesStanding: { titleId, ...paged },
  ownLoansOfTitle: { card, titleId },
  loansOfTitleToRecall: { titleId, limit: 10 },
  chargesOfTitle: { titleId },
  readerOfReservation: { reservationId },
  recalledOfReservation: { reservationId },
  chargesOfRecalled: { reservationId },
  recallsBesides: { reservationId },
  recalledForReader: { card },
  chargesRecalledForReader: { card },
  recallsWithReader: { card },
  copiesOfReservation: { reservationId },
  queueAround: { reservationId, limit: 10 },
  itemsOfTitle: { titleId, ...paged },
  titlesFound: { text: "", ...paged },
  reservation: { reservationId },
  itemOfReservation: { reservationId },
  transitsOfReservation: { reservationId },
  candidatesAfterReservation: { reservationId, limit: 10 },
  blocksAfterReservation: { reservationId, limit: 9 },
  titleOfReservation: { reservationId },
  candidatesBeside: { reservationId, limit: 9 },
  blocksBeside: { reservationId, limit: 9 },
  joinedBeside: { reservationId, limit: 9 },
  heldBeside: { reservationId, limit: 9 },
  joinedOfQueue: { barcode, limit: 10 },
  joinedAfterReservation: { reservationId, limit: 9 },
  joinedOfKept: { barcode },
  joinedOfReservation: { reservationId },
  joinedOfReader: { card },
  joinedOfOther: { other: card },
  shelfExpired: { before: Number.MAX_SAFE_INTEGER, ...paged },
  waitExpired: { before: Number.MAX_SAFE_INTEGER, ...paged },
  copiesOfItem: { barcode },
  queueOfItem: { barcode },
  recallsOfItem: { barcode },
  recalledOfItem: { barcode },
  copiesOfLoans: { card },
  queuesOfLoans: { card },
  unseenOfItem: { barcode },
  unseenOfLoans: { card },
  loansDue: { from: 0, before: Number.MAX_SAFE_INTEGER, ...paged },
  historyOfLoan: { barcode },
  historyOfReservation: { reservationId },
  historyOfCharge: { chargeId: EntryId.make("e1") },
  loanOfCharge: { chargeId: EntryId.make("e1") },
  chargesOfLoans: { from: 0, ...paged },
  token: { tokenHash: token.tokenHash },
  blocksOfReader: { card },
  blocksOfReservation: { reservationId },
  blocksOfBorrower: { barcode },
  overdueOfReader: { card, before: Number.MAX_SAFE_INTEGER, limit: 10 },
  overdueOfBorrower: { barcode, before: Number.MAX_SAFE_INTEGER, limit: 10 },
  loansOfTitle: { card, barcode },
  loansOfVolumeSet: { card, barcode },
  settledOfReader: { card },
  accruingOfReader: { card },
  accruingOfOther: { other: card },
  overdueLoans: { before: Number.MAX_SAFE_INTEGER, ...paged },
  incident: { incidentId: "n1" as never },
  incidentsOfItem: { barcode },
  chargesOfIncident: { incidentId: "n1" as never },
  chargesOfItemIncidents: { barcode },
  lossOfItem: { barcode },
  chargesOfLoss: { barcode },
  incidentChargesOfReader: { card },
  incidentChargesOfOther: { other: card },
  blockingIncidents: { card },
  titleOfIncident: { incidentId: "n1" as never },
  copiesOfIncident: { incidentId: "n1" as never },
  loanChargesOfIncident: { incidentId: "n1" as never },
  incidentsToBill: { before: Number.MAX_SAFE_INTEGER, ...paged },
  conditionOfItem: { barcode },
  conditionsOfItem: { barcode, ...paged },
  titleOfItem: { barcode },
  creditsOfReader: { card },
  oneCharge: { card, chargeId: EntryId.make("e1") },
  entryOfReader: { card, entryId: EntryId.make("e1") },
  allottedByEntry: { card, entryId: EntryId.make("e2") },
  forgoneWithEntry: { card, entryId: EntryId.make("e2") },
  chargesOfBorrower: { barcode },
  chargesOfItem: { barcode },
  depositsOfReader: { card },
  cardsAlike: { card },
  lostCard: { card: "gone" as never },
  lostCardsOfReader: { card },
  notesOfReader: { card },
  linksOfReader: { card },
  linksToReader: { card },
  linksOfBorrower: { barcode },
  linksToBorrower: { barcode },
  archiveOfReader: { card, ...paged },
  pendingReaders: paged,
  otherReader: { other: card },
  cardsOfOther: { other: card },
  lostCardsOfOther: { other: card },
  loanCountsOfOther: { other: card },
  loanLinksOfOther: { other: card },
  reservationsOfOther: { other: card },
  chargesOfOther: { other: card },
  historyOfOther: { other: card },
  depositsOfOther: { other: card },
  creditsOfOther: { other: card },
  blocksOfOther: { other: card },
  notesOfOther: { other: card },
  linksOfOther: { other: card },
  linksToOther: { other: card },
  cashDesk: { cashDesk: CashDeskId.make("front") },
  cashInDesk: { cashDesk: CashDeskId.make("front") },
  cashOfEntry: { entryId: EntryId.make("e2") },
  allIncidentsOfItem: { barcode, ...paged },
  registeredIncidents: paged,
  incidentsOfReader: { card },
  incidentsOfOther: { other: card },
  lastLoanOfItem: { barcode },
  useOfItem: { barcode },
  appeal: { appealId: "a1" as never },
  chargesOfAppeal: { appealId: "a1" as never },
  incidentChargesOfAppeal: { appealId: "a1" as never },
  settledOfAppeal: { appealId: "a1" as never },
  appealsOfReader: { card, ...paged },
  appealsOfOther: { other: card },
  appealOfCharge: { chargeId: EntryId.make("e1") },
  heldOfReader: { card },
  heldOfBorrower: { barcode },
  heldOfQueue: { barcode, limit: 9 },
  heldOfReservation: { reservationId },
  heldAfterReservation: { reservationId, limit: 9 },
  openClaims: paged,
  searchesOfItem: { barcode },
  interloan: { interloanId: InterloanId.make("x1") },
  interloanOfReservation: { reservationId },
  openInterloans: { side: "lender", ...paged },
  messageToSend: { messageId: "x1 shipped" },
  pickupSlot: { slotId: PickupSlotId.make("s1") },
  slotsOfBranch: { branch: "main", at: 0, ...paged },
  slotsOfReader: { card: cardOf("ben") },
  booking: { bookingId },
  setAsideOfBooking: { bookingId: BookingId.make("b1") },
  bookingsBeside: { bookingId },
  bookingsOfReservation: { reservationId },
  bookingsOfTitle: { titleId },
  bookingsOfBooker: { bookingId },
  loanCountsOfBooker: { bookingId },
  blocksOfBooker: { bookingId },
  overdueOfBooker: { bookingId, before: 9e12, limit: 9 },
  chargesOfBooker: { bookingId },
  heldOfBooker: { bookingId },
  linksOfBooker: { bookingId },
  linksToBooker: { bookingId },
  bookingsOfItem: { barcode: barcodeOf("i3") },
  bookingsOfLoans: { card },
  bookingsOfReader: { card: cardOf("ben") },
  bookingsOfOther: { other: cardOf("ben") },
  bookingsOver: { before: Number.MAX_SAFE_INTEGER, ...paged },
  openAppeals: paged,
  appealsToDecide: { before: Number.MAX_SAFE_INTEGER, ...paged },
  forgivenOfReader: { card, since: 0 }
} satisfies Required<Lookup>

const noPage = { rows: [], next: null }
const nothingFound = {
  item: null,
  loanOfItem: null,
  setAsideOfItem: null,
  candidatesOfItem: [],
  blocksOfQueue: [],
  reader: null,
  loanCounts: [],
  loansOfReader: [],
  reservationsOfReader: [],
  chargesOfReader: [],
  entriesOfReader: noPage,
  cardsOfReader: [],
  cardHolders: [],
  readerById: null,
  title: null,
  transitsOfItem: [],
  suspensionOver: noPage,
  waitedTitles: noPage,
  candidatesOfTitle: noPage,
  pickupShelf: noPage,
  shelfToTell: noPage,
  transitsFrom: noPage,
  transitsTo: noPage,
  titleByControlNumber: null,
  copiesOfTitle: [],
  waitingByRank: [],
  queueOfTitle: noPage,
  waitingBefore: [],
  copiesStanding: noPage,
  ownLoansOfTitle: [],
  loansOfTitleToRecall: [],
  chargesOfTitle: [],
  readerOfReservation: null,
  recalledOfReservation: [],
  chargesOfRecalled: [],
  recallsBesides: [],
  recalledForReader: [],
  chargesRecalledForReader: [],
  recallsWithReader: [],
  copiesOfReservation: [],
  queueAround: [],
  itemsOfTitle: noPage,
  titlesFound: noPage,
  reservation: null,
  itemOfReservation: null,
  transitsOfReservation: [],
  candidatesAfterReservation: [],
  blocksAfterReservation: [],
  titleOfReservation: null,
  candidatesBeside: [],
  blocksBeside: [],
  joinedBeside: [],
  heldBeside: [],
  joinedOfQueue: [],
  joinedAfterReservation: [],
  joinedOfKept: [],
  joinedOfReservation: [],
  joinedOfReader: [],
  joinedOfOther: [],
  shelfExpired: noPage,
  waitExpired: noPage,
  copiesOfItem: [],
  queueOfItem: [],
  recallsOfItem: [],
  recalledOfItem: [],
  copiesOfLoans: [],
  queuesOfLoans: [],
  unseenOfItem: [],
  unseenOfLoans: [],
  loansDue: noPage,
  historyOfLoan: [],
  historyOfReservation: [],
  historyOfCharge: [],
  loanOfCharge: null,
  chargesOfLoans: noPage,
  token: null,
  blocksOfReader: [],
  blocksOfReservation: [],
  blocksOfBorrower: [],
  overdueOfReader: [],
  overdueOfBorrower: [],
  loansOfTitle: [],
  loansOfVolumeSet: [],
  settledOfReader: [],
  accruingOfReader: [],
  accruingOfOther: [],
  overdueLoans: noPage,
  incident: null,
  incidentsOfItem: [],
  chargesOfIncident: [],
  chargesOfItemIncidents: [],
  lossOfItem: null,
  chargesOfLoss: [],
  incidentChargesOfReader: [],
  incidentChargesOfOther: [],
  blockingIncidents: [],
  titleOfIncident: null,
  copiesOfIncident: [],
  loanChargesOfIncident: [],
  incidentsToBill: noPage,
  conditionOfItem: null,
  conditionsOfItem: noPage,
  titleOfItem: null,
  creditsOfReader: [],
  oneCharge: null,
  entryOfReader: null,
  allottedByEntry: [],
  forgoneWithEntry: [],
  chargesOfBorrower: [],
  chargesOfItem: [],
  depositsOfReader: [],
  cardsAlike: [],
  lostCard: null,
  lostCardsOfReader: [],
  notesOfReader: [],
  linksOfReader: [],
  linksToReader: [],
  linksOfBorrower: [],
  linksToBorrower: [],
  archiveOfReader: noPage,
  pendingReaders: noPage,
  otherReader: null,
  cardsOfOther: [],
  lostCardsOfOther: [],
  loanCountsOfOther: [],
  loanLinksOfOther: [],
  reservationsOfOther: [],
  chargesOfOther: [],
  historyOfOther: [],
  depositsOfOther: [],
  creditsOfOther: [],
  blocksOfOther: [],
  notesOfOther: [],
  linksOfOther: [],
  linksToOther: [],
  cashDesk: null,
  cashInDesk: [],
  cashOfEntry: null,
  allIncidentsOfItem: noPage,
  registeredIncidents: noPage,
  incidentsOfReader: [],
  incidentsOfOther: [],
  lastLoanOfItem: null,
  useOfItem: null,
  appeal: null,
  chargesOfAppeal: [],
  incidentChargesOfAppeal: [],
  settledOfAppeal: [],
  appealsOfReader: noPage,
  appealsOfOther: [],
  appealOfCharge: null,
  heldOfReader: [],
  heldOfBorrower: [],
  heldOfQueue: [],
  heldOfReservation: [],
  heldAfterReservation: [],
  openClaims: noPage,
  searchesOfItem: [],
  interloan: null,
  interloanOfReservation: null,
  openInterloans: noPage,
  messageToSend: null,
  pickupSlot: null,
  slotsOfBranch: noPage,
  slotsOfReader: [],
  booking: null,
  setAsideOfBooking: null,
  bookingsBeside: [],
  bookingsOfReservation: [],
  bookingsOfTitle: [],
  bookingsOfBooker: [],
  loanCountsOfBooker: [],
  blocksOfBooker: [],
  overdueOfBooker: [],
  chargesOfBooker: [],
  heldOfBooker: [],
  linksOfBooker: [],
  linksToBooker: [],
  bookingsOfItem: [],
  bookingsOfLoans: [],
  bookingsOfReader: [],
  bookingsOfOther: [],
  bookingsOver: noPage,
  openAppeals: noPage,
  appealsToDecide: noPage,
  forgivenOfReader: 0
}

const tablesOf = (scene: Scene) =>
  Effect.forEach(Object.keys(oneOfEach) as ReadonlyArray<TableName>, (table) => scene.rows(table))
