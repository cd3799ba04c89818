import { Result } from "effect"
import { overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, LossCharge, LossFacts, OwnedReservation, ReaderFacts } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { endLoan } from "./endLoan.ts"
import { endLost, type LostEnd } from "./endLost.ts"
import type { LoanId, LoanRow } from "./model.ts"

/** When a loan ends by a return: one that was claimed returned, as of the claim. */
export const endsAt = ({ state, lateUntil }: LoanRow, at: Instant): Instant =>
  state === "claimedReturned" && lateUntil !== null ? lateUntil : at

/** The loan that ended because its item was lent again. */
export interface EndedLoan extends LostEnd {
  readonly loanId: LoanId
}

interface Held extends ItemFacts {
  readonly lent: (ReaderFacts & { readonly loan: LoanRow }) | null
  readonly charges: ReadonlyArray<LoanCharge>
  readonly loss: LossFacts | null
  readonly lossCharges: ReadonlyArray<LossCharge>
  /** The reservation that it is set aside for, if that is somebody else's. */
  readonly keptFor: OwnedReservation | null
}

/**
 * Makes an item free that is to be lent although it is on loan, or set aside for somebody else: the loan ends as by a
 * return here, the reservation waits again in its old place.
 */
export const freeItem = (
  work: Draft,
  { lent, charges, keptFor, loss, lossCharges, ...found }: Held,
  at: Instant,
  {
    policy,
    calendar,
    branch,
    ids
  }: {
    readonly policy: CompiledPolicy
    readonly calendar: Calendar
    readonly branch: string
    readonly ids: ReadonlyArray<string>
  }
): Result.Result<EndedLoan | null, Refusals> => {
  const { item } = found
  if (keptFor !== null) {
    const { reservationId, titleId } = keptFor.reservation
    work.restOn("reservation", keptFor.reservation)
    const itemVersion = work.now("item", item.itemId).version + 1
    work.emit({ _tag: "ReservationPutBack", reservationId, titleId, itemId: item.itemId, itemVersion, at })
  }
  if (lent === null) return Result.succeed(null)
  const { loanId } = lent.loan
  if (lent.loan.state === "lost") {
    const lost = { ...found, lent, charges, loss, lossCharges }
    const ended = endLost(work, lost, { at, branch, policy, calendar, ids, onShelfFrom: null })
    return Result.map(ended, (end) => ({ loanId, ...end }))
  }
  const overdue = overdueFor({ ...found, ...lent }, at, policy, calendar)
  if (Result.isFailure(overdue)) return Result.fail(overdue.failure)
  const end = endLoan(
    work,
    { ...found, ...lent },
    { at: endsAt(lent.loan, at), branch, overdue: overdue.success, onShelfFrom: null, forgiven: 0, charges, ids }
  )
  return Result.succeed({ loanId, ...end, found: null })
}
