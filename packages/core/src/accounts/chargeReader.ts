import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { PositiveMinor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { EntryId, HandChargeKind } from "./model.ts"

/** Charge a reader by hand for what no rule charges: compensation for a loss or for damage, or any other fee. */
export const ChargeReader = Schema.Struct({
  card: Card,
  kind: HandChargeKind,
  amount: PositiveMinor,
  /** What for, in words that the reader may read. */
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type ChargeReader = typeof ChargeReader.Type

export interface ChargeReaderReceipt {
  readonly chargeId: EntryId
  readonly amount: number
  /** What is owed afterwards, over all charges. */
  readonly balance: number
}

export const chargeReaderLookup = ({ card }: Pick<ChargeReader, "card">) => ({ reader: { card } }) satisfies Lookup
export type ChargeReaderFacts = Found<ReturnType<typeof chargeReaderLookup>>

/** Refuses a card that nobody has, and any charge before a policy says in which currency. */
export const decideChargeReader = (
  { reader: found }: ChargeReaderFacts,
  { card, kind, amount, reason, at }: ChargeReader,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<ChargeReaderReceipt>, Refusals> => {
  if (found === null || found.reader.status === "removed") return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (policy === null) return refused([{ _tag: "PolicyNotInForce" }])
  const { accountId, balance } = found.account
  const chargeId = EntryId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("reader", found.reader)
  work.restOn("account", found.account)
  work.emit({
    _tag: "ChargeRaised",
    accountId,
    chargeId,
    kind,
    amount,
    at,
    branch: place.branch,
    itemType: "",
    policyVersion: policy.version,
    policyRows: {},
    steps: [{ step: "byHand", amount }],
    reason
  })
  return Result.succeed(work.decide({ chargeId, amount, balance: balance + amount }))
}
