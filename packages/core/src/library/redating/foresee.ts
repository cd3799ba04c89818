import { redateChargeLookup, redatedCharge } from "../../accounts/redateCharge.ts"
import type { DocumentHistory } from "../../decision/documentHistory.ts"
import { redatedLoan, redateLoanLookup } from "../../loans/redateLoan.ts"
import { redatedShelf, redateReservationLookup } from "../../reservations/redateReservation.ts"
import type { Library } from "../openLibrary.ts"
import type { Outcome } from "./report.ts"
import type { Subject } from "./subject.ts"

/** What the command would come to for one of a page; nothing is written. */
export const foresee = async (
  library: Library,
  tenant: string,
  subject: Subject,
  at: number,
  history: DocumentHistory
): Promise<Outcome> => {
  const { kind, id, branch } = subject
  if (kind === "loan") {
    const facts = await library.read(tenant, redateLoanLookup({ item: subject.of.barcode }))
    const { loanOfItem } = facts
    if (loanOfItem === null) return null
    const moved = redatedLoan({ ...facts, loanOfItem }, at, history)
    return "because" in moved ? moved : { kind, id, branch, fromAt: loanOfItem.loan.dueAt, toAt: moved.to }
  }
  if (kind === "reservation") {
    const reservation = subject.of
    const facts = await library.read(tenant, redateReservationLookup({ reservation: reservation.reservationId }))
    if (facts.reservation === null) return null
    const moved = redatedShelf(facts.reservation.reservation, facts.historyOfReservation, at, history)
    return "because" in moved ? moved : { kind, id, branch, fromAt: reservation.shelfUntil ?? 0, toAt: moved.to }
  }
  const facts = await library.read(tenant, redateChargeLookup({ charge: subject.of.charge.chargeId }))
  const { loanOfCharge } = facts
  if (loanOfCharge === null) return null
  const excess = redatedCharge({ ...facts, loanOfCharge }, at, history)
  return "because" in excess ? excess : { kind, id, branch, ...excess }
}
