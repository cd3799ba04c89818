import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { amountMax, Minor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { accountRules } from "./accountRules.ts"
import { type Allotment, allot, byCharge, meantCharges } from "./allot.ts"
import { EntryId } from "./model.ts"
import { settle } from "./settle.ts"

/** Money above zero, in minor units, within what a double holds exactly. */
export const PositiveMinor = Minor.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(amountMax))

/** Charges by id, to be taken in that order. */
export const NamedCharges = Schema.Array(EntryId).check(Schema.isMinLength(1), Schema.isMaxLength(1000))

/** A reader gives money. It goes to the charges named, in that order, or to the oldest first. */
export const Pay = Schema.Struct({
  card: Card,
  amount: PositiveMinor,
  /** How it was paid: cash, card … */
  method: trimmedText(1, 40),
  charges: Schema.optionalKey(NamedCharges),
  at: InstantInput
})
export type Pay = typeof Pay.Type

export interface PayReceipt {
  readonly entryId: EntryId
  readonly amount: number
  readonly allotments: ReadonlyArray<Allotment>
  /** What no charge took: the reader's credit from now on. */
  readonly credit: number
  /** What is still owed afterwards; below zero: the library owes it. */
  readonly balance: number
}

export const payLookup = ({ card }: Pick<Pay, "card">) =>
  ({ reader: { card }, chargesOfReader: { card }, incidentChargesOfReader: { card } }) satisfies Lookup
export type PayFacts = Found<ReturnType<typeof payLookup>>

/** What is more than the charges is a credit, as far as the policy lets a reader have one; else it is refused. */
export const decidePay = (
  { reader, chargesOfReader, incidentChargesOfReader: incidents }: PayFacts,
  command: Pay,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<PayReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0) return refused(unknown)
  const { allotments, rest } = allot(charges, command.amount)
  const { accountId, balance } = reader.account
  const creditMax = accountRules(policy, reader.reader)?.optional("creditMax", 0) ?? 0
  const credit = rest === 0 ? 0 : rest + Math.max(0, -balance)
  if (creditMax !== "unlimited" && credit > creditMax)
    return refused([{ _tag: "AmountOverDebt", amount: command.amount, debt: command.amount - rest, creditMax }])

  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  for (const { charge } of charges) work.restOn("charge", charge)
  settle(work, { reader: reader.reader, open: chargesOfReader, incidents }, byCharge(allotments), {
    policy,
    at: command.at,
    branch: place.branch
  })
  const entryId = EntryId.make(ids[0] as string)
  const { amount, method, at } = command
  work.emit({ _tag: "PaymentReceived", accountId, entryId, amount, method, at, branch: place.branch, allotments })
  return Result.succeed(work.decide({ entryId, amount, allotments, credit: rest, balance: balance - amount }))
}
