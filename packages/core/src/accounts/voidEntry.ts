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
import { bringTo } from "./adjustCharge.ts"
import { EntryId, type EntryKind } from "./model.ts"
import { settle } from "./settle.ts"

/** Undo an entry that should not have been: a payment, waiver, write-off or debt handed over, or a charge. */
export const VoidEntry = Schema.Struct({
  card: Card,
  entry: EntryId,
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type VoidEntry = typeof VoidEntry.Type

export interface VoidReceipt {
  /** What undid it. */
  readonly entryId: EntryId
  readonly amount: number
  /** What had been paid of a charge that was undone, and is the reader's credit now. */
  readonly credit: number
  readonly balance: number
}

export const voidEntryLookup = ({ card, entry: entryId }: Pick<VoidEntry, "card" | "entry">) =>
  ({
    reader: { card },
    entryOfReader: { card, entryId },
    allottedByEntry: { card, entryId },
    oneCharge: { card, chargeId: entryId },
    chargesOfReader: { card },
    incidentChargesOfReader: { card }
  }) satisfies Lookup
export type VoidEntryFacts = Found<ReturnType<typeof voidEntryLookup>>

const voidable: ReadonlyArray<EntryKind> = ["payment", "waiver", "writeOff", "transfer"]

/**
 * What a payment or waiver had paid is owed again. Refuses what is undone already, entries of other kinds, and a payment
 * of which something was handed out, refunded or taken by other charges since.
 */
export const decideVoidEntry = (
  {
    reader,
    entryOfReader: found,
    allottedByEntry: allotted,
    oneCharge,
    chargesOfReader,
    incidentChargesOfReader: incidents
  }: VoidEntryFacts,
  { card, entry: voids, reason, at }: VoidEntry,
  { place, ids }: DecisionContext
): Result.Result<Decision<VoidReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (found === null) return refused([{ _tag: "EntryUnknown", entry: voids }])
  const { entry, credit, isVoid } = found
  if (isVoid) return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "isVoid" }])
  const { accountId, balance } = reader.account
  const [entryId, refundId] = ids.map((id) => EntryId.make(id)) as [EntryId, EntryId]
  const { branch } = place
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  if (entry.kind === "charge" && oneCharge !== null) {
    const { adjusted, refunded } = bringTo(work, oneCharge, 0, {
      account: reader.account,
      as: "void",
      reason,
      at,
      branch,
      entryIds: [entryId, refundId]
    })
    if (adjusted === 0 && refunded === 0)
      return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "settled" }])
    // What was charged in error names no loan any more; what it was for is not settled by that.
    settle(
      work,
      { reader: reader.reader, open: chargesOfReader, incidents },
      new Map([[oneCharge.charge.chargeId, -adjusted]]),
      { policy: null, at, branch, onlyLinks: true }
    )
    const amount = refunded - adjusted
    return Result.succeed(work.decide({ entryId, amount, credit: refunded, balance: balance - amount }))
  }
  if (!voidable.includes(entry.kind) || entry.reason === "merged")
    return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "kind" }])
  const amount = -entry.amount
  const taken = allotted.reduce((sum, one) => sum + one.amount, 0)
  const left = credit?.remaining ?? 0
  const isPaid = entry.kind === "payment"
  if (taken + left !== amount || allotted.some((one) => isPaid && one.paid - one.amount < one.charge.refunded))
    return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "spent" }])
  for (const { charge } of allotted) work.restOn("charge", charge)
  if (credit !== null) work.restOn("credit", credit)
  work.emit({
    _tag: "EntryVoided",
    accountId,
    entryId,
    voids,
    amount: Minor.make(amount),
    allotments: allotted.map(({ charge, amount: by }) => ({ chargeId: charge.chargeId, amount: by })),
    credit: Minor.make(left),
    reason,
    at,
    branch
  })
  return Result.succeed(work.decide({ entryId, amount, credit: 0, balance: balance + amount }))
}
