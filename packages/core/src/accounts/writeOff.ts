import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Card } from "../readers/model.ts"
import { meantCharges } from "./allot.ts"
import { EntryId } from "./model.ts"
import { NamedCharges } from "./pay.ts"
import { settle } from "./settle.ts"

/** Give up what is owed as not to be had: of the charges named, or of all. */
export const WriteOff = Schema.Struct({
  card: Card,
  charges: Schema.optionalKey(NamedCharges),
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type WriteOff = typeof WriteOff.Type

export interface WriteOffReceipt {
  readonly amount: number
  readonly writtenOff: ReadonlyArray<{ readonly entryId: EntryId; readonly chargeId: EntryId; readonly amount: number }>
  readonly balance: number
}

export const writeOffLookup = ({ card }: Pick<WriteOff, "card">) =>
  ({ reader: { card }, chargesOfReader: { card }, incidentChargesOfReader: { card } }) satisfies Lookup
export type WriteOffFacts = Found<ReturnType<typeof writeOffLookup>>

/** The most charges that one command writes off. */
export const writeOffIds = 200

/** Refuses where nothing is owed. */
export const decideWriteOff = (
  { reader, chargesOfReader, incidentChargesOfReader: incidents }: WriteOffFacts,
  command: WriteOff,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<WriteOffReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0) return refused(unknown)
  if (charges.length === 0) return refused([{ _tag: "NothingOwed" }])
  const { accountId, balance } = reader.account
  const { reason, at } = command
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  const writtenOff = charges.slice(0, writeOffIds).map(({ charge }, nth) => {
    const { chargeId, outstanding: amount } = charge
    const entryId = EntryId.make(ids[nth] as string)
    work.restOn("charge", charge)
    const forgone = { accountId, entryId, chargeId, amount, reason, at, branch: place.branch }
    work.emit({ _tag: "ChargeWaived", ...forgone, writtenOff: 1 })
    return { entryId, chargeId, amount }
  })
  settle(
    work,
    { reader: reader.reader, open: chargesOfReader, incidents },
    new Map(writtenOff.map((one) => [one.chargeId, one.amount])),
    { policy, at: command.at, branch: place.branch }
  )
  const amount = writtenOff.reduce((sum, one) => sum + one.amount, 0)
  return Result.succeed(work.decide({ amount, writtenOff, balance: balance - amount }))
}
