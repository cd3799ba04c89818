import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReaderId } from "../readers/model.ts"

export const ReservationId = id.pipe(Schema.brand("ReservationId"))
export type ReservationId = typeof ReservationId.Type

/** `inTransit`: a copy is on its way to the pickup branch for it. `setAside`: it stands on the pickup shelf. */
export const ReservationState = Schema.Literals(["waiting", "inTransit", "setAside", "filled", "cancelled", "expired"])
export type ReservationState = typeof ReservationState.Type

/**
 * How it is asked for. `page`: a copy that stands on a shelf now is fetched. `wait`: the next that comes free.
 * `recall`: a copy on loan is asked for back.
 */
export const ReservationKind = Schema.Literals(["page", "wait", "recall"])
export type ReservationKind = typeof ReservationKind.Type

/** A place in the queue of a title or of one item. Who holds it stands in `ReservationReaderRow` alone. */
export interface ReservationRow {
  readonly reservationId: ReservationId
  /** Number of this reservation's events. */
  readonly version: number
  readonly state: ReservationState
  readonly kind: ReservationKind
  readonly titleId: TitleId
  /** Only this copy will do; `null`: any copy of the title that `volume` and `itemType` admit. */
  readonly itemId: ItemId | null
  /** Only copies of this volume, part or edition; empty: of any. */
  readonly volume: string
  /** Only copies of this type; empty: of any. */
  readonly itemType: string
  /** Kind of the copy whose rules it was placed under: limits count it as of these, as a loan is counted as of its copy. */
  readonly copyType: string
  readonly copyCollection: string
  readonly pickupBranch: string
  readonly readerCategory: string
  /** Order in the title's queue, smallest first, unique while the reservation lives (`placeAt`); `null` once it ended. */
  readonly place: number | null
  /** The rank that its place belongs to. */
  readonly rank: number | null
  readonly placedAt: Instant
  /** First instant at which it takes a copy; before, it only keeps its place. `null`: from the beginning. */
  readonly notBefore: Instant | null
  /** 1: it keeps its place and takes no copy meanwhile. */
  readonly suspended: number
  /** Last instant of that; `null`: until it is resumed, or not suspended. */
  readonly suspendedUntil: Instant | null
  /** Last instant at which it waits for a copy; on the pickup shelf its time is that of the shelf. `null`: without end, or ended. */
  readonly waitUntil: Instant | null
  /** The copy on the pickup shelf, or on its way there. */
  readonly setAsideItemId: ItemId | null
  /** Since when it stands on the pickup shelf; on its way there, since when it was meant for it. */
  readonly setAsideAt: Instant | null
  /** Closing time of the last day on the pickup shelf; `null`: not there yet. */
  readonly shelfUntil: Instant | null
  readonly endedAt: Instant | null
  /** The loan that filled it. */
  readonly loanId: LoanId | null
}

/**
 * How reservations of a reader for several titles are joined. `anyOf`: one of them is enough. `together`: their copies are kept
 * until all are there.
 */
export const JoinKind = Schema.Literals(["anyOf", "together"])
export type JoinKind = typeof JoinKind.Type

/** The only link between a live reservation and its reader; deleted when the reservation ends. */
export interface ReservationReaderRow {
  readonly reservationId: ReservationId
  readonly readerId: ReaderId
  /** Shared by the reservations that it is joined with; `null`: it stands by itself. */
  readonly groupId: string | null
  readonly groupKind: JoinKind | null
}

/** The link of a reservation that is joined with no other. */
export const byItself = { groupId: null, groupKind: null } as const
