import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { PaidCharge } from "../decision/facts.ts"
import { Minor } from "../money/minor.ts"
import type { AccountRow, EntryId } from "./model.ts"

/** What a charge comes to: with its adjustments, without what of it was paid and is given back. */
export const comesTo = ({ amount, refunded }: PaidCharge["charge"]): number => amount - refunded

export interface Adjusted {
  /** What is charged more, or, below zero, less. */
  readonly adjusted: number
  /** What was paid and is the reader's credit now. */
  readonly refunded: number
}

/** What rules may bring a charge to that they would make so much: what of it somebody took off is not charged again. */
export const leftOfRule = ({ forgiven }: PaidCharge["charge"], target: number): number => Math.max(0, target - forgiven)

interface Adjusting {
  readonly account: AccountRow
  readonly as?: "adjustment" | "void"
  /** 1: somebody decided it; by rules otherwise. */
  readonly byHand?: 1
  readonly reason: string
  readonly at: Instant
  readonly branch: string
  /** Two fresh ids. */
  readonly entryIds: readonly [EntryId, EntryId]
  /** By which rules, where it is by rules. */
  readonly rules?: ByRules
}

interface ByRules {
  readonly policyVersion: number
  readonly policyRows: Readonly<Record<string, string>>
  readonly steps: ReadonlyArray<unknown>
}

/** What bringing a charge to an amount would change. */
export const changeTo = ({ charge, paid }: PaidCharge, target: number): Adjusted => {
  const change = target - comesTo(charge)
  const adjusted = change > 0 ? change : Math.max(change, -charge.outstanding)
  return { adjusted, refunded: change > 0 ? 0 : Math.min(adjusted - change, paid - charge.refunded) }
}

/**
 * Brings a charge to what it ought to be, both ways: more is charged; less is taken off what is still owed, and what was
 * paid too much becomes a credit. What was waived stays waived: a charge never comes to less than that.
 */
export const bringTo = (
  work: Draft,
  known: PaidCharge,
  target: number,
  { account, as = "adjustment", byHand, reason, at, branch, entryIds: [entryId, refundId], rules }: Adjusting
): Adjusted => {
  const { charge } = known
  const { adjusted, refunded } = changeTo(known, target)
  if (adjusted === 0 && refunded === 0) return { adjusted: 0, refunded: 0 }
  work.restOn("account", account)
  work.restOn("charge", charge)
  const how = byHand === undefined ? {} : { byHand }
  const on = { accountId: account.accountId, chargeId: charge.chargeId, reason, ...how, at, branch }
  if (adjusted !== 0)
    work.emit({
      _tag: "ChargeAdjusted",
      ...on,
      entryId,
      as,
      ...(rules && ruledBy(rules)),
      amount: Minor.make(adjusted)
    })
  if (refunded !== 0) work.emit({ _tag: "ChargeRefunded", ...on, entryId: refundId, amount: Minor.make(refunded) })
  return { adjusted, refunded }
}

/** Nothing else of whatever carries them, such as the amount that they come to. */
const ruledBy = ({ policyVersion, policyRows, steps }: ByRules): ByRules => ({ policyVersion, policyRows, steps })
