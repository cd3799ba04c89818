import { Result } from "effect"
import { bringTo, comesTo, leftOfRule } from "../accounts/adjustCharge.ts"
import { entryPair } from "../accounts/entryPair.ts"
import { type OverdueAmount, overdueAtMost } from "../accounts/overdueFor.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, LoanCharge, LossCharge, LossFacts, ReaderFacts } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { type FoundAt, type FoundLoss, foundAgain, foundIds } from "../incidents/foundAgain.ts"
import { endLoan, endLoanIds, type LoanEnd } from "./endLoan.ts"
import type { LoanRow } from "./model.ts"

interface LostItem extends ItemFacts {
  /** The loan, while it is open, and its reader. */
  readonly lent: (ReaderFacts & { readonly loan: LoanRow }) | null
  readonly charges: ReadonlyArray<LoanCharge>
  readonly loss: LossFacts | null
  readonly lossCharges: ReadonlyArray<LossCharge>
}

export interface LostEnd extends LoanEnd {
  readonly found: FoundLoss | null
}

/** How many ids the end of the loan of a lost item may need: those of the loan, two for being late, and those of the loss. */
export const endLostIds = endLoanIds + 2 + foundIds

/**
 * A lost item is brought back: its loss and its loan end, being late comes to what the refund rule leaves of it, never
 * twice, and the item is free. One whose loan had ended as the loss was paid becomes free too.
 */
export const endLost = (
  work: Draft,
  { lent, charges, loss, lossCharges, ...found }: LostItem,
  when: FoundAt & {
    readonly reckonedAt: Parameters<typeof endLoan>[2]["reckonedAt"]
    readonly onShelfFrom: Parameters<typeof endLoan>[2]["onShelfFrom"]
    /** Nothing more is charged for being late. */
    readonly withoutCharge?: boolean
    /** What being late stops its reader for, where the loss itself was never charged. */
    readonly suspension: Parameters<typeof endLoan>[2]["suspension"]
    /** The most that is charged for being late, where the loss itself was never charged. */
    readonly overdueMax?: number
  }
): Result.Result<LostEnd, Refusals> => {
  const { at, reckonedAt, branch, onShelfFrom, ids } = when
  const late = charges.find(
    ({ charge, renewalCount }) => charge.kind === "overdue" && renewalCount === lent?.loan.renewalCount
  )
  const overdueSoFar = lent === null ? Number.POSITIVE_INFINITY : late === undefined ? 0 : comesTo(late.charge)
  const lost = loss && { ...found, loss, charges: lossCharges, liable: lent, overdueSoFar }
  const left = lost && foundAgain(work, lost, { ...when, ids: ids.slice(endLoanIds + 2) })
  if (left !== null && Result.isFailure(left)) return Result.fail(left.failure)
  const { owes = false } = left?.success ?? {}
  const whole = when.withoutCharge === true ? null : (left?.success.overdue ?? null)
  const overdue =
    left?.success.wasCharged === false ? whole && overdueAtMost(whole, when.overdueMax ?? whole.amount) : whole
  if (lent === null) {
    const { itemId, version, shelfStatus } = found.item
    const set = { status: shelfStatus, presentBranch: branch }
    work.emit({ _tag: "ItemChanged", itemId, itemVersion: version + 1, at, set })
    return Result.succeed({ charge: null, depositBack: null, suspended: null, found: left?.success.found ?? null })
  }
  if (late !== undefined && overdue !== null)
    bringTo(work, late, leftOfRule(late.charge, overdue.amount), {
      account: lent.account,
      reason: "found",
      at: reckonedAt,
      branch,
      entryIds: entryPair(ids.slice(endLoanIds), 0),
      // Nothing at all may be by no rule: of an amnesty, or a policy that charges no more.
      ...(overdue.amount === 0 ? {} : { rules: overdue })
    })
  const raised: OverdueAmount | "asCharged" =
    late === undefined && overdue !== null && overdue.amount > 0 ? overdue : "asCharged"
  // A loss that was never charged leaves an ordinary return: without a charge, what ran up is waived.
  const forgiven = when.withoutCharge === true && left?.success.wasCharged === false ? left.success.overdue : null
  const cost = forgiven === null ? { overdue: raised, forgiven: 0 } : { overdue: null, forgiven: forgiven.amount }
  const suspension = left?.success.wasCharged === false ? when.suspension : null
  const ending = { at, reckonedAt, branch, ...cost, suspension, onShelfFrom, charges, ids, owes }
  const end = endLoan(work, { ...found, ...lent }, ending)
  const brought: LoanEnd["charge"] =
    late === undefined || overdue === null || overdue.amount === 0
      ? null
      : { chargeId: late.charge.chargeId, kind: "overdue", amount: overdue.amount, steps: overdue.steps }
  return Result.succeed({ ...end, charge: brought ?? end.charge, found: left?.success.found ?? null })
}
