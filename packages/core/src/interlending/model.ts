import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReservationId } from "../reservations/model.ts"

/** Made by the system that asks, and the same in both. */
export const InterloanId = id.pipe(Schema.brand("InterloanId"))
export type InterloanId = typeof InterloanId.Type

/**
 * How far a loan between two systems is. In ISO 18626: requested (RequestReceived), shipped (Loaned), received and sentBack (the
 * actions Received and ShippedReturn), completed (LoanCompleted), completedWithoutReturn, unfilled, cancelled.
 */
export const InterloanState = Schema.Literals([
  "requested",
  "shipped",
  "received",
  "sentBack",
  "completed",
  "completedWithoutReturn",
  "unfilled",
  "cancelled"
])
export type InterloanState = typeof InterloanState.Type

/** A loan that one system asked another for, as one of the two keeps it. Names no reader. */
export interface InterloanRow {
  readonly interloanId: InterloanId
  /** Number of this loan's events. */
  readonly version: number
  /** What this system is in it. */
  readonly side: "borrower" | "lender"
  /** The other system, by its tenant's id. */
  readonly partner: string
  readonly state: InterloanState
  /** What is asked for, in words. */
  readonly title: string
  /** At the borrower: the reservation that it is for; `null`: none. */
  readonly reservationId: ReservationId | null
  /** The same until the copy arrives or nothing more comes: so long nobody else is asked for it. */
  readonly openReservationId: ReservationId | null
  /** The lender's copy, or the borrower's record of it; `null`: none yet. */
  readonly itemId: ItemId | null
  /** At the lender: the loan to the partner; `null`: none yet. */
  readonly loanId: LoanId | null
  /** The lender's barcode of what was sent; empty: nothing was. */
  readonly barcode: string
  /** When the lender wants it back; `null`: nothing was sent. */
  readonly dueAt: Instant | null
  readonly requestedAt: Instant
  /** When it was over; `null`: something is still to be done here, though it be that the record of a lost copy is to be closed. */
  readonly endedAt: Instant | null
}

/** A message to another system that has not been delivered yet. Deleted once it has. */
export interface OutboxRow {
  /** The loan and the kind: of each kind there is one. What is made of it is the key of the other side's command. */
  readonly messageId: string
  readonly partner: string
  readonly interloanId: InterloanId
  /** JSON of the message. */
  readonly body: string
  readonly at: Instant
}
