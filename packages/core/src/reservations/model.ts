import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReaderId } from "../readers/model.ts"

export const ReservationId = id.pipe(Schema.brand("ReservationId"))
export type ReservationId = typeof ReservationId.Type

export const ReservationState = Schema.Literals(["waiting", "setAside", "filled", "cancelled", "expired"])
export type ReservationState = typeof ReservationState.Type

/** A place in the queue of a title or of one item. Who holds it stands in `ReservationReaderRow` alone. */
export interface ReservationRow {
  readonly reservationId: ReservationId
  /** Number of this reservation's events. */
  readonly version: number
  readonly state: ReservationState
  readonly titleId: TitleId
  /** Only this copy will do; `null`: any copy of the title. */
  readonly itemId: ItemId | null
  readonly pickupBranch: string
  readonly readerCategory: string
  /** Order in the title's queue, smallest first, unique while the reservation lives; `null` once it ended. */
  readonly place: number | null
  readonly placedAt: Instant
  /** Last instant at which it waits for a copy; on the pickup shelf its time is that of the shelf. `null`: without end, or ended. */
  readonly waitUntil: Instant | null
  readonly setAsideItemId: ItemId | null
  readonly setAsideAt: Instant | null
  /** Closing time of the last day on the pickup shelf. */
  readonly shelfUntil: Instant | null
  readonly endedAt: Instant | null
  /** The loan that filled it. */
  readonly loanId: LoanId | null
}

/** The only link between a live reservation and its reader; deleted when the reservation ends. */
export interface ReservationReaderRow {
  readonly reservationId: ReservationId
  readonly readerId: ReaderId
}
