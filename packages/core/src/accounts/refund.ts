import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor, PositiveMinor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { EntryId } from "./model.ts"

/** Owe a reader again what was paid of a charge. It is a credit; `payOut` hands it out. */
export const Refund = Schema.Struct({
  card: Card,
  charge: EntryId,
  /** Without it, all that was paid and not refunded before. */
  amount: Schema.optionalKey(PositiveMinor),
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type Refund = typeof Refund.Type

export interface RefundReceipt {
  /** The credit's id. */
  readonly entryId: EntryId
  readonly chargeId: EntryId
  readonly amount: number
  /** What is owed afterwards; below zero: the library owes it. */
  readonly balance: number
}

export const refundLookup = ({ card, charge }: Pick<Refund, "card" | "charge">) =>
  ({ reader: { card }, oneCharge: { card, chargeId: charge } }) satisfies Lookup
export type RefundFacts = Found<ReturnType<typeof refundLookup>>

/** Never more than was paid and not refunded before. */
export const decideRefund = (
  { reader, oneCharge }: RefundFacts,
  command: Refund,
  { place, ids }: DecisionContext
): Result.Result<Decision<RefundReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  if (oneCharge === null) return refused([{ _tag: "ChargeUnknown", charge: command.charge }])
  const { charge, paid } = oneCharge
  const left = paid - charge.refunded
  const amount = command.amount ?? left
  if (amount > left || left === 0)
    return refused([{ _tag: "RefundOverPayment", amount, paid, refunded: charge.refunded }])
  const { accountId, balance } = reader.account
  const entryId = EntryId.make(ids[0] as string)
  const { chargeId } = charge
  const { reason, at } = command
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  work.restOn("charge", charge)
  const given = {
    accountId,
    chargeId,
    entryId,
    amount: Minor.make(amount),
    byHand: 1 as const,
    reason,
    at,
    branch: place.branch
  }
  work.emit({ _tag: "ChargeRefunded", ...given })
  // Nothing is left of it to be given back after its loan.
  if (charge.kind === "deposit" && amount === left && charge.outstanding === 0) work.cut("chargeLoan", chargeId)
  return Result.succeed(work.decide({ entryId, chargeId, amount, balance: balance - amount }))
}
