import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Override } from "../decision/event.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { lift, OverrideRequest } from "../decision/override.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { Card } from "../readers/model.ts"
import { meantCharges } from "./allot.ts"
import { approvalAgainst, forgivenLookup } from "./forgiven.ts"
import { EntryId } from "./model.ts"
import { NamedCharges } from "./pay.ts"
import { settle } from "./settle.ts"
import { settledLookup } from "./settledLookup.ts"

/** Give up what is owed as not to be had: of the charges named, or of all. */
export const WriteOff = Schema.Struct({
  card: Card,
  charges: Schema.optionalKey(NamedCharges),
  reason: trimmedText(1, 500),
  at: InstantInput,
  /** Approves what is more than `waiverMax`. */
  override: Schema.optionalKey(OverrideRequest)
})
export type WriteOff = typeof WriteOff.Type

export interface WriteOffReceipt {
  readonly amount: number
  readonly writtenOff: ReadonlyArray<{ readonly entryId: EntryId; readonly chargeId: EntryId; readonly amount: number }>
  readonly balance: number
  readonly overrides: ReadonlyArray<Override>
}

export const writeOffLookup = (writeOff: Pick<WriteOff, "card" | "at">, policy: CompiledPolicy | null) =>
  ({
    reader: { card: writeOff.card },
    chargesOfReader: { card: writeOff.card },
    incidentChargesOfReader: { card: writeOff.card },
    ...forgivenLookup(writeOff, policy),
    ...settledLookup(writeOff, policy)
  }) satisfies Lookup
type WriteOffLookup = ReturnType<typeof writeOffLookup>
export type WriteOffFacts = Found<Omit<WriteOffLookup, "forgivenOfReader" | "settledOfReader">> &
  Partial<Found<WriteOffLookup>>

/** The most charges that one command writes off. */
export const writeOffIds = 200

/** Refuses where nothing is owed, and more within a period than the policy lets one person forgive. */
export const decideWriteOff = (
  {
    reader,
    chargesOfReader,
    incidentChargesOfReader: incidents,
    forgivenOfReader,
    settledOfReader: settled
  }: WriteOffFacts,
  command: WriteOff,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<WriteOffReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0) return refused(unknown)
  if (charges.length === 0) return refused([{ _tag: "NothingOwed" }])
  const written = charges.slice(0, writeOffIds)
  const amount = written.reduce((sum, { charge }) => sum + charge.outstanding, 0)
  const approval = approvalAgainst(policy, reader.reader, amount, forgivenOfReader)
  const { left, overrides } = lift(approval === null ? [] : [approval], command.override, place)
  if (left.length > 0) return refused(left)
  const { accountId, balance } = reader.account
  const { reason, at } = command
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  const writtenOff = written.map(({ charge }, nth) => {
    const { chargeId, outstanding } = charge
    const entryId = EntryId.make(ids[nth] as string)
    work.restOn("charge", charge)
    const forgone = { accountId, entryId, chargeId, amount: outstanding, reason, at, branch: place.branch }
    work.emit({ _tag: "ChargeWaived", ...forgone, writtenOff: 1 }, overrides)
    return { entryId, chargeId, amount: outstanding }
  })
  settle(
    work,
    { reader: reader.reader, open: chargesOfReader, incidents, settled },
    new Map(writtenOff.map((one) => [one.chargeId, one.amount])),
    { policy, unpaid: true, at: command.at, branch: place.branch }
  )
  return Result.succeed(work.decide({ amount, writtenOff, balance: balance - amount, overrides }))
}
