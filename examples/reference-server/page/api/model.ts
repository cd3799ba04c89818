import type {
  AppealState,
  CheckOutReceipt,
  InHand,
  Invalid,
  ItemStatus,
  NextStep,
  Refusal,
  RefusalCode,
  ReservationKind,
  SettingExplanation
} from "@openshelf/core"
import type { UnfillableBecause } from "@openshelf/core/branch-lists"
import type { PolicyFinding } from "@openshelf/core/policy-review"

/** An instant as the server writes it: ISO 8601 in UTC. */
export type Instant = string

/** What the core gives back, as the server writes it: fields that are instants by their name are texts. */
export type Written<T> = T extends string | number | boolean | null
  ? T
  : T extends ReadonlyArray<infer One>
    ? ReadonlyArray<Written<One>>
    : {
        readonly [K in keyof T]: K extends "at" | "now" | "notBefore" | `${string}At` | `${string}Until`
          ? WrittenInstant<T[K]>
          : Written<T[K]>
      }
type WrittenInstant<T> = T extends number ? Instant : T

/** Names by language; a code stands for itself where there is none. */
export type Names = Readonly<Record<string, string>>

/** What every page has to know of the library it is in. */
export interface Place {
  readonly name: string
  /** ISO 4217. */
  readonly currency: string
  readonly branches: ReadonlyArray<{ readonly branch: string; readonly name?: Names; readonly zone: string }>
  readonly readerCategories: Readonly<Record<string, Names>>
  readonly itemTypes: Readonly<Record<string, Names>>
  /** Why staff cancel reservations; none: they need not say. */
  readonly cancellationReasons: Readonly<Record<string, Names>>
  /** Other systems to lend to or borrow from. */
  readonly partners: Readonly<Record<string, Names>>
  /** How reservations of some readers may be joined; none: nobody's are. */
  readonly reservationsJoined: ReadonlyArray<JoinKind>
}

export interface Staff {
  readonly kind: "staff"
  readonly id: string
  readonly branch: string
  readonly permissions: ReadonlyArray<string>
}

export interface Oneself {
  readonly kind: "reader"
  readonly branch: string
  readonly reader: Reader
}

export type Me = Staff | Oneself

export interface Reader {
  readonly readerId: string
  readonly card: string
  readonly name: string
  readonly category: string
  readonly homeBranch: string
  readonly expiresAt: Instant | null
  /** What is owed, in minor units. */
  readonly balance: number
}

export interface TitleLine {
  readonly titleId: string
  readonly title: string
  readonly responsibility: string
  /** ISO 639-2/B. */
  readonly language: string
}

export interface Loan {
  readonly loanId: string
  readonly barcode: string
  readonly itemType: string
  readonly title: TitleLine
  readonly lentAt: Instant
  readonly dueAt: Instant
  /** When it was asked for before it was due. */
  readonly recalledAt: Instant | null
  readonly renewalCount: number
}

/** How reservations are joined: one of them is enough, or they come together. */
export type JoinKind = "anyOf" | "together"

export interface Reservation {
  readonly reservationId: string
  readonly title: TitleLine
  readonly state: "waiting" | "inTransit" | "setAside"
  readonly pickupBranch: string
  readonly placedAt: Instant
  /** It keeps its place and takes no copy; the last instant of that, `null`: until it is resumed. */
  readonly isSuspended: boolean
  readonly suspendedUntil: Instant | null
  /** How long it waits for a copy; `null`: without end. */
  readonly waitUntil: Instant | null
  readonly shelfUntil: Instant | null
  /** Where or when it is fetched, if that was agreed. */
  readonly slot: SlotWire | null
  readonly joined: { readonly as: JoinKind; readonly reservations: ReadonlyArray<string> } | null
  /** How many wait before it. */
  readonly ahead: number
}

/** Days that a wait lasts at most with a chance of 10, 50 and 90 in a hundred; `null`: nobody knows. */
export interface WaitWire {
  readonly low: number | null
  readonly median: number | null
  readonly high: number | null
  /** The chance, from 0 to 1, that a copy comes within so many days. */
  readonly within: { readonly days: number; readonly chance: number }
}

/** The place of a reservation and its estimated wait; or what a new one would have to expect. */
export interface WaitToldWire {
  readonly position: number | null
  /** `null`: a copy lies ready, or it takes none until it is resumed. */
  readonly wait: WaitWire | null
  readonly learnedAt: Instant | null
}

/** A live reservation in the queue of a title; whose it is is not told. */
export interface QueueLineWire {
  readonly reservationId: string
  /** Among those that wait, from 1; `null`: a copy is set aside for it. */
  readonly position: number | null
  readonly kind: ReservationKind
  readonly volume: string
  /** Empty: of any type. */
  readonly itemType: string
  readonly pickupBranch: string
  readonly readerCategory: string
  readonly placedAt: Instant
  readonly notBefore: Instant | null
  readonly isSuspended: boolean
  readonly suspendedUntil: Instant | null
  readonly shelfUntil: Instant | null
  readonly wait: WaitWire | null
}

export interface QueuePageWire {
  readonly waitingCount: number
  readonly learnedAt: Instant | null
  readonly rows: ReadonlyArray<QueueLineWire>
  readonly next: string | null
}

/** A copy and how it stands. */
export interface CopyWire {
  readonly barcode: string
  readonly status: ItemStatus
  readonly type: string
  readonly volume: string
  readonly presentBranch: string
  readonly callNumber: string
  readonly dueAt: Instant | null
  readonly recalledAt: Instant | null
  /** Where it is on its way to. */
  readonly toBranch: string | null
  readonly shelfUntil: Instant | null
  readonly pickupBranch: string | null
}

export interface CopyPageWire {
  readonly rows: ReadonlyArray<CopyWire>
  readonly next: string | null
}

export interface Charge {
  readonly chargeId: string
  readonly kind: string
  readonly amount: number
  readonly outstanding: number
  readonly raisedAt: Instant
}

/** A line of the account. */
export interface Entry {
  readonly entryId: string
  readonly kind: string
  /** What it does to the balance: a payment is below zero. */
  readonly amount: number
  readonly at: Instant
}

export interface Account {
  readonly balance: number
  /** What of it is not asked for if all is paid at once. */
  readonly forgone: number
  readonly charges: ReadonlyArray<Charge>
  /** The newest first. */
  readonly entries: { readonly rows: ReadonlyArray<Entry> }
}

/** A cash desk, and what should be in it by method, in minor units. */
export interface CashDesk {
  readonly cashDesk: string
  readonly state: "open" | "closed"
  readonly session: number
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly methods: ReadonlyArray<{ readonly method: string; readonly amount: number }>
}

/** A charge that is or was disputed. */
export interface AppealLine {
  readonly appealId: string
  readonly chargeId: string
  readonly state: AppealState
  readonly openedAt: Instant
  readonly decideUntil: Instant | null
  readonly decidedAt: Instant | null
}

/** What a reader says of a disputed charge. */
export interface AppealSaid extends AppealLine {
  readonly reason: string
  readonly evidence: string
  /** In minor units. */
  readonly held: number
}

/** What staff wrote of a reader. */
export interface Note {
  readonly noteId: string
  readonly text: string
  readonly placedAt: Instant
}

/** A block that was set by hand. */
export interface Block {
  readonly blockId: string
  readonly kind: string
  readonly note: string
  readonly endsAt: Instant | null
}

/** Where a copy stands and what to do with it, as the server writes it. */
export interface InHandWire {
  readonly item: {
    readonly barcode: string
    readonly type: string
    readonly homeBranch: string
    readonly callNumber: string
    readonly parts: number
  }
  readonly title: TitleLine
  readonly waitingCount: number
  readonly loan: Written<InHand["loan"]>
  readonly keptFor: Written<InHand["keptFor"]>
  readonly next: NextStep
  readonly sendTo: string | null
  readonly sendBackTo: string | null
}

/** A reader with all that a desk shows of them; to a reader, nothing that staff wrote. */
export interface ReaderFile {
  readonly reader: Reader
  readonly loans: ReadonlyArray<Loan>
  readonly reservations: ReadonlyArray<Reservation>
  readonly bookings: ReadonlyArray<BookingWire>
  readonly account: Account
  readonly appeals: ReadonlyArray<AppealLine>
  readonly notes: ReadonlyArray<Note>
  readonly blocks: ReadonlyArray<Block>
}

/** One refusal as the server writes it: code, its numbers, and the permission that would lift it. */
export type RefusalOf<C extends RefusalCode> = Written<Omit<Extract<Refusal, { readonly _tag: C }>, "_tag">> & {
  readonly code: C
  readonly liftedBy: string | null
}
export type AnyRefusal = { readonly [C in RefusalCode]: RefusalOf<C> }[RefusalCode]

/** At which branches something may be fetched. */
export interface PickupOffer {
  /** What stands in the way at whichever branch. */
  readonly everywhere: ReadonlyArray<AnyRefusal>
  /** Every branch, and what forbids fetching it there; none: it may be. */
  readonly branches: ReadonlyArray<{ readonly branch: string; readonly refusals: ReadonlyArray<AnyRefusal> }>
}

/** A title with its copies. */
export interface TitleWithCopies extends TitleLine {
  readonly items: Rows<{
    readonly barcode: string
    readonly type: string
    readonly volume: string
    readonly status: ItemStatus
  }>
}

/** A version of the rules. */
export interface Version {
  readonly version: number
  readonly validFromAt: Instant
  readonly publishedBy: string
}

/** What the server says of a draft. */
export interface Checked {
  readonly problems: ReadonlyArray<{
    readonly line?: number
    readonly path: string
    readonly expected: string
    /** What is probably meant. */
    readonly suggestion?: string
  }>
  readonly findings: ReadonlyArray<PolicyFinding>
}

/** What a decision would be and why. */
export interface ExplainedWire {
  readonly allowed: boolean
  readonly receipt: Written<CheckOutReceipt> | null
  readonly refusals: ReadonlyArray<AnyRefusal & { readonly mayLift: boolean }>
  readonly settings: ReadonlyArray<SettingExplanation>
}

/** Why a request brought nothing. */
export type Failure =
  | { readonly kind: "refused"; readonly refusals: ReadonlyArray<AnyRefusal> }
  | { readonly kind: "invalid"; readonly invalid: ReadonlyArray<Invalid> }
  | { readonly kind: "signedOut" }
  | { readonly kind: "unknown" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "failed"; readonly status: number; readonly title: string; readonly requestId: string | null }

export type Reply<A> = { readonly kind: "done"; readonly value: A } | Failure

/** A page of a list; `next`: there are more. */
export interface Rows<Row> {
  readonly rows: ReadonlyArray<Row>
  readonly next: string | null
}

/** A copy in a list of a branch. */
export interface CopyLineWire {
  readonly barcode: string
  readonly title: TitleLine
  readonly location: string
  readonly callNumber: string
  readonly volume: string
}

/** A copy to be fetched from its shelf. */
export interface PullWire extends CopyLineWire {
  readonly reservationId: string
  readonly branch: string
  readonly pickupBranch: string
}

/** A copy on the pickup shelf. */
export interface ShelfWire extends CopyLineWire {
  readonly reservationId: string
  readonly setAsideAt: Instant | null
  readonly shelfUntil: Instant | null
  readonly slot: SlotWire | null
  /** The set that it is kept for until all of it is there; `null`: it can be fetched. */
  readonly ofSet: { readonly here: number; readonly of: number } | null
}

/** A locker, or a time at which copies are brought out; without instants it is there at any time. */
export interface SlotWire {
  readonly slotId: string
  readonly kind: SlotKind
  readonly name: string
  readonly fromAt: Instant | null
  readonly untilAt: Instant | null
}
export type SlotKind = "locker" | "curbside"

/** The same with how many reservations it has room for. */
export interface BranchSlotWire extends SlotWire {
  readonly capacity: number
  readonly free: number
}

export type InterloanSide = "borrower" | "lender"
export type InterloanState = "requested" | "shipped" | "received" | "sentBack" | "completedWithoutReturn"
export type InterloanCommand =
  | "cancelInterloan"
  | "borrowIn"
  | "sendBack"
  | "lendOut"
  | "declineInterloan"
  | "completeInterloan"

/** A loan from another system, or to one, that is not over. */
export interface InterloanWire {
  readonly interloanId: string
  readonly side: InterloanSide
  readonly partner: string
  readonly state: InterloanState
  readonly title: string
  /** The one that it was asked for. */
  readonly reservationId: string | null
  /** The lender's, of what was sent; empty: nothing was. */
  readonly barcode: string
  readonly dueAt: Instant | null
  readonly requestedAt: Instant
  readonly copy: { readonly barcode: string; readonly status: ItemStatus; readonly presentBranch: string } | null
  /** The reservation that it was asked for ended before it came. */
  readonly unwanted: boolean
  /** Whom to lend to; `null`: the other system has no account here. */
  readonly account: string | null
  readonly next: ReadonlyArray<InterloanCommand>
}

/** Days for which a copy is promised; whose they are is not told. */
export interface BookedDaysWire {
  readonly bookingId: string
  readonly pickupBranch: string
  readonly fromAt: Instant
  readonly untilAt: Instant
  /** From when to when nobody else may have it. */
  readonly blockedFrom: Instant
  readonly blockedUntil: Instant
}

/** What a reader booked. */
export interface BookingWire {
  readonly bookingId: string
  readonly title: TitleLine
  readonly pickupBranch: string
  readonly fromAt: Instant
  readonly untilAt: Instant
}

/** What would fill a reservation that nothing fills. */
export type WouldFill = "buy" | "recall" | "pickUpElsewhere" | "changeRules" | "lendFromElsewhere"

/** A title that is waited for. */
export interface DemandWire {
  readonly title: TitleLine
  readonly waiting: number
  readonly copies: number
  /** `null`: there is no copy. */
  readonly perCopy: number | null
  readonly unfillable: ReadonlyArray<{
    readonly reservationId: string
    readonly pickupBranch: string
    readonly placedAt: Instant
    readonly because: UnfillableBecause
    readonly wouldFill: WouldFill
  }>
}

/** A copy on its way. */
export interface TransitWire extends CopyLineWire {
  readonly transitId: string
  readonly state: string
  readonly reason: string
  readonly fromBranch: string
  readonly toBranch: string
  readonly plannedAt: Instant
  readonly sentAt: Instant | null
}
