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
  AmountOverDebt: { amount: Schema.Int, debt: Schema.Int },
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
  /** Days and hours as they are now leave it where it is: by which rule, or what is against moving it. */
  NothingToRedate: { because: Schema.String }
})
export type Refusal = typeof Refusal.Type
export type RefusalCode = Refusal["_tag"]
export type Refusals = readonly [Refusal, ...ReadonlyArray<Refusal>]

/** The permission with which staff may go on all the same; `null`: nobody may. */
export const liftedBy = {
  ItemUnknown: null,
  ReaderUnknown: null,
  TitleUnknown: null,
  ReservationUnknown: null,
  ChargeUnknown: null,
  BranchUnknown: null,
  ReaderCategoryUnknown: null,
  ItemTypeUnknown: null,
  BarcodeTaken: null,
  CardTaken: null,
  LastCard: null,
  ReaderRemoved: null,
  ReaderExpired: "loans.override.expiry",
  DebtOverLimit: "loans.override.debt",
  LoanLimitReached: "loans.override.limit",
  ItemNotLendable: "loans.override.notLendable",
  ItemOnLoan: "loans.override.onLoan",
  ItemNotOnLoan: null,
  ItemWithdrawn: null,
  ItemKeptForOther: "loans.override.keptForOther",
  NothingSetAside: null,
  RenewalLimitReached: "loans.override.renewalLimit",
  OthersWaiting: "loans.override.waiting",
  RenewalWouldShorten: null,
  UnseenRenewalLimitReached: "loans.override.renewalLimit",
  LoanNotRenewable: "loans.override.notRenewable",
  RenewalTooSoon: "loans.override.renewalLimit",
  RenewalTooLate: "loans.override.renewalLimit",
  LoanTooLongOverdue: "loans.override.renewalLimit",
  LoanLengthReached: "loans.override.renewalLimit",
  NotRenewedAutomatically: null,
  OverrideDateNeeded: null,
  OverrideNotNeeded: null,
  ItemNotReservable: "reservations.override.notReservable",
  TitleWithoutItems: "reservations.override.noItems",
  ItemOnShelf: "reservations.override.onShelf",
  AlreadyReserved: null,
  ReservationLimitReached: "reservations.override.limit",
  ReservationEnded: null,
  ReservationOnShelf: null,
  ReservationWaiting: null,
  AmountOverDebt: null,
  PolicyNotInForce: null,
  PolicySettingMissing: null,
  CalendarNotInForce: null,
  CalendarHasNoOpenDay: null,
  OutsideDueSchedule: null,
  DueDatePassed: null,
  NotPermitted: null,
  KeyUsedForOther: null,
  ReaderOverLimit: "loans.override.standing",
  ReaderBlocked: "loans.override.block",
  ReaderTooYoung: "loans.override.age",
  OnSiteOnly: "loans.override.notLendable",
  TitleLimitReached: "loans.override.limit",
  VolumeSetLimitReached: "loans.override.limit",
  BlockUnknown: null,
  ItemStatusForbids: null,
  LentToReader: null,
  CostNotAccepted: null,
  DepositInUse: null,
  DayLimitReached: "loans.override.limit",
  BlockedByRule: "loans.override.standing",
  QueueFull: "reservations.override.limit",
  ReaderPending: null,
  NotProxy: null,
  ProxyMayNot: null,
  SameReader: null,
  LinkTaken: null,
  LinkUnknown: null,
  NoteUnknown: null,
  LoansOpen: null,
  ReservationsOpen: null,
  MoneyOpen: null,
  TooMuchAtOnce: null,
  InFuture: null,
  ReturnNotHere: null,
  NothingToRedate: null
} as const satisfies Record<RefusalCode, string | null>

/** Every permission that lifts a refusal. */
export type OverridePermission = Exclude<(typeof liftedBy)[RefusalCode], null>

/** The command that would put a refusal right, for a desk to offer: it is asked for by itself. */
export const remedyOf: { readonly [Code in RefusalCode]?: "returnItem" | "renew" } = {
  ItemOnLoan: "returnItem",
  LentToReader: "renew"
}
