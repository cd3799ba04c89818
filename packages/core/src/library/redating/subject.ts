import type { ChargedLoan, LoanDue } from "../../decision/facts.ts"
import type { ReservationRow } from "../../reservations/model.ts"

/** Something that may have to be re-dated, as a page brings it. */
export type Subject =
  | { readonly kind: "loan"; readonly id: string; readonly branch: string; readonly of: LoanDue }
  | { readonly kind: "reservation"; readonly id: string; readonly branch: string; readonly of: ReservationRow }
  | { readonly kind: "charge"; readonly id: string; readonly branch: string; readonly of: ChargedLoan }

export const ofLoan = (of: LoanDue): Subject => ({ kind: "loan", id: of.loan.loanId, branch: of.loan.branch, of })

export const ofReservation = (of: ReservationRow): Subject => ({
  kind: "reservation",
  id: of.reservationId,
  branch: of.pickupBranch,
  of
})

export const ofCharge = (of: ChargedLoan): Subject => ({
  kind: "charge",
  id: of.charge.chargeId,
  branch: of.loan.branch,
  of
})
