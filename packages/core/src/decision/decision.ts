import type { ChargeRow, CreditRow, EntryId } from "../accounts/model.ts"
import type { AppealId } from "../appeals/model.ts"
import type { BookingId } from "../bookings/model.ts"
import type { IncidentId } from "../incidents/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { BlockId } from "../readers/blocks/model.ts"
import type { LinkId } from "../readers/links/model.ts"
import type { Card, LoanCountRow } from "../readers/model.ts"
import type { NoteId } from "../readers/noteModel.ts"
import type { ReservationId } from "../reservations/model.ts"
import type { TableName, Tables } from "./tables.ts"

/** Tables whose rows have a version that a decision can rest on, in the order in which they are always written. */
export const versionedTables = [
  "reader",
  "title",
  "titleQueue",
  "item",
  "loan",
  "reservation",
  "transit",
  "booking",
  "pickupSlot",
  "interloan",
  "account",
  "incident",
  "cashDesk",
  "appeal"
] as const
export type VersionedTable = (typeof versionedTables)[number]

/** A row as it shall be. `was` is the version it was read with; if the stored one differs, nothing is committed. */
export interface Update<Row> {
  readonly row: Row
  readonly was: number
}

/** A row that the decision rests on without changing it: its version must be `was`, and becomes `was + 1`. */
export interface Guard {
  readonly id: string
  readonly was: number
}

/** What a command does if nothing it rests on has moved: all of it, or nothing. */
export interface Decision<Receipt> {
  readonly insert: {
    readonly [T in Exclude<TableName, "command" | "document" | "token" | "loanCount">]?: ReadonlyArray<Tables[T]>
  }
  readonly update: { readonly [T in VersionedTable]?: ReadonlyArray<Update<Tables[T]>> }
  readonly guard: { readonly [T in VersionedTable]?: ReadonlyArray<Guard> }
  /** Counts to add to the reader's groups; below zero for loans that end. */
  readonly count: ReadonlyArray<LoanCountRow>
  /** Charges as they shall be. Guarded by their account's version. */
  readonly charges: ReadonlyArray<Pick<ChargeRow, "chargeId" | "amount" | "outstanding" | "refunded" | "forgiven">>
  /** What remains of credits. Guarded by their account's version. */
  readonly credits: ReadonlyArray<Pick<CreditRow, "creditId" | "remaining">>
  /** Rows that go: links to a reader, cards taken back, a replaced record. */
  readonly cut: {
    readonly loanReader?: ReadonlyArray<LoanId>
    readonly reservationReader?: ReadonlyArray<ReservationId>
    /** By charge. */
    readonly chargeLoan?: ReadonlyArray<EntryId>
    readonly card?: ReadonlyArray<Card>
    /** By title. */
    readonly titleRecord?: ReadonlyArray<string>
    readonly readerBlock?: ReadonlyArray<BlockId>
    readonly readerNote?: ReadonlyArray<NoteId>
    readonly readerLink?: ReadonlyArray<LinkId>
    /** By card. */
    readonly lostCard?: ReadonlyArray<Card>
    readonly incidentReader?: ReadonlyArray<IncidentId>
    /** By charge. */
    readonly chargeIncident?: ReadonlyArray<EntryId>
    readonly appealStatement?: ReadonlyArray<AppealId>
    readonly bookingReader?: ReadonlyArray<BookingId>
    /** By reservation. */
    readonly slotTaken?: ReadonlyArray<ReservationId>
    /** By message. */
    readonly outbox?: ReadonlyArray<string>
  }
  /** Plain JSON. */
  readonly receipt: Receipt
}
