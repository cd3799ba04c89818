import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReservationId } from "./model.ts"

/** Leaving the shelf or the queue for good. `released`: the copy that was set aside for it, free again. */
interface Ended {
  readonly reservationId: ReservationId
  readonly titleId: TitleId
  readonly at: Instant
  /** Whether it still waited, with no copy set aside. */
  readonly wasWaiting: boolean
  readonly released: { readonly itemId: ItemId; readonly itemVersion: number } | null
}

export type ReservationEvent =
  | {
      readonly _tag: "ReservationPlaced"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly itemId: ItemId | null
      readonly pickupBranch: string
      readonly readerCategory: string
      readonly place: number
      readonly at: Instant
      /** Last instant at which it waits; `null`: without end. */
      readonly waitUntil: Instant | null
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      readonly _tag: "ReservationSetAside"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly itemId: ItemId
      readonly itemVersion: number
      /** Where the copy is now. */
      readonly branch: string
      readonly at: Instant
      readonly shelfUntil: Instant
      /** Reservations before it in the queue that could not have this copy, and why. */
      readonly skipped: ReadonlyArray<{ readonly reservationId: ReservationId; readonly because: string }>
      /** Of a long queue: how many more, by the reason. */
      readonly skippedMore?: Readonly<Record<string, number>>
    }
  | {
      /** Days or hours of the pickup branch changed, and with them until when the copy waits. */
      readonly _tag: "ReservationRedated"
      readonly reservationId: ReservationId
      readonly at: Instant
      readonly shelfUntil: Instant
      readonly calendarVersion: number
    }
  /** The copy that was set aside for it went elsewhere: it waits again, in its old place. */
  | {
      readonly _tag: "ReservationPutBack"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
    }
  | ({ readonly _tag: "ReservationFilled"; readonly loanId: LoanId } & Omit<Ended, "released">)
  | ({ readonly _tag: "ReservationCancelled"; readonly reason: string } & Ended)
  | ({ readonly _tag: "ReservationExpired" } & Ended)
