import type { AccountRow, ChargeRow, CreditRow, EntryId, EntryRow } from "../accounts/model.ts"
import type { AppealRow, AppealStatementRow } from "../appeals/model.ts"
import type { BookingRow } from "../bookings/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { CashDeskRow, CashEntryRow } from "../cash/model.ts"
import type { Barcode, ItemId, ItemRow, TitleId, TitleQueueRow } from "../catalogue/model.ts"
import type { IncidentId, IncidentRow } from "../incidents/model.ts"
import type { InterloanRow } from "../interlending/model.ts"
import type { LoanId, LoanRow } from "../loans/model.ts"
import type { Minor } from "../money/minor.ts"
import type { PickupSlotRow } from "../pickupSlots/model.ts"
import type { ReaderLinkRow } from "../readers/links/model.ts"
import type { ReaderId, ReaderRow } from "../readers/model.ts"
import type { JoinKind, ReservationId, ReservationRow } from "../reservations/model.ts"
import type { TargetColumns } from "../reservations/target.ts"
import type { TransitRow } from "../transits/model.ts"

/** An item with what policy and queue say about its title. */
export interface ItemFacts {
  readonly item: ItemRow
  readonly queue: TitleQueueRow
  readonly title: TitleFacts
}

/** What the policy may look at, and what a person reads. */
export interface TitleFacts {
  readonly titleId: TitleId
  readonly title: string
  readonly responsibility: string
  readonly format: string
  readonly language: string
}

export interface ReaderFacts {
  readonly reader: ReaderRow
  readonly account: AccountRow
}

export interface LoanFacts extends ItemFacts {
  readonly loan: LoanRow
}

/** A waiting reservation that a copy could be set aside for. */
export interface Candidate {
  readonly reservation: ReservationRow
  readonly reader: ReaderRow
  readonly account: AccountRow
}

export interface OwnedReservation {
  readonly reservation: ReservationRow
  readonly readerId: ReaderId
}

/** A reservation that has a copy, with whom it is for. */
export interface KeptReservation extends SetAsideReservation {
  readonly reader: ReaderRow
}

/** A live reservation that is joined with others of its reader, and the copy that it has; `null`: none. */
export interface JoinedReservation {
  readonly reservation: ReservationRow
  readonly reader: ReaderRow
  readonly copy: ItemFacts | null
  readonly groupId: string
  readonly groupKind: JoinKind
}

/** A title that somebody waits for. */
export interface WaitedTitle {
  readonly title: TitleFacts
  readonly queue: TitleQueueRow
}

/** A copy on a pickup shelf, and the reservation that it stands there for. Whose it is, is not said. */
export interface ShelvedCopy extends ItemFacts {
  readonly reservation: ReservationRow
  /** The set that it is kept for until all of it is there; `null`: it can be fetched. */
  readonly ofSet: SetStanding | null
}

/** How many copies of a set are on the pickup shelf, and how many there are to be. */
export interface SetStanding {
  readonly here: number
  readonly of: number
}

/** The same with whose it is, for whoever tells them. */
export interface ShelvedForReader extends ShelvedCopy {
  readonly reader: ReaderRow
}

/** A copy that travels, or is to. */
export interface TravellingCopy extends ItemFacts {
  readonly transit: TransitRow
}

/** The same with the pickup slot that it has; `null`: it has none. */
export interface SetAsideReservation extends OwnedReservation {
  readonly slot: PickupSlotRow | null
}

/** A pickup slot, and which reservation has it. */
export interface HeldSlot {
  readonly reservationId: ReservationId
  readonly slot: PickupSlotRow
}

/** A live booking, and whose it is. */
export interface OwnedBooking {
  readonly booking: BookingRow
  readonly readerId: ReaderId
}

/** The same with what the policy looks at. */
export interface BookingFacts extends OwnedBooking, ItemFacts, ReaderFacts {
  /** When the item is due that is lent now; `null`: it is not lent. */
  readonly loanDueAt: Instant | null
}

/** The same with its item. */
export interface BookedItem extends OwnedBooking, ItemFacts {}

export interface ReservationFacts extends OwnedReservation {
  readonly title: TitleFacts
  readonly queue: TitleQueueRow
  /** Waiting reservations of the title with a smaller place. */
  readonly ahead: number
}

/** A link between readers, with the reader at its other end. */
export interface ReaderLinkFacts extends ReaderFacts {
  readonly link: ReaderLinkRow
}

/** Something owed, and the stretch of the loan it is for, while that link lives. */
export interface MovableCharge {
  readonly charge: ChargeRow
  readonly loanId: LoanId | null
  readonly renewalCount: number | null
  /** The incident it is for, while that link lives. */
  readonly incidentId: IncidentId | null
}

/** A charge, and how much of it was paid, in money or by a credit: neither waived nor still owed. */
export interface PaidCharge {
  readonly charge: ChargeRow
  readonly paid: Minor
}

/** A charge raised for an incident. */
export interface IncidentCharge extends PaidCharge {
  readonly incidentId: IncidentId
}

/** A loss of an item, and the loan during which it was lost. */
export interface LossFacts {
  readonly incident: IncidentRow
  readonly loan: LoanRow | null
}

/** A charge raised for the last loss of an item, whose account it stands in, and when something was last paid of it. */
export interface LossCharge extends PaidCharge, ReaderFacts {
  readonly paidAt: Instant | null
  /** What of it somebody else collects now. */
  readonly handedOver: Minor
}

/** A charge that is linked to an incident, with the item and the loan that it happened to. */
export interface ChargedIncident extends PaidCharge, ItemFacts {
  readonly incident: IncidentRow
  readonly loan: LoanRow | null
}

/** A charge raised for a loan, with the stretch between renewals that it is for. */
export interface LoanCharge extends PaidCharge {
  readonly renewalCount: number
}

/** How much of an entry went to a charge, what undid it counted. */
export interface AllottedCharge extends PaidCharge {
  readonly amount: Minor
}

/** The same of a line that forgoes something with another. */
export interface ForgoneCharge extends AllottedCharge {
  readonly entryId: EntryId
}

/** A line of an account, what remains of it where it is a credit, and whether another line undid it. */
export interface EntryFacts {
  readonly entry: EntryRow
  readonly credit: CreditRow | null
  readonly isVoid: boolean
}

/** A deposit that was not given back yet. */
export interface DepositFacts extends LoanCharge {
  readonly loanId: LoanId
  readonly loanClosed: boolean
}

export interface ChargeFacts {
  readonly charge: ChargeRow
  /** The loan it is for, while that link lives. */
  readonly loanId: LoanId | null
  readonly loanClosed: boolean
}

/** How many copies of a title stand where, in which state. */
export interface CopyCount {
  readonly presentBranch: string
  readonly status: ItemRow["status"]
  readonly type: string
  readonly collection: string
  readonly location: string
  readonly homeBranch: string
  readonly volume: string
  readonly count: number
}

/** The same, of several titles. */
export interface TitleCopyCount extends CopyCount {
  readonly titleId: TitleId
}

/** A copy whose loan is recalled. */
export type RecalledCopy = Pick<ItemRow, "itemId" | "volume" | "type">

/**
 * How many reservations wait for any copy of a title (`itemId` null), or for one copy of it, to be picked up at one branch;
 * suspended ones left out.
 */
export interface QueueCount {
  readonly titleId: TitleId
  readonly pickupBranch: string
  readonly itemId: ItemId | null
  readonly volume: string
  readonly itemType: string
  readonly count: number
}

/** Reservations of a title that wait for the same and take copies from the same instant on. */
export interface WaitingCount
  extends Pick<ReservationRow, "itemId" | "volume" | "itemType" | "notBefore" | "suspended" | "suspendedUntil"> {
  readonly count: number
}

/**
 * A copy with its open loan or transit, and the live reservation that it is set aside for or travels to; who has it is not
 * said.
 */
export interface CopyStanding {
  readonly item: ItemRow
  readonly transit: TransitRow | null
  readonly loan: LoanRow | null
  readonly keptFor: ReservationRow | null
}

/** How many reservations of a title wait at one rank for the same; of a copy that is named, what it is of. */
export interface RankCount extends TargetColumns {
  readonly rank: number
  readonly count: number
}

/** A live reservation with its queue. */
export interface QueuedReservation extends SetAsideReservation {
  readonly queue: TitleQueueRow
}

/** A loan of a title that somebody wants, with who has it. */
export interface LoanToRecall extends LoanFacts, ReaderFacts {}

/** Who waits, and for what. */
export interface ReservingReader extends ReaderFacts {
  readonly title: TitleFacts
}

/** An open loan by its due instant, with what names its item; who has it is not said. */
export interface LoanDue {
  readonly loan: LoanRow
  readonly barcode: Barcode
}

/** An open claim that an item was returned, and how it was looked for. */
export interface OpenClaim extends LoanDue {
  readonly title: string
  readonly searches: number
  /** The last time; `null`: nobody looked yet. */
  readonly searchedAt: Instant | null
}

/** A charge of which nothing is owed, and the loan that it still names. */
export interface SettledCharge {
  readonly chargeId: EntryId
  readonly loanId: LoanId
}

/** A charge for being late that runs, with its loan. */
export interface RunningCharge extends LoanCharge {
  readonly loanId: LoanId
}

/** An overdue loan with everything that its lateness depends on, and the charge that runs for it. */
export interface OverdueFacts extends LoanFacts, ReaderFacts {
  readonly known: LoanCharge | null
  /** The charge for reminders of this stretch; `null`: none was charged. */
  readonly reminded: LoanCharge | null
}

/** A charge with the loan that it is for. */
export interface ChargedLoan {
  readonly charge: ChargeRow
  readonly loan: LoanRow
}

/** An incident with its item, and whom it is charged to while that is known. */
export interface IncidentFacts extends ItemFacts {
  readonly incident: IncidentRow
  readonly loan: LoanRow | null
  /** Who had the item, or whom a conduct record names; `null`: nobody, or not known any more. */
  readonly liable: ReaderFacts | null
}

/** A line of a cash desk with the desk as it is now. */
export interface CashOfEntry {
  readonly cashEntry: CashEntryRow
  readonly cashDesk: CashDeskRow
}

/** An appeal, what it says, and the charge that it is about. */
export interface AppealFacts extends ReaderFacts, PaidCharge {
  readonly appeal: AppealRow
  /** `null`: the reader was erased since. */
  readonly statement: AppealStatementRow | null
}

/** How much an item was lent, by counts alone. */
export interface ItemUse {
  readonly loanCount: number
  readonly renewalCount: number
  readonly firstLentAt: number | null
  readonly lastLentAt: number | null
}

export interface Page<Row> {
  readonly rows: ReadonlyArray<Row>
  /** Hand this back as `after` for the rows that follow; `null`: there are none. */
  readonly next: string | null
}

/** An incident, with what its item is called. */
export interface RegisteredIncident {
  readonly incident: IncidentRow
  readonly barcode: Barcode
  readonly title: string
}

/** A loan between systems, and the lender's copy or the borrower's record of it; `null`: none yet. */
export interface InterloanWithCopy {
  readonly interloan: InterloanRow
  readonly copy: Pick<ItemRow, "itemId" | "barcode" | "status" | "presentBranch" | "loanId"> | null
  /** How the reservation stands that it is for; `null`: it is for none. */
  readonly reservation: Pick<ReservationRow, "reservationId" | "state" | "pickupBranch"> | null
}
