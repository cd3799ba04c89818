import { Result } from "effect"
import { suspensionOf } from "../accounts/lateness/suspensionOf.ts"
import { overdueFor } from "../accounts/overdueFor.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type {
  ItemFacts,
  LoanCharge,
  LossCharge,
  LossFacts,
  ReaderFacts,
  SetAsideReservation
} from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderBlockRow } from "../readers/blocks/model.ts"
import { putBack } from "../reservations/putBack.ts"
import { endLoan } from "./endLoan.ts"
import { endLost, type LostEnd } from "./endLost.ts"
import type { LoanId, LoanRow } from "./model.ts"

/** When a loan ends by a return: one that was claimed returned, as of the claim. */
export const endsAt = ({ state, lateUntil }: LoanRow, at: Instant): Instant =>
  state === "claimedReturned" && lateUntil !== null ? lateUntil : at

/** The loan that ended because its item was lent again. */
export interface EndedLoan extends Omit<LostEnd, "suspended"> {
  readonly loanId: LoanId
  /** Until when its reader is suspended for being late; `null`: not, or no longer than before. */
  readonly suspendedUntil: number | null
}

interface Held extends ItemFacts {
  readonly lent: (ReaderFacts & { readonly loan: LoanRow }) | null
  readonly charges: ReadonlyArray<LoanCharge>
  /** Of its borrower, where the policy suspends anybody. */
  readonly blocks: ReadonlyArray<ReaderBlockRow>
  readonly loss: LossFacts | null
  readonly lossCharges: ReadonlyArray<LossCharge>
  /** The reservation that it is set aside for, if that is somebody else's. */
  readonly keptFor: SetAsideReservation | null
}

/**
 * Makes an item free that is to be lent although it is on loan, or set aside for somebody else: the loan ends as by a
 * return here, the reservation waits again in its old place.
 */
export const freeItem = (
  work: Draft,
  { lent, charges, blocks, keptFor, loss, lossCharges, ...found }: Held,
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
  if (keptFor !== null) putBack(work, keptFor, item, at)
  if (lent === null) return Result.succeed(null)
  const { loanId } = lent.loan
  if (lent.loan.state === "lost") {
    const lost = { ...found, lent, charges, loss, lossCharges }
    const suspension = suspensionOf({ ...found, ...lent }, at, blocks, { policy, calendar })
    const ended = endLost(work, lost, {
      at,
      reckonedAt: at,
      branch,
      policy,
      calendar,
      suspension,
      ids,
      onShelfFrom: null
    })
    return Result.map(ended, ({ suspended, ...end }) => ({
      loanId,
      ...end,
      suspendedUntil: suspended?.endsAt ?? null
    }))
  }
  const until = endsAt(lent.loan, at)
  const overdue = overdueFor({ ...found, ...lent }, until, policy, calendar)
  if (Result.isFailure(overdue)) return Result.fail(overdue.failure)
  const suspension = suspensionOf({ ...found, ...lent }, until, blocks, { policy, calendar })
  const { suspended, ...end } = endLoan(
    work,
    { ...found, ...lent },
    {
      at: until,
      reckonedAt: at,
      branch,
      overdue: overdue.success,
      suspension,
      onShelfFrom: null,
      forgiven: 0,
      charges,
      ids
    }
  )
  return Result.succeed({ loanId, ...end, found: null, suspendedUntil: suspended?.endsAt ?? null })
}
