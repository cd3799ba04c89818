import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor, PositiveMinor } from "../money/minor.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { Card } from "../readers/model.ts"
import { type Allotment, allot, byCharge, meantCharges } from "./allot.ts"
import { EntryId, mergedTo } from "./model.ts"
import { NamedCharges } from "./pay.ts"
import { settle } from "./settle.ts"
import { type SettledFound, settledLookup } from "./settledLookup.ts"

/** Hand a debt over to somebody who collects it: another office, an agency. `voidEntry` takes it back. */
export const HandOverDebt = Schema.Struct({
  card: Card,
  /** Who collects it, by a code of the library's own. */
  to: Code.check(Schema.makeFilter((code: string) => code !== mergedTo, { expected: `a code other than ${mergedTo}` })),
  /** Without it, all that is owed. */
  charges: Schema.optionalKey(NamedCharges),
  /** A part of it, the oldest first; without it, all of those. */
  amount: Schema.optionalKey(PositiveMinor),
  at: InstantInput
})
export type HandOverDebt = typeof HandOverDebt.Type

export interface HandOverDebtReceipt {
  readonly entryId: EntryId
  readonly amount: number
  readonly allotments: ReadonlyArray<Allotment>
  readonly balance: number
}

export const handOverDebtLookup = ({ card }: Pick<HandOverDebt, "card">, policy: CompiledPolicy | null) =>
  ({
    reader: { card },
    chargesOfReader: { card },
    incidentChargesOfReader: { card },
    ...settledLookup({ card }, policy)
  }) satisfies Lookup
export type HandOverDebtFacts = Found<Omit<ReturnType<typeof handOverDebtLookup>, "settledOfReader">> & SettledFound

/** Nothing is owed here of what is handed over. Refuses where nothing is owed, and more than is owed. */
export const decideHandOverDebt = (
  { reader, chargesOfReader, incidentChargesOfReader: incidents, settledOfReader: settled }: HandOverDebtFacts,
  command: HandOverDebt,
  { place, policy, ids }: DecisionContext
): Result.Result<Decision<HandOverDebtReceipt>, Refusals> => {
  if (reader === null) return refused([{ _tag: "ReaderUnknown", reader: command.card }])
  const { charges, unknown } = meantCharges(chargesOfReader, command.charges)
  if (unknown.length > 0) return refused(unknown)
  if (charges.length === 0) return refused([{ _tag: "NothingOwed" }])
  const { accountId, balance } = reader.account
  const debt = charges.reduce((sum, { charge }) => sum + charge.outstanding, 0)
  const given = command.amount ?? debt
  if (given > debt) return refused([{ _tag: "AmountOverDebt", amount: given, debt, creditMax: 0 }])
  const { allotments } = allot(charges, given)
  const entryId = EntryId.make(ids[0] as string)
  const { to, at } = command
  const work = draft(place)
  work.restOn("reader", reader.reader)
  work.restOn("account", reader.account)
  for (const { charge } of charges) work.restOn("charge", charge)
  settle(work, { reader: reader.reader, open: chargesOfReader, incidents, settled }, byCharge(allotments), {
    policy,
    unpaid: true,
    at: command.at,
    branch: place.branch
  })
  const amount = Minor.make(given)
  work.emit({ _tag: "DebtHandedOver", accountId, entryId, to, amount, at, branch: place.branch, allotments })
  return Result.succeed(work.decide({ entryId, amount, allotments, balance: balance - amount }))
}
