import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReservationRow } from "./model.ts"

/** The reader got what was reserved: the reservation ends, filled by the loan. */
export const fillReservation = (work: Draft, reservation: ReservationRow, loanId: LoanId, at: Instant): void => {
  work.restOn("reservation", reservation)
  work.emit({
    _tag: "ReservationFilled",
    reservationId: reservation.reservationId,
    titleId: reservation.titleId,
    loanId,
    at,
    wasWaiting: reservation.state === "waiting"
  })
  work.cut("reservationReader", reservation.reservationId)
}
