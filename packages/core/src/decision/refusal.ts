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
  ItemKeptForOther: { reservationId: Schema.String },
  NothingSetAside: {},
  RenewalLimitReached: { count: Schema.Int, countMax: Schema.Int },
  OthersWaiting: { waitingCount: Schema.Int },
  RenewalWouldShorten: { dueAt: Schema.Int, newDueAt: Schema.Int },
  ItemNotReservable: { itemType: Schema.String },
  TitleWithoutItems: {},
  ItemOnShelf: { branches: Schema.Array(Schema.String) },
  AlreadyReserved: { reservationId: Schema.String },
  ReservationLimitReached: { count: Schema.Int, countMax: Schema.Int },
  ReservationEnded: { state: Schema.String },
  ReservationOnShelf: { shelfUntil: Schema.Int },
  AmountOverDebt: { amount: Schema.Int, debt: Schema.Int },
  PolicyNotInForce: {},
  PolicySettingMissing: { setting: Schema.String },
  CalendarNotInForce: {},
  CalendarHasNoOpenDay: { branch: Schema.String },
  OutsideDueSchedule: { startsAt: Schema.Int },
  DueDatePassed: { dueAt: Schema.Int },
  NotPermitted: { permission: Schema.String },
  KeyUsedForOther: {}
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
  ItemOnLoan: null,
  ItemNotOnLoan: null,
  ItemWithdrawn: null,
  ItemKeptForOther: null,
  NothingSetAside: null,
  RenewalLimitReached: "loans.override.renewalLimit",
  OthersWaiting: "loans.override.waiting",
  RenewalWouldShorten: null,
  ItemNotReservable: "reservations.override.notReservable",
  TitleWithoutItems: "reservations.override.noItems",
  ItemOnShelf: "reservations.override.onShelf",
  AlreadyReserved: null,
  ReservationLimitReached: "reservations.override.limit",
  ReservationEnded: null,
  ReservationOnShelf: null,
  AmountOverDebt: null,
  PolicyNotInForce: null,
  PolicySettingMissing: null,
  CalendarNotInForce: null,
  CalendarHasNoOpenDay: null,
  OutsideDueSchedule: null,
  DueDatePassed: null,
  NotPermitted: null,
  KeyUsedForOther: null
} as const satisfies Record<RefusalCode, string | null>

/** Every permission that lifts a refusal. */
export type OverridePermission = Exclude<(typeof liftedBy)[RefusalCode], null>
