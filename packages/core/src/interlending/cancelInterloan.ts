import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { text } from "../decision/code.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanRow } from "./model.ts"
import { actAgainst, toldBeside } from "./move.ts"
import type { InterloanReceipt } from "./requestInterloan.ts"

/** Ask for something no more. If it was sent meanwhile, it comes all the same. */
export const CancelInterloan = Schema.Struct({ interloan: InterloanId, at: InstantInput })
export type CancelInterloan = typeof CancelInterloan.Type

type Facts = Found<ReturnType<typeof interloanLookup>>

export const decideCancelInterloan = (
  { interloan: loan }: Facts,
  { interloan, at }: CancelInterloan,
  { place }: DecisionContext
): Result.Result<Decision<InterloanReceipt>, Refusals> => {
  const against = actAgainst(loan, "borrower", { interloan, act: "cancelled" })
  if (against !== null) return refused([against])
  const decided = toldBeside(place, loan as InterloanRow, { kind: "cancelled" }, { at })
  return Result.succeed({ ...decided, receipt: { interloanId: interloan } })
}

/** Tell a system that asked for something that it is not lent. */
export const DeclineInterloan = Schema.Struct({
  interloan: InterloanId,
  reason: Schema.optionalKey(text(500)),
  at: InstantInput
})
export type DeclineInterloan = typeof DeclineInterloan.Type

export const decideDeclineInterloan = (
  { interloan: loan }: Facts,
  { interloan, reason = "", at }: DeclineInterloan,
  { place }: DecisionContext
): Result.Result<Decision<InterloanReceipt>, Refusals> => {
  const against = actAgainst(loan, "lender", { interloan, act: "unfilled" })
  if (against !== null) return refused([against])
  const decided = toldBeside(place, loan as InterloanRow, { kind: "unfilled", reason }, { at, reason })
  return Result.succeed({ ...decided, receipt: { interloanId: interloan } })
}
