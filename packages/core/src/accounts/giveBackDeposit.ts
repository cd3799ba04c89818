import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { atSession, type CashDeskFound, cashDeskAsked, cashDeskBars } from "../cash/atCashDesk.ts"
import { CashDeskId, PaymentMethod } from "../cash/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { EntryId } from "./model.ts"

/** Hand a deposit back after the loan that it was for. */
export const GiveBackDeposit = Schema.Struct({
  card: Card,
  charge: EntryId,
  /** How it is given: cash, transfer … */
  method: PaymentMethod,
  /** The cash desk that gives it. */
  cashDesk: Schema.optionalKey(CashDeskId),
  at: InstantInput
})
export type GiveBackDeposit = typeof GiveBackDeposit.Type

export interface GiveBackReceipt {
  readonly entryId: EntryId
  readonly chargeId: EntryId
  /** What was handed out: what had been paid of the deposit and not refunded before. */
  readonly amount: number
}

export const giveBackLookup = ({ card, cashDesk }: Pick<GiveBackDeposit, "card" | "cashDesk">) =>
  ({ reader: { card }, depositsOfReader: { card }, ...cashDeskAsked(cashDesk) }) satisfies Lookup
export type GiveBackFacts = Found<{ readonly [S in "reader" | "depositsOfReader"]: { readonly card: Card } }> &
  CashDeskFound

/** Refuses while the loan is open, and what is no deposit of this reader or was given back before. */
export const decideGiveBack = (
  facts: GiveBackFacts,
  command: GiveBackDeposit,
  context: DecisionContext
): Result.Result<Decision<GiveBackReceipt>, Refusals> => {
  const { reader, depositsOfReader } = facts
  const { card, charge, method, at } = command
  const { place, ids } = context
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const bar = cashDeskBars(facts, command, context)
  if (bar !== null) return refused([bar])
  const deposit = depositsOfReader.find((one) => one.charge.chargeId === charge)
  if (deposit === undefined) return refused([{ _tag: "ChargeUnknown", charge }])
  if (!deposit.loanClosed) return refused([{ _tag: "DepositInUse", loanId: deposit.loanId }])
  const { accountId } = reader.account
  const [entryId, payoutId] = ids.map((id) => EntryId.make(id)) as [EntryId, EntryId]
  const { paid, charge: row } = deposit
  const amount = Minor.make(paid - row.refunded)
  if (amount === 0) return refused([{ _tag: "RefundOverPayment", amount, paid, refunded: row.refunded }])
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  work.restOn("charge", row)
  work.emit({
    _tag: "DepositGivenBack",
    accountId,
    entryId,
    payoutId,
    chargeId: charge,
    amount,
    method,
    ...atSession(work, facts),
    at,
    branch: place.branch
  })
  work.cut("chargeLoan", charge)
  return Result.succeed(work.decide({ entryId, chargeId: charge, amount }))
}
