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
import { Minor, PositiveMinor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { EntryId } from "./model.ts"

/** Hand a reader's credit out. */
export const PayOut = Schema.Struct({
  card: Card,
  /** Without it, all credit there is. */
  amount: Schema.optionalKey(PositiveMinor),
  /** How it is given: cash, transfer … */
  method: PaymentMethod,
  /** The cash desk that gives it. */
  cashDesk: Schema.optionalKey(CashDeskId),
  at: InstantInput
})
export type PayOut = typeof PayOut.Type

export interface PayOutReceipt {
  readonly amount: number
  /** From which credits, the oldest first. */
  readonly payouts: ReadonlyArray<{ readonly entryId: EntryId; readonly creditId: EntryId; readonly amount: number }>
  readonly balance: number
}

export const payOutLookup = ({ card, cashDesk }: Pick<PayOut, "card" | "cashDesk">) =>
  ({ reader: { card }, creditsOfReader: { card }, ...cashDeskAsked(cashDesk) }) satisfies Lookup
export type PayOutFacts = Found<{ readonly [S in "reader" | "creditsOfReader"]: { readonly card: Card } }> &
  CashDeskFound

/** The most credits that one command hands out. */
export const payOutIds = 50

/** Refuses more than the reader's credit, and where there is none. */
export const decidePayOut = (
  facts: PayOutFacts,
  command: PayOut,
  context: DecisionContext
): Result.Result<Decision<PayOutReceipt>, Refusals> => {
  const { reader, creditsOfReader } = facts
  const { place, ids } = context
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const bar = cashDeskBars(facts, command, context)
  if (bar !== null) return refused([bar])
  const credits = creditsOfReader.slice(0, payOutIds)
  const credit = credits.reduce((sum, { remaining }) => sum + remaining, 0)
  const amount = command.amount ?? credit
  if (amount > credit || credit === 0) return refused([{ _tag: "AmountOverCredit", amount, credit }])
  const { accountId, balance } = reader.account
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  const cash = atSession(work, facts)
  const payouts: Array<PayOutReceipt["payouts"][number]> = []
  let left = amount
  for (const [nth, row] of credits.entries()) {
    if (left === 0) break
    const given = Math.min(left, row.remaining)
    left -= given
    work.restOn("credit", row)
    const entryId = EntryId.make(ids[nth] as string)
    const { creditId } = row
    const { method, at } = command
    const out = { accountId, creditId, entryId, amount: Minor.make(given), method, at, branch: place.branch }
    work.emit({ _tag: "CreditPaidOut", ...out, ...cash })
    payouts.push({ entryId, creditId, amount: given })
  }
  return Result.succeed(work.decide({ amount, payouts, balance: balance + amount }))
}
