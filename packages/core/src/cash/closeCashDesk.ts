import { Result, Schema } from "effect"
import { EntryId } from "../accounts/model.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor, SumOfMoney } from "../money/minor.ts"
import { deskBars } from "./atCashDesk.ts"
import { CashDeskId, type MethodSum, PaymentMethod } from "./model.ts"

/** The most methods that one closing counts. */
export const closeIds = 50

/** End the session of a cash desk with a count. */
export const CloseCashDesk = Schema.Struct({
  cashDesk: CashDeskId,
  /** What was found, by method; what is not named was not found. */
  counted: Schema.Array(Schema.Struct({ method: PaymentMethod, amount: SumOfMoney })).check(
    Schema.isMaxLength(closeIds)
  ),
  /** Why the count is another than it should be. */
  reason: Schema.optionalKey(trimmedText(1, 500)),
  at: InstantInput
})
export type CloseCashDesk = typeof CloseCashDesk.Type

export interface CloseCashDeskReceipt {
  readonly cashDesk: CashDeskId
  readonly session: number
  readonly methods: ReadonlyArray<{
    readonly method: string
    readonly expected: number
    readonly counted: number
    /** What was found more or, below zero, less. */
    readonly difference: number
  }>
}

export const closeCashDeskLookup = ({ cashDesk }: Pick<CloseCashDesk, "cashDesk">) =>
  ({ cashDesk: { cashDesk }, cashInDesk: { cashDesk } }) satisfies Lookup
export type CloseCashDeskFacts = Found<ReturnType<typeof closeCashDeskLookup>>

/** Refuses a count that differs and says no reason; with one, each difference becomes a line of its own. */
export const decideCloseCashDesk = (
  { cashDesk: row, cashInDesk }: CloseCashDeskFacts,
  { cashDesk, counted: told, reason, at }: CloseCashDesk,
  { place, ids }: DecisionContext
): Result.Result<Decision<CloseCashDeskReceipt>, Refusals> => {
  const bar = deskBars(row, cashDesk, place.branch)
  if (bar !== null || row === null) return refused([bar ?? { _tag: "CashDeskUnknown", cashDesk }])
  const [expected, counted] = [sums(cashInDesk), sums(told)]
  const methods = [...new Set([...expected.keys(), ...counted.keys()])].sort().map((method) => {
    const [should, is] = [expected.get(method) ?? 0, counted.get(method) ?? 0]
    return { method, expected: should, counted: is, difference: is - should }
  })
  const wrong = methods.filter(({ difference }) => difference !== 0)
  if (wrong.length > 0 && reason === undefined)
    return refused(
      wrong.map(({ method, expected, counted }): Refusal => ({ _tag: "CountDiffers", method, expected, counted }))
    )
  if (wrong.length > closeIds) return refused([{ _tag: "TooMuchAtOnce", countMax: closeIds }])
  const work = draft(place)
  work.restOn("cashDesk", row)
  const { cashDeskId, session } = row
  work.emit({
    _tag: "CashDeskClosed",
    cashDeskId,
    session,
    counted: [...counted].map(([method, amount]) => ({ method, amount: Minor.make(amount) })),
    differences: wrong.map(({ method, difference }, nth) => ({
      entryId: EntryId.make(ids[nth] as string),
      method,
      amount: Minor.make(difference)
    })),
    reason: reason ?? "",
    at,
    branch: place.branch
  })
  return Result.succeed(work.decide({ cashDesk, session, methods }))
}

const sums = (list: ReadonlyArray<MethodSum>): ReadonlyMap<string, number> => {
  const sum = new Map<string, number>()
  for (const { method, amount } of list) sum.set(method, (sum.get(method) ?? 0) + amount)
  return sum
}
