import { Result, Schema } from "effect"
import { EntryId } from "../accounts/model.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { SumOfMoney } from "../money/minor.ts"
import { deskBars } from "./atCashDesk.ts"
import { CashDeskId } from "./model.ts"

/** Begin a session at a cash desk of this branch, a new one too, with this much in cash. */
export const OpenCashDesk = Schema.Struct({ cashDesk: CashDeskId, float: SumOfMoney, at: InstantInput })
export type OpenCashDesk = typeof OpenCashDesk.Type

export interface OpenCashDeskReceipt {
  readonly cashDesk: CashDeskId
  readonly session: number
}

export const openCashDeskLookup = ({ cashDesk }: Pick<OpenCashDesk, "cashDesk">) =>
  ({ cashDesk: { cashDesk } }) satisfies Lookup
export type OpenCashDeskFacts = Found<ReturnType<typeof openCashDeskLookup>>

/** Refuses one that is open, and one of another branch. */
export const decideOpenCashDesk = (
  { cashDesk: row }: OpenCashDeskFacts,
  { cashDesk, float, at }: OpenCashDesk,
  { place, ids }: DecisionContext
): Result.Result<Decision<OpenCashDeskReceipt>, Refusals> => {
  const bar = row === null ? null : deskBars(row, cashDesk, place.branch)
  if (row !== null && bar === null) return refused([{ _tag: "CashDeskOpen", openedAt: row.openedAt }])
  if (bar?._tag === "CashDeskElsewhere") return refused([bar])
  const work = draft(place)
  if (row !== null) work.restOn("cashDesk", row)
  const session = (row?.session ?? 0) + 1
  const entryId = EntryId.make(ids[0] as string)
  work.emit({ _tag: "CashDeskOpened", cashDeskId: cashDesk, session, entryId, float, at, branch: place.branch })
  return Result.succeed(work.decide({ cashDesk, session }))
}
