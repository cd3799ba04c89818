import type { EntryId, EntryRow } from "../accounts/model.ts"
import type { Barcode, ItemRow, TitleId, TitleQueueRow, TitleRow } from "../catalogue/model.ts"
import type { LoanId, LoanReaderRow, LoanRow, UnseenRenewalRow } from "../loans/model.ts"
import type { OverdueLoan, ReaderBlockRow } from "../readers/blocks/model.ts"
import type { Card, CardRow, LoanCountRow, LostCardRow, ReaderId, ReaderRow } from "../readers/model.ts"
import type { ReaderNoteRow } from "../readers/noteModel.ts"
import type { ReservationId, ReservationRow } from "../reservations/model.ts"
import type { EventRow } from "./event.ts"
import type {
  Candidate,
  ChargedLoan,
  ChargeFacts,
  CopyCount,
  DepositFacts,
  ItemFacts,
  LoanCharge,
  LoanDue,
  LoanFacts,
  MovableCharge,
  OwnedReservation,
  Page,
  QueueCount,
  ReaderFacts,
  ReaderLinkFacts,
  ReservationFacts,
  TitleCopyCount
} from "./factShapes.ts"
import type { TokenRow } from "./tables.ts"

export type * from "./factShapes.ts"

interface Paged {
  readonly after: string | null
  /** At most this many rows, 1 to 1,000. */
  readonly limit: number
}

/**
 * Everything a command or a page can ask of a storage, by name: what it is asked by, and what it gives.
 * A storage answers any set of them in one round trip. Each is bounded: by a limit, by the library's own policy
 * (loans and reservations of one reader), or by groups instead of rows.
 */
export interface FactSlots {
  /** The item with this barcode. */
  readonly item: { readonly by: { readonly barcode: Barcode }; readonly gives: ItemFacts | null }
  /** Its open loan, and that loan's reader. */
  readonly loanOfItem: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: (ReaderFacts & { readonly loan: LoanRow }) | null
  }
  /** The reservation that the item is set aside for. */
  readonly setAsideOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: OwnedReservation | null }
  /** Waiting reservations that this item can fill (of its title, or of itself), in queue order. */
  readonly candidatesOfItem: {
    readonly by: { readonly barcode: Barcode; readonly limit: number }
    readonly gives: ReadonlyArray<Candidate>
  }
  /** Blocks set by hand of all who wait for the title of this item, by id. */
  readonly blocksOfQueue: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<ReaderBlockRow> }
  readonly reader: { readonly by: { readonly card: Card }; readonly gives: ReaderFacts | null }
  /** Open loans of the reader, counted by group; groups with none may be there with a count of 0. */
  readonly loanCounts: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<LoanCountRow> }
  /** Open loans of the reader by due instant, then id. */
  readonly loansOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<LoanFacts> }
  /** Live reservations (waiting or set aside) of the reader, by instant of placing, then id. */
  readonly reservationsOfReader: {
    readonly by: { readonly card: Card }
    readonly gives: ReadonlyArray<ReservationFacts>
  }
  /** Charges of the reader with something outstanding, oldest first, then by id. */
  readonly chargesOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ChargeFacts> }
  /** The same of the reader who has the item. */
  readonly chargesOfBorrower: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<ChargeFacts> }
  /** Charges raised for the open loan of the item, by id. */
  readonly chargesOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<LoanCharge> }
  /** Deposits of the reader that were not given back yet, by id. */
  readonly depositsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<DepositFacts> }
  /** Entries of the reader's account, newest first. */
  readonly entriesOfReader: { readonly by: { readonly card: Card } & Paged; readonly gives: Page<EntryRow> }
  /** Cards of a reader, in order. */
  readonly cardsOfReader: { readonly by: { readonly readerId: ReaderId }; readonly gives: ReadonlyArray<Card> }
  /** Every card of the reader who has this one, in order. */
  readonly cardsAlike: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<Card> }
  /** A card that was reported lost. */
  readonly lostCard: { readonly by: { readonly card: Card }; readonly gives: LostCardRow | null }
  /** Lost cards of the reader, by card. */
  readonly lostCardsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<LostCardRow> }
  /** What staff wrote of the reader, by instant, then id. */
  readonly notesOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ReaderNoteRow> }
  /** Who stands for the reader, by link. */
  readonly linksOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ReaderLinkFacts> }
  /** For whom the reader stands, by link. */
  readonly linksToReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ReaderLinkFacts> }
  /** The same two of the reader who has the item. */
  readonly linksOfBorrower: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: ReadonlyArray<ReaderLinkFacts>
  }
  readonly linksToBorrower: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: ReadonlyArray<ReaderLinkFacts>
  }
  /** Loans of the reader that are over and still linked, the one that ended last first. */
  readonly archiveOfReader: { readonly by: { readonly card: Card } & Paged; readonly gives: Page<LoanFacts> }
  /** Who applied for a membership and waits for staff, by id. */
  readonly pendingReaders: { readonly by: Paged; readonly gives: Page<ReaderRow> }
  /** A second reader of the same command, and what a merge moves of it. */
  readonly otherReader: { readonly by: { readonly other: Card }; readonly gives: ReaderFacts | null }
  readonly cardsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<Card> }
  readonly lostCardsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<LostCardRow> }
  readonly loanCountsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<LoanCountRow> }
  readonly loanLinksOfOther: {
    readonly by: { readonly other: Card }
    readonly gives: ReadonlyArray<LoanReaderRow>
  }
  readonly reservationsOfOther: {
    readonly by: { readonly other: Card }
    readonly gives: ReadonlyArray<ReservationFacts>
  }
  readonly chargesOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<MovableCharge> }
  /** The history of its account. */
  readonly historyOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<EventRow> }
  readonly depositsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<DepositFacts> }
  readonly blocksOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<ReaderBlockRow> }
  readonly notesOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<ReaderNoteRow> }
  readonly linksOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<ReaderLinkFacts> }
  readonly linksToOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<ReaderLinkFacts> }
  /** Who holds these two cards; one that nobody holds is left out. To ask for one, name it twice. */
  readonly cardHolders: {
    readonly by: { readonly cards: readonly [Card, Card] }
    readonly gives: ReadonlyArray<CardRow>
  }
  /** Blocks of the reader set by hand, ended ones too, by instant of placing, then id. */
  readonly blocksOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ReaderBlockRow> }
  /** The same of the reader who has the item. */
  readonly blocksOfBorrower: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
  /** Open loans of the reader due before an instant, the one due first first, then by id. */
  readonly overdueOfReader: {
    readonly by: { readonly card: Card; readonly before: number; readonly limit: number }
    readonly gives: ReadonlyArray<OverdueLoan>
  }
  /** The same of the reader who has the item. */
  readonly overdueOfBorrower: {
    readonly by: { readonly barcode: Barcode; readonly before: number; readonly limit: number }
    readonly gives: ReadonlyArray<OverdueLoan>
  }
  /** Open loans that the reader has of the title of this item, by id. */
  readonly loansOfTitle: {
    readonly by: { readonly card: Card; readonly barcode: Barcode }
    readonly gives: ReadonlyArray<LoanId>
  }
  /** Open loans that the reader has of the volume set of this item, by id; none where it belongs to no set. */
  readonly loansOfVolumeSet: {
    readonly by: { readonly card: Card; readonly barcode: Barcode }
    readonly gives: ReadonlyArray<LoanId>
  }
  readonly readerById: { readonly by: { readonly readerId: ReaderId }; readonly gives: ReaderFacts | null }
  readonly title: {
    readonly by: { readonly titleId: TitleId }
    readonly gives: { readonly title: TitleRow; readonly queue: TitleQueueRow } | null
  }
  readonly titleByControlNumber: {
    readonly by: { readonly source: string; readonly controlNumber: string }
    readonly gives: TitleRow | null
  }
  readonly copiesOfTitle: { readonly by: { readonly titleId: TitleId }; readonly gives: ReadonlyArray<CopyCount> }
  /** Items of a title by barcode. */
  readonly itemsOfTitle: { readonly by: { readonly titleId: TitleId } & Paged; readonly gives: Page<ItemRow> }
  /** Titles whose search text holds every word of the text, by title, then id. An empty text finds all. */
  readonly titlesFound: { readonly by: { readonly text: string } & Paged; readonly gives: Page<TitleRow> }
  readonly reservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: (OwnedReservation & { readonly queue: TitleQueueRow }) | null
  }
  /** The copy set aside for a reservation. */
  readonly itemOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ItemFacts | null
  }
  /** Waiting reservations that the copy set aside for this reservation could fill instead, in queue order. */
  readonly candidatesAfterReservation: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<Candidate>
  }
  /** Blocks set by hand of all who wait for the title of the copy set aside for this reservation, by id. */
  readonly blocksAfterReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
  /** Reservations still on a pickup shelf though `shelfUntil` lies before `before`, by id. */
  readonly shelfExpired: { readonly by: { readonly before: number } & Paged; readonly gives: Page<ReservationRow> }
  /** Reservations that still wait though `waitUntil` lies before `before`, the one whose time ended first first, then by id. */
  readonly waitExpired: { readonly by: { readonly before: number } & Paged; readonly gives: Page<ReservationRow> }
  /** The copies of the title of this item, itself included, in groups. */
  readonly copiesOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<TitleCopyCount> }
  /** Who waits for the title of this item, counted by the copy that is wanted. */
  readonly queueOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<QueueCount> }
  /** The same two, of every title that the reader has on loan. */
  readonly copiesOfLoans: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<TitleCopyCount> }
  readonly queuesOfLoans: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<QueueCount> }
  /** Renewals of the item's open loan for which nobody had it in hand, in order. */
  readonly unseenOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<UnseenRenewalRow> }
  /** The same of the reader's loans, by loan. */
  readonly unseenOfLoans: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<UnseenRenewalRow> }
  /** Open loans due from `from` on and before `before`, by due instant, then id. */
  readonly loansDue: {
    readonly by: { readonly from: number; readonly before: number } & Paged
    readonly gives: Page<LoanDue>
  }
  /** The history of the item's open loan. */
  readonly historyOfLoan: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<EventRow> }
  /** The history of a reservation. */
  readonly historyOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<EventRow>
  }
  /** The history of the account that a charge stands in, and that of its loan while the link to it lives. */
  readonly historyOfCharge: { readonly by: { readonly chargeId: EntryId }; readonly gives: ReadonlyArray<EventRow> }
  /** A charge with its loan and reader, while the link to the loan lives; `othersOwed`: further charges of that loan. */
  readonly loanOfCharge: {
    readonly by: { readonly chargeId: EntryId }
    readonly gives: (ReaderFacts & ChargedLoan & { readonly othersOwed: number }) | null
  }
  /** Charges whose link to their loan lives, raised from `from` on, by loan. */
  readonly chargesOfLoans: { readonly by: { readonly from: number } & Paged; readonly gives: Page<ChargedLoan> }
  readonly token: { readonly by: { readonly tokenHash: string }; readonly gives: TokenRow | null }
}
export type SlotName = keyof FactSlots

/** What a command or page asks for: slot names with what they are asked by. */
export type Lookup = { readonly [S in SlotName]?: FactSlots[S]["by"] }

/** The answer to a lookup: the same names with what they give. */
export type Found<L extends Lookup> = { readonly [S in keyof L & SlotName]: FactSlots[S]["gives"] }
