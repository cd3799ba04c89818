import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReservationId, ReservationKind, ReservationRow } from "./model.ts"

/** Leaving the shelf or the queue for good. `released`: the copy that was set aside for it, free again. */
interface Ended {
  readonly reservationId: ReservationId
  readonly titleId: TitleId
  readonly at: Instant
  /** Whether it still waited, with no copy set aside. */
  readonly wasWaiting: boolean
  readonly released: {
    readonly itemId: ItemId
    readonly itemVersion: number
    /** The copy is on its way, and goes on. */
    readonly onTheWay?: 1
    /** The copy is restricted to use in the building, as before; without it, available. */
    readonly restricted?: 1
  } | null
}

export type ReservationEvent =
  | {
      readonly _tag: "ReservationPlaced"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly itemId: ItemId | null
      readonly kind: ReservationKind
      readonly volume: string
      readonly itemType: string
      readonly copyType: string
      readonly copyCollection: string
      readonly pickupBranch: string
      readonly readerCategory: string
      readonly place: number
      readonly at: Instant
      readonly notBefore: Instant | null
      /** Last instant at which it waits; `null`: without end. */
      readonly waitUntil: Instant | null
      /** Somebody else asked for it, as the reader's proxy. */
      readonly proxied?: 1
      readonly policyVersion: number
      readonly policyRows: Readonly<Record<string, string>>
    }
  | {
      readonly _tag: "ReservationSetAside"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly itemId: ItemId
      readonly itemVersion: number
      /** Where the copy is now; of one on its way already, where it is going. */
      readonly branch: string
      readonly at: Instant
      /** `null`: it is not on the pickup shelf yet. */
      readonly shelfUntil: Instant | null
      /** The copy is on its way already, and goes on for this reservation. */
      readonly onTheWay?: 1
      /** Reservations before it in the queue that could not have this copy, and why. */
      readonly skipped: ReadonlyArray<{ readonly reservationId: ReservationId; readonly because: string }>
      /** Of a long queue: how many more, by the reason. */
      readonly skippedMore?: Readonly<Record<string, number>>
    }
  /** The copy that was on its way for it stands on the pickup shelf. */
  | {
      readonly _tag: "ReservationReady"
      readonly reservationId: ReservationId
      readonly at: Instant
      readonly shelfUntil: Instant
    }
  /** It keeps its place and takes no copy: to the end of `until`, or until it is resumed. */
  | {
      readonly _tag: "ReservationSuspended"
      readonly reservationId: ReservationId
      readonly at: Instant
      readonly until: Instant | null
    }
  | { readonly _tag: "ReservationResumed"; readonly reservationId: ReservationId; readonly at: Instant }
  /** Where, from when on or until when it waits was changed. */
  | {
      readonly _tag: "ReservationChanged"
      readonly reservationId: ReservationId
      readonly at: Instant
      readonly set: Partial<Pick<ReservationRow, "pickupBranch" | "notBefore" | "waitUntil">>
    }
  /** Staff gave it another place. `reason`: theirs; of one that only made room for another, empty. */
  | {
      readonly _tag: "ReservationMoved"
      readonly reservationId: ReservationId
      readonly titleId: TitleId
      readonly at: Instant
      readonly place: number
      /** 1: it took the number of the next reservation. */
      readonly taken: 0 | 1
      readonly reason: string
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
      /** The copy is on its way, and goes on. */
      readonly onTheWay?: 1
      /** The copy is restricted to use in the building, as before; without it, available. */
      readonly restricted?: 1
    }
  | ({ readonly _tag: "ReservationFilled"; readonly loanId: LoanId } & Omit<Ended, "released">)
  | ({ readonly _tag: "ReservationCancelled"; readonly reason: string } & Ended)
  | ({ readonly _tag: "ReservationExpired" } & Ended)
