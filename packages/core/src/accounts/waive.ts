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
import { Minor, PositiveMinor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { Card } from "../readers/model.ts"
import { approvalAgainst, forgivenLookup } from "./forgiven.ts"
import { EntryId } from "./model.ts"
import { settle } from "./settle.ts"
import { settledLookup } from "./settledLookup.ts"

/** The library forgoes a charge, or a part of it, and says why. */
export const Waive = Schema.Struct({
  card: Card,
  charge: EntryId,
  /** Without it, all that is still owed. */
  amount: Schema.optionalKey(PositiveMinor),
  reason: trimmedText(1, 500),
  at: InstantInput,
  /** Approves what is more than `waiverMax`. */
  override: Schema.optionalKey(OverrideRequest)
})
export type Waive = typeof Waive.Type

export interface WaiveReceipt {
  readonly entryId: EntryId
  readonly chargeId: EntryId
  readonly amount: number
  /** What is still owed afterwards, over all charges. */
  readonly balance: number
  readonly overrides: ReadonlyArray<Override>
}

export const waiveLookup = (waive: Pick<Waive, "card" | "at">, policy: CompiledPolicy | null) =>
  ({
    reader: { card: waive.card },
    chargesOfReader: { card: waive.card },
    incidentChargesOfReader: { card: waive.card },
    ...forgivenLookup(waive, policy),
    ...settledLookup(waive, policy)
  }) satisfies Lookup
type WaiveLookup = ReturnType<typeof waiveLookup>
export type WaiveFacts = Found<Omit<WaiveLookup, "forgivenOfReader" | "settledOfReader">> & Partial<Found<WaiveLookup>>

/** Forgoes no more than is still owed of that charge, nor more within a period than the policy lets one person forgive. */
export const decideWaive = (
  {
    reader,
    chargesOfReader,
    incidentChargesOfReader: incidents,
    forgivenOfReader,
    settledOfReader: settled
  }: WaiveFacts,
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
  const approval = approvalAgainst(policy, reader.reader, amount, forgivenOfReader)
  const { left, overrides } = lift(approval === null ? [] : [approval], command.override, place)
  if (left.length > 0) return refused(left)

  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  work.restOn("charge", charge)
  const entryId = EntryId.make(ids[0] as string)
  const { accountId, balance } = reader.account
  const forgone = { accountId, entryId, chargeId: charge.chargeId, amount: Minor.make(amount), reason: command.reason }
  work.emit({ _tag: "ChargeWaived", ...forgone, at: command.at, branch: place.branch }, overrides)
  settle(
    work,
    { reader: reader.reader, open: chargesOfReader, incidents, settled },
    new Map([[charge.chargeId, amount]]),
    {
      policy,
      unpaid: true,
      at: command.at,
      branch: place.branch
    }
  )
  return Result.succeed(
    work.decide({ entryId, chargeId: charge.chargeId, amount, balance: balance - amount, overrides })
  )
}
