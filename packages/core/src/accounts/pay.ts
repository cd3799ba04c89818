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
import { EntryId } from "./model.ts"
import { cutSettled } from "./settle.ts"

/** Money above zero, in minor units, within what a double holds exactly. */
export const PositiveMinor = Minor.check(Schema.isGreaterThan(0), Schema.isLessThanOrEqualTo(amountMax))

/** A reader gives money. It goes to the charges named, in that order, or to the oldest first. */
export const Pay = Schema.Struct({
  card: Card,
  amount: PositiveMinor,
  /** How it was paid: cash, card … */
  method: trimmedText(1, 40),
  charges: Schema.optionalKey(Schema.Array(EntryId).check(Schema.isMinLength(1), Schema.isMaxLength(1000))),
  at: InstantInput
})
export type Pay = typeof Pay.Type

export interface PayReceipt {
  readonly entryId: EntryId
  readonly amount: number
  readonly allotments: ReadonlyArray<{ readonly chargeId: EntryId; readonly amount: number }>
  /** What is still owed afterwards. */
  readonly balance: number
}

export const payLookup = ({ card }: Pick<Pay, "card">) =>
  ({ reader: { card }, chargesOfReader: { card } }) satisfies Lookup
export type PayFacts = Found<ReturnType<typeof payLookup>>

/** Takes no more than is owed: what is over is refused, with what is owed. */
export const decidePay = (
  { reader, chargesOfReader }: PayFacts,
  command: Pay,
  { place, ids }: DecisionContext
): Result.Result<Decision<PayReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const open = new Map(chargesOfReader.map((owed) => [owed.charge.chargeId, owed]))
  const wanted = command.charges === undefined ? [...open.keys()] : [...new Set(command.charges)]
  const unknown = wanted.filter((chargeId) => !open.has(chargeId))
  if (unknown.length > 0) return refused(unknown.map((charge) => ({ _tag: "ChargeUnknown", charge })))
  const owed = wanted.flatMap((chargeId) => open.get(chargeId) ?? [])
  const debt = owed.reduce((sum, { charge }) => sum + charge.outstanding, 0)
  if (command.amount > debt) return refused([{ _tag: "AmountOverDebt", amount: command.amount, debt }])

  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  let left: number = command.amount
  const allotments: Array<{ readonly chargeId: EntryId; readonly amount: Minor }> = []
  for (const one of owed) {
    if (left === 0) break
    const given = Math.min(left, one.charge.outstanding)
    left -= given
    work.restOn("charge", one.charge)
    allotments.push({ chargeId: one.charge.chargeId, amount: Minor.make(given) })
  }
  cutSettled(work, chargesOfReader, new Map(allotments.map(({ chargeId, amount }) => [chargeId, amount])))
  const entryId = EntryId.make(ids[0] as string)
  const { accountId, balance } = reader.account
  const { amount, method, at } = command
  work.emit({ _tag: "PaymentReceived", accountId, entryId, amount, method, at, branch: place.branch, allotments })
  return Result.succeed(work.decide({ entryId, amount, allotments, balance: balance - amount }))
}
