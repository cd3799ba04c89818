import type { RefusalCode } from "./refusal.ts"

/** The permission with which staff may go on all the same. What is not named here nobody may go past. */
export const overrides = {
  ReaderExpired: "loans.override.expiry",
  DebtOverLimit: "loans.override.debt",
  LoanLimitReached: "loans.override.limit",
  ItemNotLendable: "loans.override.notLendable",
  ItemOnLoan: "loans.override.onLoan",
  ItemKeptForOther: "loans.override.keptForOther",
  RenewalLimitReached: "loans.override.renewalLimit",
  OthersWaiting: "loans.override.waiting",
  LoanRecalled: "loans.override.waiting",
  UnseenRenewalLimitReached: "loans.override.renewalLimit",
  LoanNotRenewable: "loans.override.notRenewable",
  RenewalTooSoon: "loans.override.renewalLimit",
  RenewalTooLate: "loans.override.renewalLimit",
  LoanTooLongOverdue: "loans.override.renewalLimit",
  LoanLengthReached: "loans.override.renewalLimit",
  ItemNotReservable: "reservations.override.notReservable",
  TitleWithoutItems: "reservations.override.noItems",
  ItemOnShelf: "reservations.override.onShelf",
  ReservationLimitReached: "reservations.override.limit",
  LoanReminded: "loans.override.limit",
  ReaderOverLimit: "loans.override.standing",
  ReaderBlocked: "loans.override.block",
  ReaderTooYoung: "loans.override.age",
  OnSiteOnly: "loans.override.notLendable",
  TitleLimitReached: "loans.override.limit",
  VolumeSetLimitReached: "loans.override.limit",
  DayLimitReached: "loans.override.limit",
  BlockedByRule: "loans.override.standing",
  QueueFull: "reservations.override.limit",
  AppealTooLate: "accounts.override.appealTime",
  ApprovalNeeded: "accounts.override.forgive",
  ReplacementAwaited: "loans.override.block",
  NotForReadersOf: "reservations.override.notReservable",
  NotLentToReadersOf: "loans.override.otherLibrary",
  CardNotValidAt: "loans.override.otherLibrary",
  LenderWantsBack: "loans.override.otherLibrary",
  PickupNotAllowed: "reservations.override.pickup",
  LastDayNeeded: "reservations.override.limit",
  ReservationKindForbidden: "reservations.override.kind",
  TitleReservationsReached: "reservations.override.limit",
  CategoryReservationsReached: "reservations.override.limit",
  RecallLimitReached: "reservations.override.limit",
  ReservationDayLimitReached: "reservations.override.limit",
  TransferForbidden: "transits.override.forbidden",
  ItemNotBookable: "bookings.override.notBookable",
  ItemBooked: "loans.override.booked",
  BookingTooLong: "bookings.override.limit",
  BookingTooFarAhead: "bookings.override.limit",
  BookingLimitReached: "bookings.override.limit"
} as const satisfies { readonly [Code in RefusalCode]?: string }

/** Every permission that lifts a refusal. */
export type OverridePermission = (typeof overrides)[keyof typeof overrides]

/** The permission with which staff may go on all the same; `null`: nobody may. */
export const liftedBy = (code: RefusalCode): OverridePermission | null =>
  (overrides as { readonly [Code in RefusalCode]?: OverridePermission })[code] ?? null

/** The command that would put a refusal right, for a desk to offer: it is asked for by itself. */
export const remedyOf: { readonly [Code in RefusalCode]?: "returnItem" | "renew" } = {
  ItemOnLoan: "returnItem",
  LentToReader: "renew"
}
