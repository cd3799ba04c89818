import { Schema } from "effect"

/**
 * Why a command was not carried out. The tag is the stable code; the fields are the numbers and codes that a screen,
 * a kiosk or a translator needs. No sentence in any language is part of it.
 */
export const Refusal = Schema.TaggedUnion({
  ItemUnknown: { item: Schema.String },
  ReaderUnknown: { reader: Schema.String },
  TitleUnknown: { title: Schema.String },
  ReservationUnknown: { reservation: Schema.String },
  ChargeUnknown: { charge: Schema.String },
  BranchUnknown: { branch: Schema.String },
  ReaderCategoryUnknown: { category: Schema.String },
  ItemTypeUnknown: { itemType: Schema.String },
  BarcodeTaken: { barcode: Schema.String },
  CardTaken: { card: Schema.String },
  LastCard: { card: Schema.String },
  ReaderRemoved: {},
  ReaderExpired: { expiredAt: Schema.Int },
  DebtOverLimit: { debt: Schema.Int, debtMax: Schema.Int },
  LoanLimitReached: { limit: Schema.String, count: Schema.Int, countMax: Schema.Int },
  ItemNotLendable: { itemType: Schema.String },
  ItemOnLoan: { loanId: Schema.String },
  ItemNotOnLoan: {},
  ItemWithdrawn: {},
  ItemKeptForOther: { reservationId: Schema.String, pickupBranch: Schema.String },
  NothingSetAside: {},
  RenewalLimitReached: { count: Schema.Int, countMax: Schema.Int },
  OthersWaiting: { waitingCount: Schema.Int },
  LoanRecalled: { recalledAt: Schema.Int },
  LoanNotRecalled: {},
  NotRecallable: {},
  RenewalWouldShorten: { dueAt: Schema.Int, newDueAt: Schema.Int },
  LoanNotRenewable: {},
  UnseenRenewalLimitReached: { count: Schema.Int, countMax: Schema.Int },
  RenewalTooSoon: { soonestAt: Schema.Int },
  RenewalTooLate: { latestAt: Schema.Int },
  LoanTooLongOverdue: { dueAt: Schema.Int, latestAt: Schema.Int },
  LoanLengthReached: { longestAt: Schema.Int },
  NotRenewedAutomatically: {},
  OverrideDateNeeded: {},
  OverrideNotNeeded: {},
  ItemNotReservable: { itemType: Schema.String },
  TitleWithoutItems: {},
  ItemOnShelf: { branches: Schema.Array(Schema.String) },
  AlreadyReserved: { reservationId: Schema.String },
  ReservationLimitReached: { count: Schema.Int, countMax: Schema.Int },
  ReservationEnded: { state: Schema.String },
  ReservationOnShelf: { shelfUntil: Schema.Int },
  /** It waits in the queue, so long; `null`: without end. */
  ReservationWaiting: { waitUntil: Schema.NullOr(Schema.Int) },
  /** More than what it is for owes, and more credit than the policy lets a reader have. */
  AmountOverDebt: { amount: Schema.Int, debt: Schema.Int, creditMax: Schema.Int },
  /** More than the reader's credit. */
  AmountOverCredit: { amount: Schema.Int, credit: Schema.Int },
  /** More than was paid of the charge and not refunded before. */
  RefundOverPayment: { amount: Schema.Int, paid: Schema.Int, refunded: Schema.Int },
  /** The loan was reminded of so often, and is renewed no more. */
  LoanReminded: { reminderCount: Schema.Int },
  NothingOwed: {},
  EntryUnknown: { entry: Schema.String },
  /** `isVoid`: undone already. `settled`: nothing of it is left. `spent`: what it brought was spent otherwise since. */
  EntryNotVoidable: { kind: Schema.String, because: Schema.Literals(["isVoid", "settled", "spent", "kind"]) },
  CashDeskUnknown: { cashDesk: Schema.String },
  /** It is another branch's. */
  CashDeskElsewhere: { branch: Schema.String },
  CashDeskOpen: { openedAt: Schema.Int },
  CashDeskClosed: { cashDesk: Schema.String },
  /** Money of this method is taken and given at a cash desk alone. */
  CashDeskNeeded: { method: Schema.String },
  /** More is to be taken out than is in it. */
  CashShort: { amount: Schema.Int, inDesk: Schema.Int },
  /** Counted is not what the lines say; a reason is to be told. */
  CountDiffers: { method: Schema.String, expected: Schema.Int, counted: Schema.Int },
  /** More is owed than the rules forgive; `null`: they forgive nothing. */
  DebtNotSmall: { debt: Schema.Int, debtMax: Schema.NullOr(Schema.Int) },
  PolicyNotInForce: {},
  PolicySettingMissing: { setting: Schema.String },
  CalendarNotInForce: {},
  CalendarHasNoOpenDay: { branch: Schema.String },
  OutsideDueSchedule: { startsAt: Schema.Int },
  DueDatePassed: { dueAt: Schema.Int },
  NotPermitted: { permission: Schema.String },
  KeyUsedForOther: {},
  /** Something counted of the reader is above what the policy admits: overdue loans, their days, losses … */
  ReaderOverLimit: { condition: Schema.String, value: Schema.Int, valueMax: Schema.Int },
  /** A block set by hand. The note is for staff: empty for anybody else. */
  ReaderBlocked: {
    blockId: Schema.String,
    kind: Schema.String,
    endsAt: Schema.NullOr(Schema.Int),
    note: Schema.String
  },
  ReaderTooYoung: { age: Schema.Int, ageMin: Schema.Int },
  OnSiteOnly: { itemType: Schema.String },
  TitleLimitReached: { count: Schema.Int, countMax: Schema.Int },
  VolumeSetLimitReached: { volumeSet: Schema.String, count: Schema.Int, countMax: Schema.Int },
  BlockUnknown: { block: Schema.String },
  ItemStatusForbids: { status: Schema.String, action: Schema.String },
  /** The reader has this very item: to keep it longer is to renew. */
  LentToReader: { loanId: Schema.String },
  /** What the loan costs was not agreed to: the command is to name the amount. */
  CostNotAccepted: { amount: Schema.Int },
  /** The deposit secures a loan that is still open. */
  DepositInUse: { loanId: Schema.String },
  DayLimitReached: { count: Schema.Int, countMax: Schema.Int },
  /** A condition of the library's own, by its name in the policy. */
  BlockedByRule: { rule: Schema.String },
  /** As many wait for each copy as the policy lets. */
  QueueFull: { waitingCount: Schema.Int, copyCount: Schema.Int, perCopyMax: Schema.Int },
  /** It is joined with others already; part them first. */
  ReservationJoined: { reservation: Schema.String },
  /** Two at least are joined. */
  NothingToJoin: {},
  /** The policy does not let reservations be joined so (`reservationsJoined`). */
  JoiningForbidden: { as: Schema.String },
  /** A set is fetched at one branch. */
  PickupBranchesDiffer: { branches: Schema.Array(Schema.String) },
  /** The policy lists the reasons there are (`cancellationReasons`). */
  ReasonNotListed: { reason: Schema.String, reasons: Schema.Array(Schema.String) },
  /** Applied for a membership that staff have not confirmed. */
  ReaderPending: {},
  /** Nobody with this card may borrow for the reader. */
  NotProxy: { card: Schema.String },
  ProxyMayNot: { because: Schema.String },
  SameReader: {},
  LinkTaken: { link: Schema.String },
  LinkUnknown: { link: Schema.String },
  NoteUnknown: { note: Schema.String },
  LoansOpen: { count: Schema.Int },
  ReservationsOpen: { count: Schema.Int },
  MoneyOpen: { debt: Schema.Int },
  /** More than one command does. */
  TooMuchAtOnce: { countMax: Schema.Int },
  /** The command is of an instant that has not come yet. */
  InFuture: { at: Schema.Int, nowAt: Schema.Int },
  /** The item may be returned at this branch alone. */
  ReturnNotHere: { branch: Schema.String },
  /** Nobody is known any more whom it could be charged to. */
  LiableUnknown: {},
  /** What a loss or damage costs cannot be told: why, at which place of the rule or the case, and what staff may choose. */
  CostUntold: { because: Schema.String, at: Schema.String, details: Schema.Record(Schema.String, Schema.String) },
  /** It is not time for that; `null`: it never is. */
  TooSoon: { soonestAt: Schema.NullOr(Schema.Int) },
  /** A copy is to be brought first in place of a lost one. */
  ReplacementAwaited: { replaceUntil: Schema.NullOr(Schema.Int) },
  /** Something was paid for a loss that may still be found. */
  LossOpen: { incidentId: Schema.String },
  /** What a loan costs goes on running, and part of it is settled. */
  ChargeRunning: { loanId: Schema.String, chargeId: Schema.String },
  /** Days and hours as they are now leave it where it is: by which rule, or what is against moving it. */
  NothingToRedate: { because: Schema.String },
  IncidentUnknown: { incident: Schema.String },
  /** The incident, or the loan that it happened to, is not in a state for that. */
  IncidentStateForbids: { state: Schema.String, action: Schema.String },
  /** Nobody had the item, and no conduct record with a name and evidence says who is to answer for it. */
  ConductRecordMissing: {},
  AppealUnknown: { appeal: Schema.String },
  /** The charge is disputed, or was. */
  AlreadyAppealed: { appealId: Schema.String, state: Schema.String },
  AppealTooLate: { latestAt: Schema.Int },
  AppealNotOpen: { state: Schema.String },
  /** Who raised the charge does not decide about it. */
  AppealNeedsOther: { chargedBy: Schema.String },
  /** More than the charge comes to, or all of it: to leave it as it is, it is confirmed. */
  ReductionTooSmall: { amount: Schema.Int, comesTo: Schema.Int },
  /** With what was forgiven for this reader before, it is more than is forgiven without approval. */
  ApprovalNeeded: { amount: Schema.Int, forgiven: Schema.Int, amountMax: Schema.Int },
  IncidentsOpen: { count: Schema.Int },
  AppealsOpen: { count: Schema.Int },
  /** Copies of it are reserved by readers of other branches alone. */
  NotForReadersOf: { branch: Schema.String },
  /** The copy is lent to readers of other branches alone. */
  NotLentToReadersOf: { branch: Schema.String },
  /** The reader borrows at other branches alone. */
  CardNotValidAt: { branch: Schema.String },
  /** No copy of it may be fetched at this branch. */
  PickupNotAllowed: { branch: Schema.String },
  /** It may not wait without end: its last day is to be named. */
  LastDayNeeded: {},
  /** It would be over before it begins. */
  WaitOverBefore: { waitUntil: Schema.Int },
  ReservationKindForbidden: { kind: Schema.String },
  /** No more copies stand on a shelf than are waited for. */
  NothingOnShelf: { onShelf: Schema.Int, waitingCount: Schema.Int },
  /** No copy is out. */
  NothingToRecall: {},
  /** A recall brings a loan back now; this would take no copy before another day. */
  RecallForLater: { notBefore: Schema.Int },
  TitleReservationsReached: { count: Schema.Int, countMax: Schema.Int },
  /** So many of what a limit of the policy counts, by its name. */
  CategoryReservationsReached: { limit: Schema.String, count: Schema.Int, countMax: Schema.Int },
  RecallLimitReached: { count: Schema.Int, countMax: Schema.Int },
  ReservationDayLimitReached: { count: Schema.Int, countMax: Schema.Int },
  /** A copy stands on the pickup shelf for it, or is on its way there. */
  ReservationBeingFilled: { state: Schema.String },
  ReservationNotSuspended: {},
  /** It is to be suspended until an instant that has passed. */
  SuspensionOver: { suspendedUntil: Schema.Int },
  /** The two wait in different queues, or are one. */
  NotInSameQueue: { reservation: Schema.String },
  /** Reservations were moved there so often that there is no room left. */
  QueueTooDense: {},
  /** The policy keeps no transits: staff are told where a copy belongs. */
  TransitsNotKept: {},
  ItemInTransit: { toBranch: Schema.String },
  ItemNotInTransit: {},
  TransitUnknown: { transit: Schema.String },
  AlreadyThere: { branch: Schema.String },
  /** It is to go there already, once it is in hand. */
  AlreadyPlanned: { branch: Schema.String },
  /** Such copies do not travel between these branches. */
  TransferForbidden: { from: Schema.String, to: Schema.String },
  BookingUnknown: { booking: Schema.String },
  ItemNotBookable: { itemType: Schema.String },
  /** The item is promised to somebody else from that day on. */
  ItemBooked: { fromAt: Schema.Int },
  /** Somebody else has booked it for some of these days; their lead and trail days are counted. */
  ItemBookedMeanwhile: { fromAt: Schema.Int, untilAt: Schema.Int },
  /** It is set aside for somebody else's reservation, or on its way to that pickup shelf, until in these days. */
  ItemKeptMeanwhile: { untilAt: Schema.Int },
  /** It is lent, and due when it should be there already. */
  ItemDueLater: { dueAt: Schema.Int },
  /** It begins in the past, or would be over before it begins. */
  SpanNotAhead: { fromAt: Schema.Int, untilAt: Schema.Int },
  BookingTooLong: { days: Schema.Int, daysMax: Schema.Int },
  BookingTooFarAhead: { latestAt: Schema.Int },
  BookingLimitReached: { count: Schema.Int, countMax: Schema.Int },
  BookingsOpen: { count: Schema.Int },
  SlotUnknown: { slot: Schema.String },
  /** Nobody takes it any more. */
  SlotClosed: { closedAt: Schema.Int },
  SlotFull: { capacity: Schema.Int },
  SlotOver: { untilAt: Schema.Int },
  /** It is at another branch than the copy. */
  SlotElsewhere: { branch: Schema.String },
  /** Nobody is there to bring anything out. */
  SlotWhileClosed: { branch: Schema.String, fromAt: Schema.Int },
  /** The copy is on the pickup shelf until before it begins. */
  SlotAfterShelf: { shelfUntil: Schema.Int },
  /** The reservation has one; it is to be left before. */
  SlotHeld: { slot: Schema.String },
  NoSlotHeld: {},
  /** The policy declares no such other system (`partners`), or it is one's own. */
  PartnerUnknown: { partner: Schema.String },
  /** What another system asked for is lent to the reader that stands for it: the policy says which (`partners`). */
  NotPartnersAccount: { partner: Schema.String },
  /** The copy belongs to another system, which wants it back by then. */
  LenderWantsBack: { dueAt: Schema.Int },
  /** Another system was asked for it already, and has not answered, or has sent it. */
  InterloanUnderWay: { interloan: Schema.String, partner: Schema.String },
  InterloanUnknown: { interloan: Schema.String },
  /** A loan between systems is not so far, or is over. */
  InterloanStateForbids: { state: Schema.String, action: Schema.String }
})
export type Refusal = typeof Refusal.Type
export type RefusalCode = Refusal["_tag"]
export type Refusals = readonly [Refusal, ...ReadonlyArray<Refusal>]
