import { AccountId, type AccountRow, type ChargeRow, EntryId, type EntryRow } from "../accounts/model.ts"
import { AppealId, type AppealRow } from "../appeals/model.ts"
import { BookingId, type BookingRow } from "../bookings/model.ts"
import { Instant } from "../calendar/instant.ts"
import { Barcode, ItemId, type ItemRow, TitleId, type TitleQueueRow, type TitleRow } from "../catalogue/model.ts"
import type { EventRow } from "../decision/event.ts"
import { ConditionId, type ConditionRow, IncidentId, type IncidentRow } from "../incidents/model.ts"
import { InterloanId, type InterloanRow } from "../interlending/model.ts"
import { LoanId, type LoanRow } from "../loans/model.ts"
import { Minor } from "../money/minor.ts"
import { PickupSlotId, type PickupSlotRow } from "../pickupSlots/model.ts"
import { Card, type CardRow, ReaderId, type ReaderRow } from "../readers/model.ts"
import { ReservationId, type ReservationRow } from "../reservations/model.ts"
import { rankAt } from "../reservations/place.ts"
import { TransitId, type TransitRow } from "../transits/model.ts"

/** 2024-03-01T09:00Z. */
export const morning: Instant = Instant.make(1_709_283_600_000)
export const minutesLater = (minutes: number): Instant => Instant.make(morning + minutes * 60_000)

/** Sound rows to set scenes with; what a test is about is given in `fields`. An item's barcode is `b-` and its id, a card `c-`. */
export const titleRow = (titleId: string, fields: Partial<TitleRow> = {}): TitleRow => ({
  titleId: TitleId.make(titleId),
  version: 1,
  source: null,
  controlNumber: null,
  format: "book",
  language: "en",
  title: `Title ${titleId}`,
  responsibility: "",
  description: "{}",
  searchText: `title ${titleId}`,
  addedAt: morning,
  ...fields
})

export const queueRow = (titleId: string, fields: Partial<TitleQueueRow> = {}): TitleQueueRow => ({
  titleId: TitleId.make(titleId),
  version: 1,
  waitingCount: 0,
  nextPlace: 1,
  ...fields
})

export const itemRow = (itemId: string, titleId: string, fields: Partial<ItemRow> = {}): ItemRow => ({
  itemId: ItemId.make(itemId),
  version: 1,
  titleId: TitleId.make(titleId),
  barcode: barcodeOf(itemId),
  status: "available",
  shelfStatus: fields.status === "restricted" ? "restricted" : "available",
  homeBranch: "main",
  presentBranch: "main",
  type: "book",
  collection: "general",
  location: "stacks",
  callNumber: "",
  price: null,
  priceCurrency: "",
  parts: 1,
  volumeSet: "",
  volume: "",
  lendingAlert: "",
  returnAlert: "",
  loanId: null,
  reservationId: null,
  transitId: null,
  stayBranch: null,
  lender: "",
  lenderDueAt: null,
  inHouseUses: 0,
  onShelfFrom: null,
  addedAt: morning,
  ...fields
})

export const readerRow = (readerId: string, fields: Partial<ReaderRow> = {}): ReaderRow => ({
  readerId: ReaderId.make(readerId),
  version: 1,
  status: "active",
  category: "adult",
  homeBranch: "main",
  name: readerId,
  bornOn: null,
  language: "en",
  expiresAt: null,
  registeredAt: morning,
  lentDay: null,
  lentDayCount: 0,
  reservedDay: null,
  reservedDayCount: 0,
  historyConsentAt: null,
  ...fields
})

export const cardRow = (readerId: string, card: string = cardOf(readerId)): CardRow => ({
  card: Card.make(card),
  readerId: ReaderId.make(readerId)
})

export const accountRow = (readerId: string, fields: Partial<AccountRow> = {}): AccountRow => ({
  accountId: AccountId.make(readerId),
  version: 0,
  balance: Minor.make(0),
  ...fields
})

export const loanRow = (loanId: string, itemId: string, fields: Partial<LoanRow> = {}): LoanRow => ({
  loanId: LoanId.make(loanId),
  version: 1,
  state: "onLoan",
  itemId: ItemId.make(itemId),
  titleId: TitleId.make("t1"),
  branch: "main",
  lentAt: morning,
  dueAt: minutesLater(60),
  closedAt: null,
  lateUntil: null,
  renewalCount: 0,
  reminderCount: 0,
  recalledAt: null,
  dueBeforeRecall: null,
  recalledBy: null,
  onSite: 0,
  itemType: "book",
  collection: "general",
  readerCategory: "adult",
  policyVersion: 1,
  ...fields
})

export const reservationRow = (
  reservationId: string,
  titleId: string,
  place: number | null,
  fields: Partial<ReservationRow> = {}
): ReservationRow => ({
  reservationId: ReservationId.make(reservationId),
  version: 1,
  state: "waiting",
  kind: "wait",
  titleId: TitleId.make(titleId),
  itemId: null,
  volume: "",
  itemType: "",
  copyType: "book",
  copyCollection: "general",
  pickupBranch: "main",
  readerCategory: "adult",
  place,
  rank: place === null ? null : rankAt(place),
  placedAt: morning,
  notBefore: null,
  suspended: 0,
  suspendedUntil: null,
  waitUntil: null,
  setAsideItemId: null,
  setAsideAt: null,
  shelfUntil: null,
  endedAt: null,
  loanId: null,
  ...fields
})

export const transitRow = (transitId: string, itemId: string, fields: Partial<TransitRow> = {}): TransitRow => ({
  transitId: TransitId.make(transitId),
  version: 1,
  state: "planned",
  itemId: ItemId.make(itemId),
  openItemId: fields.state === "open" ? ItemId.make(itemId) : null,
  reason: "home",
  fromBranch: "main",
  toBranch: "hill",
  reservationId: null,
  thenStatus: (fields.sentAt ?? null) === null ? null : "available",
  plannedAt: morning,
  sentAt: null,
  endedAt: null,
  arrivedBranch: null,
  ...fields
})

export const entryRow = (entryId: string, readerId: string, fields: Partial<EntryRow> = {}): EntryRow => ({
  entryId: EntryId.make(entryId),
  accountId: AccountId.make(readerId),
  kind: "charge",
  amount: Minor.make(100),
  at: morning,
  actor: "staff:ann",
  branch: "main",
  reason: "overdue",
  corrects: null,
  ...fields
})

export const chargeRow = (chargeId: string, readerId: string, fields: Partial<ChargeRow> = {}): ChargeRow => ({
  chargeId: EntryId.make(chargeId),
  accountId: AccountId.make(readerId),
  kind: "overdue",
  amount: Minor.make(100),
  outstanding: Minor.make(100),
  refunded: Minor.make(0),
  forgiven: Minor.make(0),
  raisedAt: morning,
  ...fields
})

export const incidentRow = (incidentId: string, itemId: string, fields: Partial<IncidentRow> = {}): IncidentRow => ({
  incidentId: IncidentId.make(incidentId),
  version: 1,
  kind: "loss",
  state: "reported",
  itemId: ItemId.make(itemId),
  loanId: null,
  branch: "main",
  noticedAt: "desk",
  conduct: "accident",
  bearer: "reader",
  policeReport: "",
  found: "",
  amount: Minor.make(0),
  suspensionDays: 0,
  reportedAt: morning,
  billAt: null,
  replaceBy: null,
  blocksBorrowing: 0,
  replacementBought: 0,
  endedAt: null,
  ...fields
})

export const conditionRow = (
  conditionId: string,
  itemId: string,
  fields: Partial<ConditionRow> = {}
): ConditionRow => ({
  conditionId: ConditionId.make(conditionId),
  itemId: ItemId.make(itemId),
  incidentId: null,
  occasion: "inspected",
  damages: "[]",
  parts: "[]",
  note: "",
  photo: "",
  cost: Minor.make(0),
  at: morning,
  actor: "staff:ann",
  ...fields
})

export const appealRow = (
  appealId: string,
  chargeId: string,
  readerId: string,
  fields: Partial<AppealRow> = {}
): AppealRow => ({
  appealId: AppealId.make(appealId),
  version: 1,
  accountId: AccountId.make(readerId),
  chargeId: EntryId.make(chargeId),
  state: "open",
  chargedBy: "staff:ann",
  openedAt: morning,
  decideUntil: null,
  decidedAt: null,
  ...fields
})

/** Booked for the second hour of the morning, with half an hour before and after it. */
export const bookingRow = (bookingId: string, itemId: string, fields: Partial<BookingRow> = {}): BookingRow => ({
  bookingId: BookingId.make(bookingId),
  version: 1,
  state: "booked",
  itemId: ItemId.make(itemId),
  pickupBranch: "main",
  readerCategory: "adult",
  fromAt: minutesLater(60),
  untilAt: minutesLater(120),
  blockedFrom: minutesLater(30),
  blockedUntil: minutesLater(150),
  placedAt: morning,
  endedAt: null,
  loanId: null,
  ...fields
})

export const pickupSlotRow = (slotId: string, fields: Partial<PickupSlotRow> = {}): PickupSlotRow => ({
  slotId: PickupSlotId.make(slotId),
  version: 1,
  branch: "main",
  kind: "locker",
  name: `Locker ${slotId}`,
  fromAt: null,
  untilAt: null,
  capacity: 2,
  taken: 0,
  closedAt: null,
  ...fields
})

export const interloanRow = (interloanId: string, fields: Partial<InterloanRow> = {}): InterloanRow => ({
  interloanId: InterloanId.make(interloanId),
  version: 1,
  side: "lender",
  partner: "hill",
  state: "requested",
  title: `Title of ${interloanId}`,
  reservationId: null,
  openReservationId: null,
  itemId: null,
  loanId: null,
  barcode: "",
  dueAt: null,
  requestedAt: morning,
  endedAt: null,
  ...fields
})

export const eventRow = (streamId: string, seq: number, fields: Partial<EventRow> = {}): EventRow => ({
  streamId,
  seq,
  tag: "ItemCheckedOut",
  at: morning,
  actor: "staff:ann",
  branch: "main",
  channel: "desk",
  desk: "",
  body: "{}",
  ...fields
})

export const barcodeOf = (itemId: string): Barcode => Barcode.make(`b-${itemId}`)
export const cardOf = (readerId: string): Card => Card.make(`c-${readerId}`)
