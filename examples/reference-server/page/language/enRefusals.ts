import { enCostUntold } from "./enInspect.ts"
import { enQueue } from "./enQueue.ts"
import { enReaderOverLimit } from "./enReaderOverLimit.ts"
import type { RefusalTexts } from "./texts.ts"

/** Every refusal in English, with its numbers. */
export const enRefusals: RefusalTexts = {
  ItemUnknown: ({ item }) => `No item has the barcode ${item}.`,
  ReaderUnknown: ({ reader }) => `No reader has the card ${reader}.`,
  TitleUnknown: () => "This title is not in the catalogue.",
  ReservationUnknown: () => "This reservation is not known.",
  ChargeUnknown: () => "This charge is not open on this account.",
  BranchUnknown: ({ branch }) => `There is no branch ${branch}.`,
  ReaderCategoryUnknown: ({ category }) => `There is no reader category ${category}.`,
  ItemTypeUnknown: ({ itemType }) => `There is no item type ${itemType}.`,
  BarcodeTaken: ({ barcode }) => `Another item has the barcode ${barcode}.`,
  CardTaken: ({ card }) => `Another reader has the card ${card}.`,
  LastCard: ({ card }) => `${card} is the reader's only card.`,
  ReaderRemoved: () => "This reader has left the library.",
  ReaderExpired: ({ expiredAt }, say) => `The membership expired on ${say.day(expiredAt)}.`,
  DebtOverLimit: ({ debt, debtMax }, say) =>
    `The reader owes ${say.money(debt)}; up to ${say.money(debtMax)} is allowed.`,
  LoanLimitReached: ({ count, countMax, limit }) =>
    `The reader has ${count} on loan, and ${countMax} is the most allowed (limit “${limit}”).`,
  ItemNotLendable: ({ itemType }, say) => `This is not lent: ${say.itemType(itemType)}.`,
  ItemOnLoan: () => "This item is on loan. Take it back first.",
  ItemNotOnLoan: () => "This item is not on loan.",
  ItemWithdrawn: () => "This item has been withdrawn from the collection.",
  ItemKeptForOther: () => "This item is set aside for another reader.",
  NothingSetAside: () => "This item is not set aside for this reader.",
  RenewalLimitReached: ({ count, countMax }) =>
    countMax === 0
      ? "This loan cannot be renewed."
      : `Renewed ${count === 1 ? "once" : `${count} times`} already; ${countMax} is the most allowed.`,
  LoanRecalled: () => "This loan was recalled: somebody else needs it.",
  LoanNotRecalled: () => "This loan is not recalled.",
  NotRecallable: () => "This loan may not be recalled.",
  OthersWaiting: ({ waitingCount }) =>
    waitingCount === 1 ? "Another reader is waiting for it." : `${waitingCount} other readers are waiting for it.`,
  RenewalWouldShorten: ({ dueAt, newDueAt }, say) =>
    `Renewed now it would be due ${say.instant(newDueAt)}, no later than the present ${say.instant(dueAt)}.`,
  LoanNotRenewable: () => "This loan cannot be renewed.",
  UnseenRenewalLimitReached: ({ countMax }) =>
    `Please bring it along: it may be renewed ${countMax === 1 ? "once" : `${countMax} times`} without being shown.`,
  RenewalTooSoon: ({ soonestAt }, say) => `It is too soon: it can be renewed from ${say.instant(soonestAt)} on.`,
  RenewalTooLate: ({ latestAt }, say) => `It is too late: it could be renewed until ${say.instant(latestAt)}.`,
  LoanTooLongOverdue: ({ dueAt }, say) => `It was due ${say.instant(dueAt)}; that is too long ago to renew it.`,
  LoanLengthReached: ({ longestAt }, say) =>
    `With all renewals it may last until ${say.instant(longestAt)}, no longer.`,
  NotRenewedAutomatically: () => "This loan is renewed only when somebody asks.",
  OverrideDateNeeded: () => "The library's rules give no due date here. Please enter one.",
  OverrideNotNeeded: () => "The rules allow this renewal. Leave the due date to them.",
  ItemNotReservable: ({ itemType }, say) => `This cannot be reserved: ${say.itemType(itemType)}.`,
  TitleWithoutItems: () => "The library has no copy of it that could be reserved so.",
  ItemOnShelf: ({ branches }, say) => `A copy is on the shelf: ${branches.map(say.branch).join(", ")}.`,
  AlreadyReserved: () => "The reader has already reserved this title.",
  ReservationLimitReached: ({ count, countMax }) =>
    `The reader has ${count} reservations, and ${countMax} is the most allowed.`,
  ReservationEnded: ({ state }) => `This reservation has ended (${endedAs[state] ?? state}).`,
  ReservationWaiting: ({ waitUntil }, say) =>
    waitUntil === null
      ? "It still waits in the queue."
      : `It still waits in the queue, until ${say.instant(waitUntil)}.`,
  ReservationOnShelf: ({ shelfUntil }, say) => `It is still kept on the pickup shelf until ${say.instant(shelfUntil)}.`,
  AmountOverCredit: ({ amount, credit }, say) =>
    `${say.money(amount)} is more than the credit of ${say.money(credit)}.`,
  RefundOverPayment: ({ amount, paid, refunded }, say) =>
    `${say.money(amount)} cannot be refunded: ${say.money(paid)} was paid, ${say.money(refunded)} refunded before.`,
  LoanReminded: ({ reminderCount }) => `Reminded ${reminderCount} times: it is renewed no more.`,
  NothingOwed: () => "Nothing is owed.",
  EntryUnknown: () => "This account has no such entry.",
  EntryNotVoidable: () => "This entry cannot be undone.",
  CashDeskUnknown: ({ cashDesk }) => `There is no cash desk ${cashDesk}.`,
  CashDeskElsewhere: ({ branch }, say) => `This cash desk is at ${say.branch(branch)}.`,
  CashDeskOpen: ({ openedAt }, say) => `This cash desk is open since ${say.instant(openedAt)}.`,
  CashDeskClosed: ({ cashDesk }) => `The cash desk ${cashDesk} is closed.`,
  CashDeskNeeded: () => "This money is taken and given at a cash desk alone.",
  CashShort: ({ amount, inDesk }, say) =>
    `${say.money(amount)} cannot be taken out: ${say.money(inDesk)} is in the cash desk.`,
  CountDiffers: ({ method, expected, counted }, say) =>
    `${say.money(counted)} was counted (${method}), ${say.money(expected)} should be there. Say why.`,
  DebtNotSmall: ({ debt }, say) => `${say.money(debt)} is more than the rules forgive.`,
  AmountOverDebt: ({ amount, debt }, say) => `${say.money(amount)} is more than the ${say.money(debt)} that are owed.`,
  PolicyNotInForce: () => "No rules of the library are in force yet.",
  PolicySettingMissing: ({ setting }) => `The library's rules do not say: ${setting}.`,
  CalendarNotInForce: () => "No calendar of the library is in force yet.",
  CalendarHasNoOpenDay: ({ branch }, say) => `${say.branch(branch)} has no open day in reach.`,
  OutsideDueSchedule: ({ startsAt }, say) =>
    `The schedule of due dates has none for a loan from ${say.instant(startsAt)}.`,
  DueDatePassed: ({ dueAt }, say) => `It would be due at once: its fixed due date is ${say.instant(dueAt)}.`,
  NotPermitted: ({ permission }) => `You have no permission for this (${permission}).`,
  KeyUsedForOther: () => "This was already sent with other contents. Please enter it again.",
  ReaderOverLimit: enReaderOverLimit,
  ReaderBlocked: ({ kind, note, endsAt }, say) =>
    `The reader is blocked: ${kind}${note === "" ? "" : `, ${note}`}${endsAt === null ? "" : `, until ${say.day(endsAt)}`}.`,
  ReaderTooYoung: ({ age, ageMin }) => `The reader is ${age}; this is lent from ${ageMin} years on.`,
  OnSiteOnly: ({ itemType }, say) => `Items of type ${say.itemType(itemType)} are used in the building only.`,
  VolumeSetLimitReached: ({ count, countMax }) =>
    `The reader has ${count} volumes of this work, allowed are ${countMax}.`,
  TitleLimitReached: ({ count, countMax }) => `The reader has ${count} of this title, allowed are ${countMax}.`,
  BlockUnknown: ({ block }) => `The reader has no block ${block}.`,
  ItemStatusForbids: ({ status }) => `The status of the item does not allow it: ${statuses[status] ?? status}.`,
  LentToReader: () => "The reader has this item already; renew it to keep it longer.",
  CostNotAccepted: ({ amount }, say) => `This costs ${say.money(amount)}. Ask the reader to agree first.`,
  BlockedByRule: ({ rule }) => `A rule of the library stands in the way: ${rule}.`,
  QueueFull: ({ waitingCount, copyCount, perCopyMax }) =>
    `${waitingCount} wait for ${copyCount} copies, and ${perCopyMax} a copy is the most allowed.`,
  ReservationJoined: () => "One of these reservations is joined with others already. Part them first.",
  NothingToJoin: () => "Choose two reservations at least.",
  JoiningForbidden: ({ as }) =>
    as === "anyOf"
      ? "The library does not let one of several titles be enough."
      : "The library does not keep reservations until all are there.",
  PickupBranchesDiffer: ({ branches }, say) =>
    `They are picked up at different branches: ${branches.map(say.branch).join(", ")}.`,
  ReasonNotListed: ({ reasons }, say) => `Say why: one of ${reasons.map(say.cancellationReason).join(", ")}.`,
  ReaderPending: () => "This membership has not been confirmed at the desk yet.",
  NotProxy: ({ card }) => `The holder of card ${card} may not borrow for this reader.`,
  ProxyMayNot: () => "Whoever borrows for this reader has no valid membership.",
  SameReader: () => "Both cards belong to the same reader.",
  LinkTaken: () => "That is recorded already.",
  LinkUnknown: () => "The reader has no such link.",
  NoteUnknown: () => "The reader has no such note.",
  LoansOpen: ({ count }) => `The reader still has ${count} on loan.`,
  ReservationsOpen: ({ count }) => `The reader still has ${count} reservations. Cancel them first.`,
  MoneyOpen: ({ debt }, say) => `The account is not settled: ${say.money(debt)}.`,
  TooMuchAtOnce: ({ countMax }) => `This is more than can be done at once (${countMax}).`,
  InFuture: ({ at }, say) => `${say.instant(at)} has not come yet. Check the date that was entered.`,
  DepositInUse: () => "The loan that the deposit was left for is still open.",
  ChargeRunning: () => "A charge of an open loan still runs, and part of it is settled. End the loan first.",
  DayLimitReached: ({ count, countMax }) =>
    `The reader has borrowed ${count} today, and ${countMax} a day is the most allowed.`,
  ReturnNotHere: ({ branch }, say) => `This item may be returned only at ${say.branch(branch)}.`,
  ConductRecordMissing: () =>
    "Nobody has this item on loan. To charge a reader, name the reader and write down what speaks for it.",
  AppealUnknown: ({ appeal }) => `There is no appeal ${appeal}.`,
  AlreadyAppealed: () => "This charge was disputed already.",
  AppealTooLate: ({ latestAt }, say) => `It could be disputed until ${say.day(latestAt)}.`,
  AppealNotOpen: () => "This appeal is decided.",
  AppealNeedsOther: () => "Who raised the charge does not decide about it. Please ask a colleague.",
  ReductionTooSmall: ({ comesTo }, say) => `The charge comes to ${say.money(comesTo)}; to leave it so, confirm it.`,
  ApprovalNeeded: ({ amount, forgiven, amountMax }, say) =>
    `With ${say.money(forgiven)} forgiven before, ${say.money(amount)} is above ${say.money(amountMax)}: somebody else must approve.`,
  IncidentsOpen: ({ count }) => `The reader still answers for ${count} incidents.`,
  NotForReadersOf: ({ branch }, say) => `Readers of ${say.branch(branch)} may not reserve these copies.`,
  NotLentToReadersOf: ({ branch }, say) => `This copy is not lent to readers of ${say.branch(branch)}.`,
  CardNotValidAt: ({ branch }, say) => `The reader's card is not valid at ${say.branch(branch)}.`,
  PickupNotAllowed: ({ branch }, say) => `No copy of this may be picked up at ${say.branch(branch)}.`,
  LastDayNeeded: () => "This reservation needs a last day on which it still waits.",
  WaitOverBefore: ({ waitUntil }, say) => `It would be over on ${say.day(waitUntil)}, before it begins.`,
  ReservationKindForbidden: ({ kind }) =>
    ({
      page: "Copies on the shelf are not fetched for reservations here.",
      recall: "Loans are not recalled for reservations here.",
      wait: "Nobody waits for this here."
    })[kind] ?? "This kind of reservation is not possible here.",
  NothingOnShelf: ({ onShelf, waitingCount }) =>
    `${onShelf} on the shelf, and ${waitingCount} waiting: there is none to fetch.`,
  NothingToRecall: () => "No copy is out that could be asked back.",
  RecallForLater: ({ notBefore }, say) =>
    `Asking a copy back brings it now, and it is not wanted before ${say.day(notBefore)}: let it wait without asking back.`,
  TitleReservationsReached: ({ count, countMax }) =>
    `The reader has ${count} reservations of this title, and ${countMax} is the most allowed.`,
  CategoryReservationsReached: ({ limit, count, countMax }) =>
    `The reader has ${count} of at most ${countMax} reservations at once (limit “${limit}”).`,
  RecallLimitReached: ({ count, countMax }) =>
    `The reader recalls ${count} loans, and ${countMax} is the most allowed.`,
  ReservationDayLimitReached: ({ count, countMax }) =>
    `The reader placed ${count} reservations today, and ${countMax} is the most allowed.`,
  ReservationBeingFilled: () => "A copy is already set aside for this reservation, or on its way.",
  ReservationNotSuspended: () => "This reservation is not suspended.",
  SuspensionOver: ({ suspendedUntil }, say) =>
    `It cannot be suspended until ${say.instant(suspendedUntil)}: that has passed. Choose a later day.`,
  NotInSameQueue: () => "These two do not wait in one queue.",
  QueueTooDense: () => "There is no room left between these two. Move others first.",
  TransitsNotKept: () => "This library keeps no transits: it only tells where a copy belongs.",
  ItemInTransit: ({ toBranch }, say) => `This copy is on its way to ${say.branch(toBranch)}.`,
  ItemNotInTransit: () => "This copy is not on its way.",
  TransitUnknown: () => "This copy has no such transit.",
  AlreadyThere: ({ branch }, say) => `It is at ${say.branch(branch)} already.`,
  AlreadyPlanned: ({ branch }, say) => `It is to go to ${say.branch(branch)} already.`,
  TransferForbidden: ({ from, to }, say) => `Such copies do not travel from ${say.branch(from)} to ${say.branch(to)}.`,
  BookingUnknown: () => "There is no such booking.",
  ItemNotBookable: () => "This is not booked for days ahead.",
  ItemBooked: ({ fromAt }, say) => `It is booked by somebody else from ${say.day(fromAt)} on.`,
  ItemBookedMeanwhile: ({ fromAt, untilAt }, say) =>
    `It is booked by somebody else, and kept free for them from ${say.day(fromAt)} to ${say.day(untilAt)}.`,
  ItemKeptMeanwhile: ({ untilAt }, say) =>
    `It is set aside for another reader until ${say.day(untilAt)}; it can be booked from the day after.`,
  ItemDueLater: ({ dueAt }, say) => `It is on loan until ${say.day(dueAt)}, too late for this booking.`,
  SpanNotAhead: () => "A booking ends after it begins, and begins today or later.",
  BookingTooLong: ({ days, daysMax }) => `These are ${days} days; a booking may last ${daysMax} at most.`,
  BookingTooFarAhead: ({ latestAt }, say) => `A booking may begin on ${say.day(latestAt)} at the latest.`,
  BookingLimitReached: ({ count, countMax }) =>
    `The reader has ${count} bookings, and ${countMax} is the most allowed.`,
  BookingsOpen: ({ count }) => `The reader still has ${count} bookings.`,
  SlotUnknown: () => "There is no such pickup slot.",
  SlotClosed: () => "This pickup slot is not in use any more.",
  SlotFull: ({ capacity }) =>
    capacity === 1 ? "This pickup slot is taken." : `All ${capacity} places of this pickup slot are taken.`,
  SlotOver: ({ untilAt }, say) => `This pickup slot was over at ${say.instant(untilAt)}.`,
  SlotElsewhere: ({ branch }, say) => `This pickup slot is at ${say.branch(branch)}; the item waits elsewhere.`,
  SlotWhileClosed: ({ branch, fromAt }, say) =>
    `${say.branch(branch)} is closed at ${say.instant(fromAt)}: nobody can bring anything out.`,
  SlotAfterShelf: ({ shelfUntil }, say) => `The item waits until ${say.day(shelfUntil)} only.`,
  SlotHeld: () => "This reservation has a pickup slot. Give that up first.",
  PartnerUnknown: ({ partner }) => `“${partner}” is not a library system that this one lends to or borrows from.`,
  NotPartnersAccount: ({ partner }) => `This is not the account of “${partner}”, which asked for it.`,
  LenderWantsBack: ({ dueAt }, say) =>
    `It belongs to another library system, which wants it back by ${say.day(dueAt)}.`,
  InterloanUnderWay: ({ partner }) => `“${partner}” was asked for it already. Cancel that request first.`,
  InterloanUnknown: () => "There is no such loan between systems.",
  InterloanStateForbids: ({ state }) =>
    `This cannot be done now: the loan between systems is ${interloanStates[state] ?? state}.`,
  NoSlotHeld: () => "This reservation has no pickup slot.",
  AppealsOpen: ({ count }) => `${count} appeals of the reader are not decided.`,
  IncidentUnknown: () => "There is no such incident.",
  IncidentStateForbids: ({ state }) => `The state of the incident does not allow it: ${state}.`,
  LiableUnknown: () => "Nobody is known any more whom this could be charged to.",
  CostUntold: enCostUntold,
  TooSoon: ({ soonestAt }, say) =>
    soonestAt === null
      ? "This does not happen by itself."
      : `It is not time for this before ${say.instant(soonestAt)}.`,
  ReplacementAwaited: ({ replaceUntil }, say) =>
    replaceUntil === null
      ? "A copy is to be brought first in place of a lost one."
      : `A copy is to be brought first in place of a lost one, by ${say.day(replaceUntil)}.`,
  LossOpen: () => "Something of what a lost item costs is settled, and it may still be found.",
  NothingToRedate: ({ because }) => `It stays as it is: ${because}.`
}

const endedAs: Readonly<Record<string, string>> = { filled: "picked up", cancelled: "cancelled", expired: "expired" }

const interloanStates: Readonly<Record<string, string>> = {
  requested: "asked for and not sent yet",
  shipped: "on its way to the borrower",
  received: "with the borrower",
  sentBack: "on its way back",
  completed: "over",
  completedWithoutReturn: "over without a return",
  unfilled: "declined",
  cancelled: "cancelled"
}

const statuses: Readonly<Record<string, string>> = enQueue.status
