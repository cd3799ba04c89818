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
import { PositiveMinor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { Card } from "../readers/model.ts"
import { accountRules } from "./accountRules.ts"
import { type Allotment, allot, byCharge, lessGiven, meantCharges } from "./allot.ts"
import { EntryId } from "./model.ts"
import { settle } from "./settle.ts"
import { type SettledFound, settledLookup } from "./settledLookup.ts"
import { forgo, settlementForgone, withForgone } from "./settlementForgone.ts"

/** Charges by id, to be taken in that order. */
export const NamedCharges = Schema.Array(EntryId).check(Schema.isMinLength(1), Schema.isMaxLength(1000))

/** A reader gives money. It goes to the charges named, in that order, or to the oldest first. */
export const Pay = Schema.Struct({
  card: Card,
  amount: PositiveMinor,
  /** How it was paid: cash, card … */
  method: PaymentMethod,
  /** The cash desk at which it is taken. */
  cashDesk: Schema.optionalKey(CashDeskId),
  charges: Schema.optionalKey(NamedCharges),
  at: InstantInput
})
export type Pay = typeof Pay.Type

export interface PayReceipt {
  readonly entryId: EntryId
  readonly amount: number
  readonly allotments: ReadonlyArray<Allotment>
  /** What is not asked for, as being late costs no more altogether. */
  readonly forgone: number
  /** What no charge took: the reader's credit from now on. */
  readonly credit: number
  /** What is still owed afterwards; below zero: the library owes it. */
  readonly balance: number
}

export const payLookup = ({ card, cashDesk }: Pick<Pay, "card" | "cashDesk">, policy: CompiledPolicy | null) =>
  ({
    reader: { card },
    chargesOfReader: { card },
    incidentChargesOfReader: { card },
    ...settledLookup({ card }, policy),
    ...cashDeskAsked(cashDesk)
  }) satisfies Lookup
type AlwaysAsked = "reader" | "chargesOfReader" | "incidentChargesOfReader"
export type PayFacts = Found<{ readonly [S in AlwaysAsked]: { readonly card: Card } }> & CashDeskFound & SettledFound

/**
 * What is more than the charges is a credit, as far as the policy lets a reader have one; else it is refused. A job tells of
 * money that came in elsewhere and is there: it is a credit, whatever the policy lets, and charges settled meanwhile are passed over.
 */
export const decidePay = (
  facts: PayFacts,
  command: Pay,
  context: DecisionContext
): Result.Result<Decision<PayReceipt>, Refusals> => {
  const { reader, chargesOfReader, incidentChargesOfReader: incidents, settledOfReader: settled } = facts
  const { place, policy, ids } = context
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const bar = cashDeskBars(facts, command, context)
  if (bar !== null) return refused([bar])
  const isThere = place.actor.kind === "job"
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0 && !isThere) return refused(unknown)
  const { accountId, balance } = reader.account
  const asked = accountRules(policy, reader.reader)
  const forgone = settlementForgone(charges, chargesOfReader, command.amount, asked)
  const { allotments, rest } = allot(lessGiven(charges, forgone), command.amount)
  const creditMax = isThere ? "unlimited" : (asked?.optional("creditMax", 0) ?? 0)
  const credit = rest === 0 ? 0 : rest + Math.max(0, -balance)
  if (creditMax !== "unlimited" && credit > creditMax)
    return refused([{ _tag: "AmountOverDebt", amount: command.amount, debt: command.amount - rest, creditMax }])

  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  for (const { charge } of charges) work.restOn("charge", charge)
  const given = withForgone(byCharge(allotments), forgone)
  settle(work, { reader: reader.reader, open: chargesOfReader, incidents, settled }, given, {
    policy,
    at: command.at,
    branch: place.branch
  })
  const entryId = EntryId.make(ids[0] as string)
  const { amount, method, at } = command
  const sum = forgo(work, forgone, { accountId, entryId: ids[1], settledBy: entryId, at, branch: place.branch })
  const taken = { accountId, entryId, amount, method, at, branch: place.branch, allotments }
  work.emit({ _tag: "PaymentReceived", ...taken, ...atSession(work, facts) })
  return Result.succeed(
    work.decide({ entryId, amount, allotments, forgone: sum, credit: rest, balance: balance - amount - sum })
  )
}
