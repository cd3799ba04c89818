import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { SetAsideReservation } from "../decision/facts.ts"
import type { LoanId } from "../loans/model.ts"
import { releaseSlot } from "../pickupSlots/release.ts"

/** The reader got what was reserved: the reservation ends, filled by the loan, and its pickup slot is free again. */
export const fillReservation = (
  work: Draft,
  found: Pick<SetAsideReservation, "reservation" | "slot">,
  loanId: LoanId,
  at: Instant
): void => {
  const { reservation } = found
  work.restOn("reservation", reservation)
  work.emit({
    _tag: "ReservationFilled",
    reservationId: reservation.reservationId,
    titleId: reservation.titleId,
    loanId,
    at,
    wasWaiting: reservation.state === "waiting"
  })
  releaseSlot(work, found, "ended", at)
  work.cut("reservationReader", reservation.reservationId)
}
