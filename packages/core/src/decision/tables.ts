import type { AccountRow, AllotmentRow, ChargeLoanRow, ChargeRow, CreditRow, EntryRow } from "../accounts/model.ts"
import type { AppealRow, AppealStatementRow } from "../appeals/model.ts"
import type { BookingReaderRow, BookingRow } from "../bookings/model.ts"
import type { CashDeskRow, CashEntryRow } from "../cash/model.ts"
import type { ItemRow, TitleQueueRow, TitleRecordRow, TitleRow } from "../catalogue/model.ts"
import type { ChargeIncidentRow, ConditionRow, IncidentReaderRow, IncidentRow } from "../incidents/model.ts"
import type { InterloanRow, OutboxRow } from "../interlending/model.ts"
import type { ClaimSearchRow, LibraryEntryRow, LoanReaderRow, LoanRow, UnseenRenewalRow } from "../loans/model.ts"
import type { PickupSlotRow, SlotTakenRow } from "../pickupSlots/model.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import type { ReaderLinkRow } from "../readers/links/model.ts"
import type { CardRow, LoanCountRow, LostCardRow, ReaderRow } from "../readers/model.ts"
import type { ReaderNoteRow } from "../readers/noteModel.ts"
import type { ReservationReaderRow, ReservationRow } from "../reservations/model.ts"
import type { TransitRow } from "../transits/model.ts"
import type { EventRow } from "./event.ts"

/** A policy or calendar as published: never changed, replaced by a higher version. */
export interface DocumentRow {
  readonly kind: "policy" | "calendar"
  readonly version: number
  /** The instant from which it holds. */
  readonly validFrom: number
  /** The document, JSON. */
  readonly content: string
  readonly publishedAt: number
  readonly publishedBy: string
}

/** The record of a carried-out command: who repeats it with the same key gets the same receipt. */
export interface CommandRow {
  /** SHA-256, hex, of actor and idempotency key. */
  readonly keyHash: string
  /** SHA-256, hex, of the command's name and content. */
  readonly contentHash: string
  readonly name: string
  readonly at: number
  /** JSON of the receipt. */
  readonly receipt: string
}

/** A bearer token of the HTTP adapter, kept only as a hash. */
export interface TokenRow {
  readonly tokenHash: string
  readonly role: "reader" | "desk" | "manager"
  /** The reader's id, or the name of a member of staff. */
  readonly subject: string
  readonly branch: string
  /** JSON array of permissions beyond the role's own. */
  readonly permissions: string
  readonly createdAt: number
  readonly expiresAt: number | null
}

/** Every table of a tenant, by name, and its rows. The tenant's id is the first part of every key and no field of the row. */
export interface Tables {
  readonly document: DocumentRow
  readonly title: TitleRow
  readonly titleRecord: TitleRecordRow
  readonly titleQueue: TitleQueueRow
  readonly item: ItemRow
  readonly reader: ReaderRow
  readonly card: CardRow
  readonly loanCount: LoanCountRow
  readonly loan: LoanRow
  readonly loanReader: LoanReaderRow
  readonly unseenRenewal: UnseenRenewalRow
  readonly libraryEntry: LibraryEntryRow
  readonly claimSearch: ClaimSearchRow
  readonly reservation: ReservationRow
  readonly reservationReader: ReservationReaderRow
  readonly transit: TransitRow
  readonly account: AccountRow
  readonly entry: EntryRow
  readonly charge: ChargeRow
  readonly credit: CreditRow
  readonly allotment: AllotmentRow
  readonly chargeLoan: ChargeLoanRow
  readonly incident: IncidentRow
  readonly incidentReader: IncidentReaderRow
  readonly chargeIncident: ChargeIncidentRow
  readonly condition: ConditionRow
  readonly appeal: AppealRow
  readonly appealStatement: AppealStatementRow
  readonly event: EventRow
  readonly command: CommandRow
  readonly token: TokenRow
  readonly readerBlock: ReaderBlockRow
  readonly readerNote: ReaderNoteRow
  readonly readerLink: ReaderLinkRow
  readonly lostCard: LostCardRow
  readonly cashDesk: CashDeskRow
  readonly cashEntry: CashEntryRow
  readonly booking: BookingRow
  readonly bookingReader: BookingReaderRow
  readonly pickupSlot: PickupSlotRow
  readonly slotTaken: SlotTakenRow
  readonly interloan: InterloanRow
  readonly outbox: OutboxRow
}
export type TableName = keyof Tables

/** The column by which a row is found that a decision rests on or changes. */
export const keyColumn = {
  reader: "readerId",
  title: "titleId",
  titleQueue: "titleId",
  item: "itemId",
  loan: "loanId",
  reservation: "reservationId",
  transit: "transitId",
  booking: "bookingId",
  pickupSlot: "slotId",
  interloan: "interloanId",
  account: "accountId",
  incident: "incidentId",
  cashDesk: "cashDeskId",
  appeal: "appealId",
  charge: "chargeId",
  credit: "creditId"
} as const satisfies { readonly [T in TableName]?: keyof Tables[T] }
