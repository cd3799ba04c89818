import { Result } from "effect"
import { suspensionOf } from "../accounts/lateness/suspensionOf.ts"
import { overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, OwnedReservation, ReaderFacts } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { endLoan, type LoanEnd } from "./endLoan.ts"
import type { LoanId, LoanRow } from "./model.ts"

/** The loan that ended because its item was lent again. */
export interface EndedLoan extends Omit<LoanEnd, "suspended"> {
  readonly loanId: LoanId
  /** Until when its reader is suspended for being late; `null`: not, or no longer than before. */
  readonly suspendedUntil: number | null
}

interface Held extends ItemFacts {
  readonly lent: (ReaderFacts & { readonly loan: LoanRow }) | null
  readonly charges: ReadonlyArray<LoanCharge>
  /** Of its borrower, where the policy suspends anybody. */
  readonly blocks: ReadonlyArray<ReaderBlockRow>
  /** The reservation that it is set aside for, if that is somebody else's. */
  readonly keptFor: OwnedReservation | null
}

/**
 * Makes an item free that is to be lent although it is on loan, or set aside for somebody else: the loan ends as by a
 * return here, the reservation waits again in its old place.
 */
export const freeItem = (
  work: Draft,
  { lent, charges, blocks, keptFor, ...found }: Held,
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
  const overdue = overdueFor({ ...found, ...lent }, at, policy, calendar)
  if (Result.isFailure(overdue)) return Result.fail(overdue.failure)
  const suspension = suspensionOf({ ...found, ...lent }, at, blocks, { policy, calendar })
  const { charge, depositBack, suspended } = endLoan(
    work,
    { ...found, ...lent },
    { at, branch, overdue: overdue.success, suspension, onShelfFrom: null, forgiven: 0, charges, ids }
  )
  return Result.succeed({
    loanId: lent.loan.loanId,
    charge,
    depositBack,
    suspendedUntil: suspended?.endsAt ?? null
  })
}
