import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReaderId } from "../readers/model.ts"

export const BookingId = id.pipe(Schema.brand("BookingId"))
export type BookingId = typeof BookingId.Type

export const BookingState = Schema.Literals(["booked", "fulfilled", "cancelled", "expired"])
export type BookingState = typeof BookingState.Type

/** An item promised to a reader for a span of days. Who that is stands in `BookingReaderRow` alone. */
export interface BookingRow {
  readonly bookingId: BookingId
  /** Number of this booking's events. */
  readonly version: number
  readonly state: BookingState
  readonly itemId: ItemId
  readonly pickupBranch: string
  readonly readerCategory: string
  /** Beginning of the first day, at the pickup branch. */
  readonly fromAt: Instant
  /** Closing time of the last day; the end of that day where it is closed or its hours pass midnight. */
  readonly untilAt: Instant
  /** Beginning of the first lead day: from then on nobody else may have the item. */
  readonly blockedFrom: Instant
  /** Last instant of the last trail day. */
  readonly blockedUntil: Instant
  readonly placedAt: Instant
  readonly endedAt: Instant | null
  /** The loan that fulfilled it. */
  readonly loanId: LoanId | null
}

/** The only link between a live booking and its reader; deleted when the booking ends. */
export interface BookingReaderRow {
  readonly bookingId: BookingId
  readonly readerId: ReaderId
}
