import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { EntryId } from "./model.ts"
import { PositiveMinor } from "./pay.ts"
import { settle } from "./settle.ts"

/** The library forgoes a charge, or a part of it, and says why. */
export const Waive = Schema.Struct({
  card: Card,
  charge: EntryId,
  /** Without it, all that is still owed. */
  amount: Schema.optionalKey(PositiveMinor),
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type Waive = typeof Waive.Type

export interface WaiveReceipt {
  readonly entryId: EntryId
  readonly chargeId: EntryId
  readonly amount: number
  /** What is still owed afterwards, over all charges. */
  readonly balance: number
}

export const waiveLookup = ({ card }: Pick<Waive, "card">) =>
  ({ reader: { card }, chargesOfReader: { card }, incidentChargesOfReader: { card } }) satisfies Lookup
export type WaiveFacts = Found<ReturnType<typeof waiveLookup>>

/** Forgoes no more than is still owed of that charge. */
export const decideWaive = (
  { reader, chargesOfReader, incidentChargesOfReader: incidents }: WaiveFacts,
  command: Waive,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<WaiveReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const owed = chargesOfReader.find(({ charge }) => charge.chargeId === command.charge)
  if (owed === undefined) return refused([{ _tag: "ChargeUnknown", charge: command.charge }])
  const { charge } = owed
  const amount = command.amount ?? charge.outstanding
  if (amount > charge.outstanding)
    return refused([{ _tag: "AmountOverDebt", amount, debt: charge.outstanding, creditMax: 0 }])

  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  work.restOn("charge", charge)
  const entryId = EntryId.make(ids[0] as string)
  const { accountId, balance } = reader.account
  work.emit({
    _tag: "ChargeWaived",
    accountId,
    entryId,
    chargeId: charge.chargeId,
    amount: Minor.make(amount),
    reason: command.reason,
    at: command.at,
    branch: place.branch
  })
  settle(work, { reader: reader.reader, open: chargesOfReader, incidents }, new Map([[charge.chargeId, amount]]), {
    policy,
    at: command.at,
    branch: place.branch
  })
  return Result.succeed(work.decide({ entryId, chargeId: charge.chargeId, amount, balance: balance - amount }))
}
