import { Result, Schema } from "effect"
import { EntryId } from "../accounts/model.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { trimmedText } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { Minor, PositiveMinor } from "../money/minor.ts"
import { deskBars } from "./atCashDesk.ts"
import { CashDeskId, cashMethod, PaymentMethod } from "./model.ts"

/** Put money into an open cash desk, or take some out: change fetched, takings brought to the bank. */
export const MoveCash = Schema.Struct({
  cashDesk: CashDeskId,
  amount: PositiveMinor,
  direction: Schema.Literals(["in", "out"]),
  /** Without it, cash. */
  method: Schema.optionalKey(PaymentMethod),
  reason: trimmedText(1, 500),
  at: InstantInput
})
export type MoveCash = typeof MoveCash.Type

export interface MoveCashReceipt {
  readonly entryId: EntryId
  /** What of that method is in the desk afterwards. */
  readonly expected: number
}

export const moveCashLookup = ({ cashDesk }: Pick<MoveCash, "cashDesk">) =>
  ({ cashDesk: { cashDesk }, cashInDesk: { cashDesk } }) satisfies Lookup
export type MoveCashFacts = Found<ReturnType<typeof moveCashLookup>>

/** Takes no more out than is in it. */
export const decideMoveCash = (
  { cashDesk: row, cashInDesk }: MoveCashFacts,
  { cashDesk, amount, direction, method = cashMethod, reason, at }: MoveCash,
  { place, ids }: DecisionContext
): Result.Result<Decision<MoveCashReceipt>, Refusals> => {
  const bar = deskBars(row, cashDesk, place.branch)
  if (bar !== null || row === null) return refused([bar ?? { _tag: "CashDeskUnknown", cashDesk }])
  const before = cashInDesk.find((one) => one.method === method)?.amount ?? 0
  const moved = direction === "in" ? amount : -amount
  if (moved < 0 && before + moved < 0) return refused([{ _tag: "CashShort", amount, inDesk: Math.max(0, before) }])
  const work = draft(place)
  work.restOn("cashDesk", row)
  const entryId = EntryId.make(ids[0] as string)
  const { cashDeskId, session } = row
  const line = { cashDeskId, session, entryId, method, amount: Minor.make(moved), reason }
  work.emit({ _tag: "CashMoved", ...line, at, branch: place.branch })
  return Result.succeed(work.decide({ entryId, expected: before + moved }))
}
