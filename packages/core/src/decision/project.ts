import { projectAccount } from "../accounts/project.ts"
import { projectAppeal } from "../appeals/project.ts"
import { projectBooking } from "../bookings/project.ts"
import { projectCash } from "../cash/project.ts"
import { projectCatalogue } from "../catalogue/project.ts"
import { projectIncident } from "../incidents/project.ts"
import { projectInterloan } from "../interlending/project.ts"
import { projectLoan } from "../loans/project.ts"
import { projectPickupSlot } from "../pickupSlots/project.ts"
import { projectReader } from "../readers/project.ts"
import { projectReservation } from "../reservations/project.ts"
import { projectTransit } from "../transits/project.ts"
import type { DomainEvent } from "./event.ts"
import type { EventPlace, RowChange } from "./rowChange.ts"

/**
 * What a fact does to the tables. Never refuses and reads no clock: it has already happened. Commands and replay use the
 * same function, so that the tables are what the events say.
 */
export const project = (event: DomainEvent, place: EventPlace): ReadonlyArray<RowChange> => {
  switch (event._tag) {
    case "ItemCheckedOut":
    case "LoanRenewed":
    case "LoanRedated":
    case "DueDateChanged":
    case "LoanRecalled":
    case "RecallCancelled":
    case "LoanReminded":
    case "ReturnClaimed":
    case "ClaimSearched":
    case "LoanLost":
    case "LoanTakenUpAgain":
    case "LoanSettled":
    case "ItemReturned":
      return projectLoan(event, place)
    case "ReservationPlaced":
    case "ReservationSetAside":
    case "ReservationRedated":
    case "ReservationSuspended":
    case "ReservationResumed":
    case "ReservationChanged":
    case "ReservationMoved":
    case "ReservationPutBack":
    case "ReservationReady":
    case "ReservationFilled":
    case "ReservationCancelled":
    case "ReservationExpired":
      return projectReservation(event, place)
    case "TransitPlanned":
    case "TransitSent":
    case "TransitArrived":
    case "TransitCancelled":
    case "TransitLost":
      return projectTransit(event, place)
    case "ChargeRaised":
    case "PaymentReceived":
    case "OverdueForgone":
    case "ChargeWaived":
    case "ChargeAdjusted":
    case "ChargeRefunded":
    case "CreditGranted":
    case "CreditApplied":
    case "CreditPaidOut":
    case "EntryVoided":
    case "DebtHandedOver":
    case "DepositGivenBack":
    case "ChargeMovedAway":
    case "ChargeMovedHere":
      return projectAccount(event, place)
    case "CashDeskOpened":
    case "CashMoved":
    case "CashDeskClosed":
      return projectCash(event, place)
    case "ReaderRegistered":
    case "ReaderChanged":
    case "ReaderBlockPlaced":
    case "ReaderBlockLifted":
      return projectReader(event)
    case "TitleAdded":
    case "TitleChanged":
    case "ItemAdded":
    case "ItemChanged":
    case "ItemUsedInHouse":
      return projectCatalogue(event)
    case "IncidentReported":
    case "IncidentCharged":
    case "ReplacementAgreed":
    case "ReplacementBought":
    case "IncidentEnded":
    case "ConditionSeen":
      return projectIncident(event, place)
    case "AppealOpened":
    case "AppealMoved":
    case "AppealDecided":
      return projectAppeal(event, place)
    case "BookingPlaced":
    case "BookingChanged":
    case "BookingFulfilled":
    case "BookingCancelled":
    case "BookingExpired":
      return projectBooking(event, place)
    case "PickupSlotAdded":
    case "PickupSlotClosed":
    case "PickupSlotTaken":
    case "PickupSlotLeft":
      return projectPickupSlot(event, place)
    case "InterloanRequested":
    case "InterloanMoved":
      return projectInterloan(event, place)
  }
}

/**
 * The stream that an event belongs to: the loan, reservation, account, reader, title, item, incident, appeal, booking or pickup slot it tells of. A reader's has
 * a prefix, as the reader's account has the same id; a cash desk's too, as its code is the library's own.
 */
export const streamOf = (event: DomainEvent): string => {
  switch (event._tag) {
    case "ItemCheckedOut":
    case "LoanRenewed":
    case "LoanRedated":
    case "DueDateChanged":
    case "LoanRecalled":
    case "RecallCancelled":
    case "LoanReminded":
    case "ReturnClaimed":
    case "ClaimSearched":
    case "LoanLost":
    case "LoanTakenUpAgain":
    case "LoanSettled":
    case "ItemReturned":
      return event.loanId
    case "ReservationPlaced":
    case "ReservationSetAside":
    case "ReservationRedated":
    case "ReservationSuspended":
    case "ReservationResumed":
    case "ReservationChanged":
    case "ReservationMoved":
    case "ReservationPutBack":
    case "ReservationReady":
    case "ReservationFilled":
    case "ReservationCancelled":
    case "ReservationExpired":
      return event.reservationId
    case "TransitPlanned":
    case "TransitSent":
    case "TransitArrived":
    case "TransitCancelled":
    case "TransitLost":
      return event.transitId
    case "ChargeRaised":
    case "PaymentReceived":
    case "OverdueForgone":
    case "ChargeWaived":
    case "ChargeAdjusted":
    case "ChargeRefunded":
    case "CreditGranted":
    case "CreditApplied":
    case "CreditPaidOut":
    case "EntryVoided":
    case "DebtHandedOver":
    case "DepositGivenBack":
    case "ChargeMovedAway":
    case "ChargeMovedHere":
      return event.accountId
    case "CashDeskOpened":
    case "CashMoved":
    case "CashDeskClosed":
      return `cashDesk:${event.cashDeskId}`
    case "ReaderRegistered":
    case "ReaderChanged":
    case "ReaderBlockPlaced":
    case "ReaderBlockLifted":
      return `reader:${event.readerId}`
    case "TitleAdded":
    case "TitleChanged":
      return event.titleId
    case "ItemAdded":
    case "ItemChanged":
    case "ItemUsedInHouse":
    case "ConditionSeen":
      return event.itemId
    case "IncidentReported":
    case "IncidentCharged":
    case "ReplacementAgreed":
    case "ReplacementBought":
    case "IncidentEnded":
      return event.incidentId
    case "AppealOpened":
    case "AppealMoved":
    case "AppealDecided":
      return event.appealId
    case "BookingPlaced":
    case "BookingChanged":
    case "BookingFulfilled":
    case "BookingCancelled":
    case "BookingExpired":
      return event.bookingId
    case "PickupSlotAdded":
    case "PickupSlotClosed":
    case "PickupSlotTaken":
    case "PickupSlotLeft":
      return event.slotId
    case "InterloanRequested":
    case "InterloanMoved":
      return event.interloanId
  }
}
