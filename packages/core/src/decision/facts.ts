import type { ChargeRow, CreditRow, EntryId, EntryRow } from "../accounts/model.ts"
import type { AppealId, AppealRow } from "../appeals/model.ts"
import type { BookingId, BookingRow } from "../bookings/model.ts"
import type { CashDeskId, CashDeskRow, MethodSum } from "../cash/model.ts"
import type { Barcode, ItemRow, TitleId, TitleQueueRow, TitleRow } from "../catalogue/model.ts"
import type { ConditionRow, IncidentId, IncidentReaderRow, IncidentRow } from "../incidents/model.ts"
import type { InterloanId, InterloanRow, OutboxRow } from "../interlending/model.ts"
import type { ClaimSearchRow, LoanId, LoanReaderRow, LoanRow, UnseenRenewalRow } from "../loans/model.ts"
import type { PickupSlotId, PickupSlotRow } from "../pickupSlots/model.ts"
import type { OverdueLoan, ReaderBlockRow } from "../readers/blocks/model.ts"
import type { Card, CardRow, LoanCountRow, LostCardRow, ReaderId, ReaderRow } from "../readers/model.ts"
import type { ReaderNoteRow } from "../readers/noteModel.ts"
import type { ReservationId, ReservationRow } from "../reservations/model.ts"
import type { TransitRow } from "../transits/model.ts"
import type { EventRow } from "./event.ts"
import type {
  AllottedCharge,
  AppealFacts,
  BookedItem,
  BookingFacts,
  Candidate,
  CashOfEntry,
  ChargedIncident,
  ChargedLoan,
  ChargeFacts,
  CopyCount,
  CopyStanding,
  DepositFacts,
  EntryFacts,
  ForgoneCharge,
  HeldSlot,
  IncidentCharge,
  IncidentFacts,
  InterloanWithCopy,
  ItemFacts,
  ItemUse,
  JoinedReservation,
  KeptReservation,
  LoanCharge,
  LoanDue,
  LoanFacts,
  LoanToRecall,
  LossCharge,
  LossFacts,
  MovableCharge,
  OpenClaim,
  OverdueFacts,
  OwnedBooking,
  Page,
  PaidCharge,
  QueueCount,
  QueuedReservation,
  RankCount,
  ReaderFacts,
  ReaderLinkFacts,
  RecalledCopy,
  RegisteredIncident,
  ReservationFacts,
  ReservingReader,
  RunningCharge,
  SettledCharge,
  ShelvedCopy,
  ShelvedForReader,
  TitleCopyCount,
  TravellingCopy,
  WaitedTitle,
  WaitingCount
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
  /** The reservation that the item is set aside for, with its reader and the pickup slot that it has. */
  readonly setAsideOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: KeptReservation | null }
  /** Transits of the item that are not over, in the order in which they were planned, then by id. */
  readonly transitsOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<TransitRow> }
  /** Transits that are not over from a branch, or to it, in the order in which they were planned, then by id, with their copies. */
  readonly transitsFrom: { readonly by: { readonly branch: string } & Paged; readonly gives: Page<TravellingCopy> }
  readonly transitsTo: { readonly by: { readonly branch: string } & Paged; readonly gives: Page<TravellingCopy> }
  /** Waiting reservations that this item can fill (of its title, or of itself), in queue order. */
  readonly candidatesOfItem: {
    readonly by: { readonly barcode: Barcode; readonly limit: number }
    readonly gives: ReadonlyArray<Candidate>
  }
  /** Blocks set by hand of the first so many of `candidatesOfItem`, by id. */
  readonly blocksOfQueue: {
    readonly by: { readonly barcode: Barcode; readonly limit: number }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
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
  /** Charges of the reader's lost loans of which nothing is owed, without deposits, by id. */
  readonly settledOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<SettledCharge> }
  /** Charges for being late that run for the open loans of the reader, by id. */
  readonly accruingOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<RunningCharge> }
  /** The same of the other reader, and for reminders. */
  readonly accruingOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<RunningCharge> }
  /** Credits of the reader of which something remains, the oldest first, then by id. */
  readonly creditsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<CreditRow> }
  /** The same of another reader. */
  readonly creditsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<CreditRow> }
  /** A charge of this reader, whatever is owed of it. */
  readonly oneCharge: {
    readonly by: { readonly card: Card; readonly chargeId: EntryId }
    readonly gives: PaidCharge | null
  }
  /** A line of this reader's account. */
  readonly entryOfReader: {
    readonly by: { readonly card: Card; readonly entryId: EntryId }
    readonly gives: EntryFacts | null
  }
  /** What of a line of this reader's account went to which charges, by charge; those it went to and came back from are left out. */
  readonly allottedByEntry: {
    readonly by: { readonly card: Card; readonly entryId: EntryId }
    readonly gives: ReadonlyArray<AllottedCharge>
  }
  /** What was forgone with a payment or credit of this reader, as being late costs no more altogether, by charge. */
  readonly forgoneWithEntry: {
    readonly by: { readonly card: Card; readonly entryId: EntryId }
    readonly gives: ReadonlyArray<ForgoneCharge>
  }
  /** Charges raised for the open loan of the item, by id. */
  readonly chargesOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<LoanCharge> }
  /** Deposits of the reader that were not given back yet, by id. */
  readonly depositsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<DepositFacts> }
  readonly cashDesk: { readonly by: { readonly cashDesk: CashDeskId }; readonly gives: CashDeskRow | null }
  /** What the lines of the desk's session sum up to by method, in order of method; none while it never was open. */
  readonly cashInDesk: { readonly by: { readonly cashDesk: CashDeskId }; readonly gives: ReadonlyArray<MethodSum> }
  /** The line of a cash desk that belongs to a line of an account. */
  readonly cashOfEntry: { readonly by: { readonly entryId: EntryId }; readonly gives: CashOfEntry | null }
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
  /** The same of whoever has the reservation. */
  readonly blocksOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
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
  /** How many wait for the title, by rank and what each is for, in any order; where nobody waits is left out. */
  readonly waitingByRank: { readonly by: { readonly titleId: TitleId }; readonly gives: ReadonlyArray<RankCount> }
  /** The live reservations of the title in order of their places, those with a copy set aside too; whose they are is not said. */
  readonly queueOfTitle: { readonly by: { readonly titleId: TitleId } & Paged; readonly gives: Page<ReservationRow> }
  /** What waits for the title before a place, in groups. */
  readonly waitingBefore: {
    readonly by: { readonly titleId: TitleId; readonly place: number }
    readonly gives: ReadonlyArray<WaitingCount>
  }
  /** Copies of the title by barcode, and how each stands. */
  readonly copiesStanding: { readonly by: { readonly titleId: TitleId } & Paged; readonly gives: Page<CopyStanding> }
  /** Open loans of this title that the reader has, by id. */
  readonly ownLoansOfTitle: {
    readonly by: { readonly card: Card; readonly titleId: TitleId }
    readonly gives: ReadonlyArray<LoanFacts>
  }
  /** Open loans of the title that are not recalled, with who has them, lent first first, then by id. */
  readonly loansOfTitleToRecall: {
    readonly by: { readonly titleId: TitleId; readonly limit: number }
    readonly gives: ReadonlyArray<LoanToRecall>
  }
  /** What was charged for the open loans of the title, by id. */
  readonly chargesOfTitle: { readonly by: { readonly titleId: TitleId }; readonly gives: ReadonlyArray<RunningCharge> }
  /** Open loans of copies of its title that are recalled for reservations, those recalled first first. */
  readonly recalledOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<LoanToRecall>
  }
  /** What was charged for them, by id. */
  readonly chargesOfRecalled: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<RunningCharge>
  }
  /** Others of its queue that recall, wait and are not suspended. */
  readonly recallsBesides: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<QueueCount>
  }
  /** Open loans, recalled for reservations, of the titles that the reader has reserved; recalled first first. */
  readonly recalledForReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<LoanToRecall> }
  /** What was charged for the open loans of these titles, by id. */
  readonly chargesRecalledForReader: {
    readonly by: { readonly card: Card }
    readonly gives: ReadonlyArray<RunningCharge>
  }
  /** All in the queues of these titles that recall, wait and are not suspended, the reader's own too. */
  readonly recallsWithReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<QueueCount> }
  /** Titles that somebody waits for, by id. */
  readonly waitedTitles: { readonly by: Paged; readonly gives: Page<WaitedTitle> }
  /** Who waits for the title, first in the queue first. */
  readonly candidatesOfTitle: { readonly by: { readonly titleId: TitleId } & Paged; readonly gives: Page<Candidate> }
  /** Live reservations, joined with others, of the readers of the first so many of `candidatesOfItem`, by id. */
  readonly joinedOfQueue: {
    readonly by: { readonly barcode: Barcode; readonly limit: number }
    readonly gives: ReadonlyArray<JoinedReservation>
  }
  /** The same of the readers of the first so many of `candidatesAfterReservation`. */
  readonly joinedAfterReservation: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<JoinedReservation>
  }
  /** The same of the readers of the first so many of `candidatesBeside`. */
  readonly joinedBeside: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<JoinedReservation>
  }
  /** The same of whoever the copy is set aside for. */
  readonly joinedOfKept: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: ReadonlyArray<JoinedReservation>
  }
  /** The same of whoever has the reservation. */
  readonly joinedOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<JoinedReservation>
  }
  readonly joinedOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<JoinedReservation> }
  readonly joinedOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<JoinedReservation> }
  /** What stands on the pickup shelf of a branch, by the end of its time there, then by reservation, with its copy. */
  readonly pickupShelf: { readonly by: { readonly branch: string } & Paged; readonly gives: Page<ShelvedCopy> }
  /** The same with whose each is. */
  readonly shelfToTell: { readonly by: { readonly branch: string } & Paged; readonly gives: Page<ShelvedForReader> }
  /** Items of a title by barcode. */
  readonly itemsOfTitle: { readonly by: { readonly titleId: TitleId } & Paged; readonly gives: Page<ItemRow> }
  /** Titles whose search text holds every word of the text, by title, then id. An empty text finds all. */
  readonly titlesFound: { readonly by: { readonly text: string } & Paged; readonly gives: Page<TitleRow> }
  readonly reservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: QueuedReservation | null
  }
  /** Who has the reservation, and the title that it is for. */
  readonly readerOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReservingReader | null
  }
  /** The title that a reservation is for, or was. */
  readonly titleOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: WaitedTitle | null
  }
  /** Who waits for that title besides it, first in the queue first. */
  readonly candidatesBeside: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<Candidate>
  }
  /** Blocks set by hand of the first so many of `candidatesBeside`, by id. */
  readonly blocksBeside: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
  /** Copies of its title, in groups. */
  readonly copiesOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<CopyCount>
  }
  /** The live reservation and those of its queue around it, at most so many on either side, itself counted, in order of their places. */
  readonly queueAround: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<ReservationRow>
  }
  /** The copy set aside for a reservation. */
  readonly itemOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ItemFacts | null
  }
  /** Transits of that copy that are not over, as `transitsOfItem`. */
  readonly transitsOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<TransitRow>
  }
  /** Waiting reservations that the copy set aside for this reservation could fill instead, in queue order. */
  readonly candidatesAfterReservation: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<Candidate>
  }
  /** Blocks set by hand of the first so many of `candidatesAfterReservation`, by id. */
  readonly blocksAfterReservation: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
  /** Reservations still on a pickup shelf though `shelfUntil` lies before `before`, by id. */
  readonly shelfExpired: { readonly by: { readonly before: number } & Paged; readonly gives: Page<ReservationRow> }
  /** Reservations that still wait though `waitUntil` lies before `before`, the one whose time ended first first, then by id. */
  readonly waitExpired: { readonly by: { readonly before: number } & Paged; readonly gives: Page<ReservationRow> }
  /** Reservations still suspended though `suspendedUntil` lies before `before`, the one that was over first first, then by id. */
  readonly suspensionOver: { readonly by: { readonly before: number } & Paged; readonly gives: Page<ReservationRow> }
  /** The copies of the title of this item, itself included, in groups. */
  readonly copiesOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<TitleCopyCount> }
  /** Who waits for the title of this item, recalls and is not suspended, counted by the copy that is wanted. */
  readonly recallsOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<QueueCount> }
  /** The other copies of its title that are on loan and recalled for reservations, by id. */
  readonly recalledOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<RecalledCopy> }
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
  /** Loans that were claimed returned and are searched for, by the instant of the claim, then id. */
  readonly openClaims: { readonly by: Paged; readonly gives: Page<OpenClaim> }
  /** Where the item of an open loan was looked for, in order. */
  readonly searchesOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<ClaimSearchRow> }
  /** Open loans, neither lost nor claimed returned, due before an instant, by due instant, then id. */
  readonly overdueLoans: { readonly by: { readonly before: number } & Paged; readonly gives: Page<OverdueFacts> }
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
  readonly incident: { readonly by: { readonly incidentId: IncidentId }; readonly gives: IncidentFacts | null }
  /** Incidents of the item that have not ended, the oldest first, then by id. */
  readonly incidentsOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<IncidentRow> }
  /** Charges that an incident was charged with and that are still linked to it, by id. */
  readonly chargesOfIncident: {
    readonly by: { readonly incidentId: IncidentId }
    readonly gives: ReadonlyArray<PaidCharge>
  }
  /** The same of every incident of the item that has not ended. */
  readonly chargesOfItemIncidents: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: ReadonlyArray<IncidentCharge>
  }
  /** The last loss or theft of the item, while it has not ended but by being settled; `null`: none. */
  readonly lossOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: LossFacts | null }
  /** What that loss was charged with, as far as the links live, by id. */
  readonly chargesOfLoss: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<LossCharge> }
  /** Charges for value, damage or processing of the reader that are linked to an incident, settled ones too, by id. */
  readonly incidentChargesOfReader: {
    readonly by: { readonly card: Card }
    readonly gives: ReadonlyArray<ChargedIncident>
  }
  readonly incidentChargesOfOther: {
    readonly by: { readonly other: Card }
    readonly gives: ReadonlyArray<ChargedIncident>
  }
  /** Incidents of the reader's loans for which a copy is to be brought, and which block borrowing until then, by id. */
  readonly blockingIncidents: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<IncidentRow> }
  /** The whole title of the item that an incident happened to, all copies of it in groups, and what its loan was charged with. */
  readonly titleOfIncident: { readonly by: { readonly incidentId: IncidentId }; readonly gives: TitleRow | null }
  readonly copiesOfIncident: {
    readonly by: { readonly incidentId: IncidentId }
    readonly gives: ReadonlyArray<TitleCopyCount>
  }
  readonly loanChargesOfIncident: {
    readonly by: { readonly incidentId: IncidentId }
    readonly gives: ReadonlyArray<LoanCharge>
  }
  /** Incidents to be charged before an instant, by that instant, then by id. */
  readonly incidentsToBill: { readonly by: { readonly before: number } & Paged; readonly gives: Page<IncidentRow> }
  /** What was seen of the item last; `null`: nobody noted anything. */
  readonly conditionOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ConditionRow | null }
  /** Everything that was seen of the item, the newest first. */
  readonly conditionsOfItem: { readonly by: { readonly barcode: Barcode } & Paged; readonly gives: Page<ConditionRow> }
  /** Incidents of the tenant by id, each with what its item is called. */
  readonly registeredIncidents: { readonly by: Paged; readonly gives: Page<RegisteredIncident> }
  /** Every incident of the item, the newest first. */
  readonly allIncidentsOfItem: { readonly by: { readonly barcode: Barcode } & Paged; readonly gives: Page<IncidentRow> }
  /** Incidents that the reader answers for and that have not ended, by id. */
  readonly incidentsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<IncidentReaderRow> }
  /** The same of another reader. */
  readonly incidentsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<IncidentReaderRow> }
  /** The last loan of the item that is over, while its reader is known. */
  readonly lastLoanOfItem: {
    readonly by: { readonly barcode: Barcode }
    readonly gives: (ReaderFacts & { readonly loan: LoanRow }) | null
  }
  readonly useOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ItemUse | null }
  readonly appeal: { readonly by: { readonly appealId: AppealId }; readonly gives: AppealFacts | null }
  /** Charges with something outstanding of the reader who appeals, as by `chargesOfReader`. */
  readonly chargesOfAppeal: { readonly by: { readonly appealId: AppealId }; readonly gives: ReadonlyArray<ChargeFacts> }
  /** The same, as by `incidentChargesOfReader`. */
  readonly settledOfAppeal: {
    readonly by: { readonly appealId: AppealId }
    readonly gives: ReadonlyArray<SettledCharge>
  }
  readonly incidentChargesOfAppeal: {
    readonly by: { readonly appealId: AppealId }
    readonly gives: ReadonlyArray<ChargedIncident>
  }
  /** Appeals of the reader, the newest first. */
  readonly appealsOfReader: {
    readonly by: { readonly card: Card } & Paged
    readonly gives: Page<AppealRow>
  }
  /** Appeals of another reader, open and decided, by id. */
  readonly appealsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<AppealRow> }
  /** The appeal against a charge. */
  readonly appealOfCharge: { readonly by: { readonly chargeId: EntryId }; readonly gives: AppealRow | null }
  /** Charges of the reader with an open appeal of which something is owed, by id. */
  readonly heldOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<ChargeRow> }
  /** The same of the reader who has the item. */
  readonly heldOfBorrower: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<ChargeRow> }
  /** The same of the first so many of `candidatesOfItem`. */
  readonly heldOfQueue: {
    readonly by: { readonly barcode: Barcode; readonly limit: number }
    readonly gives: ReadonlyArray<ChargeRow>
  }
  /** The same of the first so many of `candidatesBeside`. */
  readonly heldBeside: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<ChargeRow>
  }
  /** The same of the first so many of `candidatesAfterReservation`. */
  readonly heldAfterReservation: {
    readonly by: { readonly reservationId: ReservationId; readonly limit: number }
    readonly gives: ReadonlyArray<ChargeRow>
  }
  /** The same of whoever has the reservation. */
  readonly heldOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<ChargeRow>
  }
  /** Open appeals, the oldest first, then by id. */
  readonly openAppeals: { readonly by: Paged; readonly gives: Page<AppealRow> }
  /** Open appeals that are to be decided before an instant, by that instant, then by id. */
  readonly appealsToDecide: { readonly by: { readonly before: number } & Paged; readonly gives: Page<AppealRow> }
  /** What was waived and written off for the reader from an instant on, what was undone left out. */
  readonly forgivenOfReader: { readonly by: { readonly card: Card; readonly since: number }; readonly gives: number }
  /** The whole title of the item. */
  readonly titleOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: TitleRow | null }
  readonly booking: { readonly by: { readonly bookingId: BookingId }; readonly gives: BookingFacts | null }
  /** Other live bookings of the item of this one, by the first lead day, then id. */
  readonly bookingsBeside: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<OwnedBooking>
  }
  /** The reservation that the item of this one is set aside for. */
  readonly setAsideOfBooking: { readonly by: { readonly bookingId: BookingId }; readonly gives: KeptReservation | null }
  /** Live bookings of the item, by the first lead day, then id. */
  readonly bookingsOfItem: { readonly by: { readonly barcode: Barcode }; readonly gives: ReadonlyArray<OwnedBooking> }
  /** The same of the copy that is set aside for a reservation. */
  readonly bookingsOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: ReadonlyArray<OwnedBooking>
  }
  /** The same of every copy of a title. */
  readonly bookingsOfTitle: { readonly by: { readonly titleId: TitleId }; readonly gives: ReadonlyArray<OwnedBooking> }
  /** The same of every item that the reader has on loan. */
  readonly bookingsOfLoans: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<OwnedBooking> }
  /** Of whoever has the booking, what a booking asks of its reader: as the slots of a reader of like name. */
  readonly bookingsOfBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<BookedItem>
  }
  readonly loanCountsOfBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<LoanCountRow>
  }
  readonly blocksOfBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<ReaderBlockRow>
  }
  readonly overdueOfBooker: {
    readonly by: { readonly bookingId: BookingId; readonly before: number; readonly limit: number }
    readonly gives: ReadonlyArray<OverdueLoan>
  }
  readonly chargesOfBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<ChargeFacts>
  }
  readonly heldOfBooker: { readonly by: { readonly bookingId: BookingId }; readonly gives: ReadonlyArray<ChargeRow> }
  readonly linksOfBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<ReaderLinkFacts>
  }
  readonly linksToBooker: {
    readonly by: { readonly bookingId: BookingId }
    readonly gives: ReadonlyArray<ReaderLinkFacts>
  }
  /** Live bookings of the reader, by their first day, then id. */
  readonly bookingsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<BookedItem> }
  readonly bookingsOfOther: { readonly by: { readonly other: Card }; readonly gives: ReadonlyArray<BookedItem> }
  /** Live bookings whose last day was over before an instant, the one that was over first first, then by id. */
  readonly bookingsOver: { readonly by: { readonly before: number } & Paged; readonly gives: Page<BookingRow> }
  readonly pickupSlot: { readonly by: { readonly slotId: PickupSlotId }; readonly gives: PickupSlotRow | null }
  /** Slots of a branch that may be taken at an instant or later, full ones too, by id. */
  readonly slotsOfBranch: {
    readonly by: { readonly branch: string; readonly at: number } & Paged
    readonly gives: Page<PickupSlotRow>
  }
  /** Slots that reservations of the reader have, by reservation. */
  readonly slotsOfReader: { readonly by: { readonly card: Card }; readonly gives: ReadonlyArray<HeldSlot> }
  readonly interloan: { readonly by: { readonly interloanId: InterloanId }; readonly gives: InterloanRow | null }
  /** The loan between systems that is asked for, or on its way, for a reservation. */
  readonly interloanOfReservation: {
    readonly by: { readonly reservationId: ReservationId }
    readonly gives: InterloanRow | null
  }
  /** Loans of one side that are not over, by id. */
  readonly openInterloans: {
    readonly by: { readonly side: InterloanRow["side"] } & Paged
    readonly gives: Page<InterloanWithCopy>
  }
  /** A message to another system that is not known to have arrived. */
  readonly messageToSend: { readonly by: { readonly messageId: string }; readonly gives: OutboxRow | null }
  readonly token: { readonly by: { readonly tokenHash: string }; readonly gives: TokenRow | null }
}
export type SlotName = keyof FactSlots

/** What a command or page asks for: slot names with what they are asked by. */
export type Lookup = { readonly [S in SlotName]?: FactSlots[S]["by"] }

/** The answer to a lookup: the same names with what they give. */
export type Found<L extends Lookup> = { readonly [S in keyof L & SlotName]: FactSlots[S]["gives"] }
