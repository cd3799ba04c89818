import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { barcode, id } from "../decision/code.ts"
import type { LoanId } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"
import type { ReservationId } from "../reservations/model.ts"
import type { TransitId } from "../transits/model.ts"

/** One bibliographic record. */
export const TitleId = id.pipe(Schema.brand("TitleId"))
export type TitleId = typeof TitleId.Type

/** One physical copy. Never its barcode: barcodes get replaced, ids do not. */
export const ItemId = id.pipe(Schema.brand("ItemId"))
export type ItemId = typeof ItemId.Type

/** The number on a copy. */
export const Barcode = barcode.pipe(Schema.brand("Barcode"))
export type Barcode = typeof Barcode.Type

export interface TitleRow {
  readonly titleId: TitleId
  readonly version: number
  /** Where the record came from, and its number there: together unique. `null`: made by hand. */
  readonly source: string | null
  readonly controlNumber: string | null
  /** Form of the work: book, sound, video, map, serial, electronic … */
  readonly format: string
  readonly language: string
  readonly title: string
  readonly responsibility: string
  /** Everything else that was described, as JSON of `TitleDescription`. */
  readonly description: string
  /** Title, responsibility and identifiers, folded by `searchable`, for finding a title by a part of it. */
  readonly searchText: string
  readonly addedAt: Instant
}

/** The whole bibliographic record, compressed, as it came. */
export interface TitleRecordRow {
  readonly titleId: TitleId
  readonly encoding: string
  readonly content: Uint8Array
}

/** Made with the title, so that an empty queue too has a row to guard. */
export interface TitleQueueRow {
  readonly titleId: TitleId
  readonly version: number
  /** Reservations that wait and have no copy set aside. */
  readonly waitingCount: number
  /** The place that the next reservation gets. Only grows. */
  readonly nextPlace: number
}

export const ItemStatus = Schema.Literals([
  "available",
  "onLoan",
  "setAside",
  "inTransit",
  "withdrawn",
  "inRepair",
  "onOrder",
  "inProcess",
  "inProcessNotReservable",
  "awaitingDelivery",
  "restricted",
  "missing",
  "unknown",
  "claimedReturned",
  "declaredLost",
  "agedToLost",
  "lostAndPaid"
])
export type ItemStatus = typeof ItemStatus.Type

/** What a copy is on its shelf while nothing is the matter with it. `restricted`: for use in the building only. */
export const StandingStatus = Schema.Literals(["available", "restricted"])
export type StandingStatus = typeof StandingStatus.Type

/** Statuses of an item whose loan is open. */
export const lentStatuses: ReadonlyArray<ItemStatus> = ["onLoan", "claimedReturned", "declaredLost", "agedToLost"]

export interface ItemRow {
  readonly itemId: ItemId
  readonly version: number
  readonly titleId: TitleId
  readonly barcode: Barcode
  readonly status: ItemStatus
  /** What it is again once nothing is the matter with it: no loan, reservation, transit, loss or repair. */
  readonly shelfStatus: StandingStatus
  readonly homeBranch: string
  readonly presentBranch: string
  readonly type: string
  readonly collection: string
  readonly location: string
  /** Code of the work in several volumes that it is one volume of; empty: of none. */
  readonly volumeSet: string
  /** Which volume, part or edition of its title it is, for who wants only that; empty: the title is not told apart. */
  readonly volume: string
  readonly callNumber: string
  /** List price, in minor units of its currency; `null`: unknown. */
  readonly price: Minor | null
  /** ISO 4217; empty: the library's own. */
  readonly priceCurrency: string
  /** How many pieces belong to it, for a set that is lent as one: to be counted when lent and when returned. */
  readonly parts: number
  /** Shown to staff when it is lent; empty: nothing. */
  readonly lendingAlert: string
  /** Shown to staff when it is returned. */
  readonly returnAlert: string
  /** The open loan, if and only if there is one: on loan, claimed returned, or lost and not settled. */
  readonly loanId: LoanId | null
  /** The reservation that this copy is set aside for, here or on its way there. */
  readonly reservationId: ReservationId | null
  /** The transit that it is on, if and only if it is on its way. */
  readonly transitId: TransitId | null
  /** Where staff sent it and it came, to stay until it is lent; `null`: nowhere. */
  readonly stayBranch: string | null
  /** The other system that it belongs to and goes back to; empty: it is one's own. */
  readonly lender: string
  /** When that system wants it back; `null`: it is one's own. */
  readonly lenderDueAt: Instant | null
  /** How often it was used in the building without a loan. */
  readonly inHouseUses: number
  /** When it is expected on its shelf again after the last return; `null`: not known of any. */
  readonly onShelfFrom: Instant | null
  readonly addedAt: Instant
}
