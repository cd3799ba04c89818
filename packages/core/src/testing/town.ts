import { AccountId, EntryId } from "../accounts/model.ts"
import { BookingId } from "../bookings/model.ts"
import { CashDeskId, type CashEntryRow } from "../cash/model.ts"
import { ItemId, TitleId } from "../catalogue/model.ts"
import type { DomainEvent, EventRow } from "../decision/event.ts"
import type { TableName, Tables } from "../decision/tables.ts"
import { LoanId } from "../loans/model.ts"
import { Minor } from "../money/minor.ts"
import { PickupSlotId } from "../pickupSlots/model.ts"
import { ReaderId } from "../readers/model.ts"
import { byItself, ReservationId } from "../reservations/model.ts"
import { placeAt, rankOfNone } from "../reservations/place.ts"
import {
  accountRow,
  bookingRow,
  cardRow,
  chargeRow,
  entryRow,
  itemRow,
  loanRow,
  minutesLater,
  morning,
  pickupSlotRow,
  queueRow,
  readerRow,
  reservationRow,
  titleRow
} from "./rows.ts"

/**
 * A small store in which everything holds, to be broken in one place by a test. Ada has i1 (loan l1, renewed once) and owes
 * 60 for the late l0; i2 stands on the shelf for Ben (r1); Cid waits for t1 (r2); r0 was Ada's and was filled by l1; Ben booked i3 (b1), and gave b0 up, and has the locker s1 for i2.
 */
export const town = (): { readonly [T in TableName]?: ReadonlyArray<Tables[T]> } => ({
  document: [
    {
      kind: "policy",
      version: 1,
      validFrom: 0,
      publishedAt: 0,
      publishedBy: "staff:ann",
      content: JSON.stringify({
        currency: "CNY",
        rows: [{ id: "base", set: { "loanCountMax.all": 2, renewalCountMax: 1, overdueCap: "1.00" } }]
      })
    }
  ],
  title: [titleRow("t1"), titleRow("t2")],
  titleQueue: [queueRow("t1", { version: 8, waitingCount: 1, nextPlace: 4 }), queueRow("t2")],
  item: [
    itemRow("i1", "t1", { version: 2, status: "onLoan", loanId: l1 }),
    itemRow("i2", "t1", { version: 3, status: "setAside", reservationId: r1 }),
    itemRow("i3", "t2", { version: 5 })
  ],
  reader: [readerRow("ada"), readerRow("ben"), readerRow("cid")],
  card: [cardRow("ada"), cardRow("ben"), cardRow("cid")],
  loan: [
    loanRow("l0", "i3", { version: 2, titleId: t2, state: "closed", lentAt: morning, closedAt: minutesLater(90) }),
    loanRow("l1", "i1", { version: 2, lentAt: minutesLater(30), dueAt: minutesLater(600), renewalCount: 1 })
  ],
  loanReader: [
    { loanId: l0, readerId: ada },
    { loanId: l1, readerId: ada }
  ],
  loanCount: [
    { readerId: ada, itemType: "book", collection: "general", branch: "main", onSite: 0, count: 1 },
    { readerId: ada, itemType: "film", collection: "general", branch: "main", onSite: 0, count: 0 }
  ],
  reservation: [
    reservationRow("r0", "t1", null, { version: 2, state: "filled", endedAt: minutesLater(30), loanId: l1 }),
    reservationRow("r1", "t1", placeAt(rankOfNone, 2), {
      version: 2,
      state: "setAside",
      setAsideItemId: i2,
      setAsideAt: minutesLater(40),
      shelfUntil: minutesLater(500)
    }),
    reservationRow("r2", "t1", placeAt(rankOfNone, 3))
  ],
  reservationReader: [
    { reservationId: r1, readerId: ReaderId.make("ben"), ...byItself },
    { reservationId: r2, readerId: ReaderId.make("cid"), ...byItself }
  ],
  account: [accountRow("ada", { version: 2, balance: Minor.make(60) }), accountRow("ben"), accountRow("cid")],
  entry: [
    entryRow("e1", "ada", { at: minutesLater(90) }),
    entryRow("e2", "ada", { kind: "payment", amount: Minor.make(-40), reason: "cash", at: minutesLater(95) })
  ],
  charge: [chargeRow("e1", "ada", { outstanding: Minor.make(60), raisedAt: minutesLater(90) })],
  allotment: [
    { entryId: EntryId.make("e2"), chargeId: EntryId.make("e1"), nth: 2, amount: Minor.make(40), at: minutesLater(95) }
  ],
  chargeLoan: [{ loanId: l0, kind: "overdue", renewalCount: 0, chargeId: EntryId.make("e1") }],
  cashDesk: [
    {
      cashDeskId: front,
      version: 3,
      branch: "main",
      state: "closed",
      session: 1,
      openedAt: minutesLater(80),
      closedAt: minutesLater(99)
    }
  ],
  cashEntry: [
    cashLine("c1", "float", 500, 80),
    cashLine("e2", "payment", 40, 95, { entryId: EntryId.make("e2") }),
    cashLine("c2", "difference", -1, 99, { reason: "a coin is missing" })
  ],
  booking: [
    bookingRow("b0", "i3", { version: 2, state: "cancelled", endedAt: minutesLater(20) }),
    bookingRow("b1", "i3")
  ],
  bookingReader: [{ bookingId: BookingId.make("b1"), readerId: ReaderId.make("ben") }],
  pickupSlot: [pickupSlotRow("s1", { version: 2, taken: 1, capacity: 1 })],
  slotTaken: [{ reservationId: r1, slotId: PickupSlotId.make("s1") }],
  command: [
    { keyHash: "a".repeat(64), contentHash: "b".repeat(64), name: "renew", at: morning, receipt: '{"loanId":"l1"}' }
  ],
  event: events.map(([streamId, seq, event]) => eventOf(streamId, seq, event))
})

const [l0, l1] = [LoanId.make("l0"), LoanId.make("l1")]
const [t1, t2] = [TitleId.make("t1"), TitleId.make("t2")]
const [i1, i2, i3] = [ItemId.make("i1"), ItemId.make("i2"), ItemId.make("i3")]
const [r0, r1, r2] = [ReservationId.make("r0"), ReservationId.make("r1"), ReservationId.make("r2")]
const ada = ReaderId.make("ada")
const front = CashDeskId.make("front")

const cashLine = (
  cashEntryId: string,
  kind: CashEntryRow["kind"],
  amount: number,
  minutes: number,
  fields: Partial<CashEntryRow> = {}
): CashEntryRow => ({
  cashEntryId: EntryId.make(cashEntryId),
  cashDeskId: front,
  session: 1,
  kind,
  method: "cash",
  amount: Minor.make(amount),
  entryId: null,
  at: minutesLater(minutes),
  actor: "staff:ann",
  reason: "",
  ...fields
})

const lent = (loanId: LoanId, itemId: ItemId, titleId: TitleId, minutes: number): DomainEvent => ({
  _tag: "ItemCheckedOut",
  loanId,
  itemId,
  itemVersion: 2,
  titleId,
  branch: "main",
  dueAt: minutesLater(60),
  at: minutesLater(minutes),
  onSite: 0,
  itemType: "book",
  collection: "general",
  readerCategory: "adult",
  ageBand: null,
  counts: {},
  policyVersion: 1,
  policyRows: {}
})

const placed = (reservationId: ReservationId, nth: number): DomainEvent => ({
  _tag: "ReservationPlaced",
  reservationId,
  titleId: t1,
  itemId: null,
  kind: "wait",
  volume: "",
  itemType: "",
  copyType: "book",
  copyCollection: "general",
  pickupBranch: "main",
  readerCategory: "adult",
  place: placeAt(rankOfNone, nth),
  at: morning,
  notBefore: null,
  waitUntil: null,
  policyVersion: 1,
  policyRows: {}
})

const booked = (bookingId: string): readonly [string, number, DomainEvent] => {
  const { itemId, pickupBranch, readerCategory, fromAt, untilAt, blockedFrom, blockedUntil } = bookingRow(
    bookingId,
    "i3"
  )
  const span = { fromAt, untilAt, blockedFrom, blockedUntil }
  const rules = { policyVersion: 1, policyRows: {} }
  const own = { bookingId: BookingId.make(bookingId), itemId, pickupBranch, readerCategory, at: morning }
  return [bookingId, 1, { _tag: "BookingPlaced", ...own, ...span, ...rules }]
}

const added = (itemId: string, titleId: string): readonly [string, number, DomainEvent] => [
  itemId,
  1,
  { _tag: "ItemAdded", itemId: ItemId.make(itemId), at: morning, item: itemRow(itemId, titleId) }
]

const events: ReadonlyArray<readonly [streamId: string, seq: number, event: DomainEvent]> = [
  ["t1", 1, { _tag: "TitleAdded", titleId: t1, at: morning, source: null, format: "book" }],
  ["t2", 1, { _tag: "TitleAdded", titleId: t2, at: morning, source: null, format: "book" }],
  added("i1", "t1"),
  added("i2", "t1"),
  added("i3", "t2"),
  ...["ada", "ben", "cid"].map((reader): readonly [string, number, DomainEvent] => [
    `reader:${reader}`,
    1,
    { _tag: "ReaderRegistered", readerId: ReaderId.make(reader), at: morning, category: "adult", branch: "main" }
  ]),
  ["l0", 1, lent(l0, i3, t2, 0)],
  ["l0", 2, { _tag: "ItemReturned", loanId: l0, itemId: i3, itemVersion: 5, at: minutesLater(90), branch: "main" }],
  ["l1", 1, lent(l1, i1, t1, 30)],
  [
    "l1",
    2,
    {
      _tag: "LoanRenewed",
      loanId: l1,
      at: minutesLater(50),
      dueAt: minutesLater(600),
      renewalCount: 1,
      policyVersion: 1,
      policyRows: {}
    }
  ],
  booked("b0"),
  [
    "b0",
    2,
    {
      _tag: "BookingCancelled",
      bookingId: BookingId.make("b0"),
      at: minutesLater(20),
      because: "withdrawn",
      reason: ""
    }
  ],
  booked("b1"),
  [
    "s1",
    1,
    {
      _tag: "PickupSlotAdded",
      slotId: PickupSlotId.make("s1"),
      at: morning,
      branch: "main",
      kind: "locker",
      name: "Locker s1",
      fromAt: null,
      untilAt: null,
      capacity: 1
    }
  ],
  ["s1", 2, { _tag: "PickupSlotTaken", slotId: PickupSlotId.make("s1"), reservationId: r1, at: minutesLater(45) }],
  ["r0", 1, placed(r0, 1)],
  [
    "r0",
    2,
    { _tag: "ReservationFilled", reservationId: r0, titleId: t1, at: minutesLater(30), wasWaiting: true, loanId: l1 }
  ],
  ["r1", 1, placed(r1, 2)],
  [
    "r1",
    2,
    {
      _tag: "ReservationSetAside",
      reservationId: r1,
      titleId: t1,
      itemId: i2,
      itemVersion: 3,
      branch: "main",
      at: minutesLater(40),
      shelfUntil: minutesLater(500),
      skipped: []
    }
  ],
  ["r2", 1, placed(r2, 3)],
  [
    "ada",
    1,
    {
      _tag: "ChargeRaised",
      accountId: AccountId.make("ada"),
      chargeId: EntryId.make("e1"),
      kind: "overdue",
      amount: Minor.make(100),
      at: minutesLater(90),
      branch: "main",
      itemType: "book",
      policyVersion: 1,
      policyRows: {},
      steps: []
    }
  ],
  [
    "ada",
    2,
    {
      _tag: "PaymentReceived",
      accountId: AccountId.make("ada"),
      entryId: EntryId.make("e2"),
      amount: Minor.make(40),
      method: "cash",
      cash: { cashDeskId: front, session: 1 },
      at: minutesLater(95),
      branch: "main",
      allotments: [{ chargeId: EntryId.make("e1"), amount: Minor.make(40) }]
    }
  ],
  [
    "cashDesk:front",
    1,
    {
      _tag: "CashDeskOpened",
      cashDeskId: front,
      session: 1,
      entryId: EntryId.make("c1"),
      float: Minor.make(500),
      at: minutesLater(80),
      branch: "main"
    }
  ],
  [
    "cashDesk:front",
    3,
    {
      _tag: "CashDeskClosed",
      cashDeskId: front,
      session: 1,
      counted: [{ method: "cash", amount: Minor.make(539) }],
      differences: [{ entryId: EntryId.make("c2"), method: "cash", amount: Minor.make(-1) }],
      reason: "a coin is missing",
      at: minutesLater(99),
      branch: "main"
    }
  ]
]

const eventOf = (streamId: string, seq: number, { _tag, ...facts }: DomainEvent): EventRow => ({
  streamId,
  seq,
  tag: _tag,
  at: facts.at,
  actor: "staff:ann",
  branch: "main",
  channel: "desk",
  desk: "",
  body: JSON.stringify(facts)
})
