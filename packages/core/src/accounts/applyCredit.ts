import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { Card } from "../readers/model.ts"
import { accountRules } from "./accountRules.ts"
import { type Allotment, allot, lessGiven, meantCharges } from "./allot.ts"
import type { EntryId } from "./model.ts"
import { NamedCharges } from "./pay.ts"
import { settle } from "./settle.ts"
import { type SettledFound, settledLookup } from "./settledLookup.ts"
import { forgo, settlementForgone, withForgone } from "./settlementForgone.ts"

/** Pay charges out of a reader's credit: those named, in that order, or the oldest first. */
export const ApplyCredit = Schema.Struct({ card: Card, charges: Schema.optionalKey(NamedCharges), at: InstantInput })
export type ApplyCredit = typeof ApplyCredit.Type

export interface ApplyCreditReceipt {
  readonly amount: number
  readonly allotments: ReadonlyArray<Allotment & { readonly creditId: EntryId }>
  /** What is not asked for, as being late costs no more altogether. */
  readonly forgone: number
  readonly balance: number
}

export const applyCreditLookup = ({ card }: Pick<ApplyCredit, "card">, policy: CompiledPolicy | null) =>
  ({
    reader: { card },
    chargesOfReader: { card },
    creditsOfReader: { card },
    incidentChargesOfReader: { card },
    ...settledLookup({ card }, policy)
  }) satisfies Lookup
export type ApplyCreditFacts = Found<Omit<ReturnType<typeof applyCreditLookup>, "settledOfReader">> & SettledFound

/** As far as the credit goes, the oldest first. Refuses where there is none, and where nothing is owed. */
export const decideApplyCredit = (
  {
    reader,
    chargesOfReader,
    creditsOfReader,
    incidentChargesOfReader: incidents,
    settledOfReader: settled
  }: ApplyCreditFacts,
  command: ApplyCredit,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<ApplyCreditReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0) return refused(unknown)
  if (creditsOfReader.length === 0) return refused([{ _tag: "AmountOverCredit", amount: 0, credit: 0 }])
  if (charges.length === 0) return refused([{ _tag: "NothingOwed" }])
  const { accountId, balance } = reader.account
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  for (const { charge } of charges) work.restOn("charge", charge)
  const credit = creditsOfReader.reduce((sum, { remaining }) => sum + remaining, 0)
  const forgone = settlementForgone(charges, chargesOfReader, credit, accountRules(policy, reader.reader))
  const given = withForgone(new Map(), forgone)
  let settledBy = creditsOfReader[0]?.creditId as EntryId
  const allotments: Array<ApplyCreditReceipt["allotments"][number]> = []
  for (const row of creditsOfReader) {
    const own = allot(lessGiven(charges, given), row.remaining).allotments
    if (own.length === 0) break
    work.restOn("credit", row)
    const { creditId } = row
    settledBy = creditId
    work.emit({
      _tag: "CreditApplied",
      accountId,
      creditId,
      at: command.at,
      branch: place.branch,
      allotments: own
    })
    for (const { chargeId, amount } of own) given.set(chargeId, (given.get(chargeId) ?? 0) + amount)
    allotments.push(...own.map((one) => ({ ...one, creditId })))
  }
  settle(work, { reader: reader.reader, open: chargesOfReader, incidents, settled }, given, {
    policy,
    at: command.at,
    branch: place.branch
  })
  const { at } = command
  const { branch } = place
  const off = forgo(work, forgone, { accountId, entryId: ids[0], settledBy, at, branch })
  const amount = allotments.reduce((sum, one) => sum + one.amount, 0)
  return Result.succeed(work.decide({ amount, allotments, forgone: off, balance: balance - off }))
}
