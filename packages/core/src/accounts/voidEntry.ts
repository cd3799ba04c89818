import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { AtSession } from "../cash/event.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { CashOfEntry, ForgoneCharge, Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor } from "../money/minor.ts"
import { Card } from "../readers/model.ts"
import { bringTo } from "./adjustCharge.ts"
import { type AccountId, EntryId, type EntryKind, mergedTo } from "./model.ts"
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
  /** What was forgone with the payment, as being late cost no more altogether, and is owed again. */
  readonly forgone: number
  readonly balance: number
}

export const voidEntryLookup = ({ card, entry: entryId }: Pick<VoidEntry, "card" | "entry">) =>
  ({
    reader: { card },
    entryOfReader: { card, entryId },
    allottedByEntry: { card, entryId },
    forgoneWithEntry: { card, entryId },
    oneCharge: { card, chargeId: entryId },
    cashOfEntry: { entryId },
    chargesOfReader: { card },
    depositsOfReader: { card },
    incidentChargesOfReader: { card }
  }) satisfies Lookup
export type VoidEntryFacts = Found<ReturnType<typeof voidEntryLookup>>

/** How many lines that forgo something can be undone with one payment: its own, and one each time its credit settled all. */
const forgoneLines = 16

/** How many ids it needs: for the entry, for a credit, and for those lines. */
export const voidEntryIds = 2 + forgoneLines

const voidable: ReadonlyArray<EntryKind> = ["payment", "waiver", "writeOff", "transfer"]

/**
 * What a payment or waiver had paid is owed again; money taken at a session that is still open is not expected there any more. Refuses what is undone already, entries of other kinds, and a payment
 * of which something was handed out, refunded or taken by other charges since.
 */
export const decideVoidEntry = (
  facts: VoidEntryFacts,
  { card, entry: voids, reason, at }: VoidEntry,
  { place, ids }: DecisionContext
): Result.Result<Decision<VoidReceipt>, Refusals> => {
  const { reader, entryOfReader: found, allottedByEntry: allotted, oneCharge } = facts
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (found === null) return refused([{ _tag: "EntryUnknown", entry: voids }])
  const { entry, credit, isVoid } = found
  // A charge that was undone, and is owed again since, can be undone again.
  if (isVoid && entry.kind !== "charge")
    return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "isVoid" }])
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
      byHand: 1,
      reason,
      at,
      branch,
      entryIds: [entryId, refundId]
    })
    if (adjusted === 0 && refunded === 0)
      return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "settled" }])
    const { chargesOfReader: open, depositsOfReader, incidentChargesOfReader: incidents } = facts
    // What was charged in error names no loan any more; what it was for is not settled by that.
    const given = new Map([[voids, -adjusted]])
    settle(work, { reader: reader.reader, open, incidents }, given, { policy: null, at, branch, onlyLinks: true })
    if (depositsOfReader.some(({ charge, loanClosed }) => loanClosed && charge.chargeId === voids))
      work.cut("chargeLoan", voids)
    const amount = refunded - adjusted
    return Result.succeed(work.decide({ entryId, amount, credit: refunded, forgone: 0, balance: balance - amount }))
  }
  if (!voidable.includes(entry.kind) || (entry.kind === "transfer" && entry.reason === mergedTo))
    return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "kind" }])
  const amount = -entry.amount
  const taken = allotted.reduce((sum, one) => sum + one.amount, 0)
  const left = credit?.remaining ?? 0
  const isPaid = entry.kind === "payment"
  if (taken + left !== amount || linesOf(facts.forgoneWithEntry).length > forgoneLines)
    return refused([{ _tag: "EntryNotVoidable", kind: entry.kind, because: "spent" }])
  if (allotted.some((one) => isPaid && one.paid - one.amount < one.charge.refunded))
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
    ...notInDesk(work, facts.cashOfEntry),
    reason,
    at,
    branch
  })
  const forgone = forgoneAgain(work, facts.forgoneWithEntry, { accountId, ids: ids.slice(2), reason, at, branch })
  return Result.succeed(work.decide({ entryId, amount, credit: 0, forgone, balance: balance + amount + forgone }))
}

const linesOf = (forgone: ReadonlyArray<ForgoneCharge>): ReadonlyArray<EntryId> => [
  ...new Set(forgone.map(({ entryId }) => entryId))
]

/** What a cap had cut as everything was settled is owed again: it is not settled any more. Gives the sum. */
const forgoneAgain = (
  work: Draft,
  forgone: ReadonlyArray<ForgoneCharge>,
  {
    ids,
    ...of
  }: {
    readonly accountId: AccountId
    readonly ids: ReadonlyArray<string>
    readonly reason: string
    readonly at: Instant
    readonly branch: string
  }
): number => {
  for (const { charge } of forgone) work.restOn("charge", charge)
  for (const [nth, voids] of linesOf(forgone).entries()) {
    const line = forgone.filter(({ entryId }) => entryId === voids)
    work.emit({
      _tag: "EntryVoided",
      ...of,
      entryId: EntryId.make(ids[nth] as string),
      voids,
      amount: Minor.make(line.reduce((sum, one) => sum + one.amount, 0)),
      allotments: line.map(({ charge, amount: by }) => ({ chargeId: charge.chargeId, amount: by })),
      credit: Minor.make(0)
    })
  }
  return forgone.reduce((sum, one) => sum + one.amount, 0)
}

/** A session that was closed was counted: what is undone afterwards changes no count. */
const notInDesk = (
  work: Draft,
  found: CashOfEntry | null
): { readonly cash?: AtSession & { readonly method: string } } => {
  if (found === null) return {}
  const { cashDesk, cashEntry } = found
  const { cashDeskId, session, method } = cashEntry
  work.restOn("cashDesk", cashDesk)
  return cashDesk.state === "open" && cashDesk.session === session ? { cash: { cashDeskId, session, method } } : {}
}
