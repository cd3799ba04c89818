import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { draft } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanState } from "./model.ts"
import { actAgainst, actAndTell } from "./move.ts"

/** Tell the system that borrowed a copy that its loan is over: after its return, or once it is lost. */
export const CompleteInterloan = Schema.Struct({ interloan: InterloanId, item: Barcode, at: InstantInput })
export type CompleteInterloan = typeof CompleteInterloan.Type

export interface CompleteInterloanReceipt {
  readonly interloanId: InterloanId
  readonly state: InterloanState
}

export const completeInterloanLookup = (command: Pick<CompleteInterloan, "interloan" | "item">) =>
  ({
    ...interloanLookup(command),
    item: { barcode: command.item },
    lossOfItem: { barcode: command.item }
  }) satisfies Lookup

/** Refuses a copy that is still out, or another one. */
export const decideCompleteInterloan = (
  { interloan: loan, item: found, lossOfItem: loss }: Found<ReturnType<typeof completeInterloanLookup>>,
  { interloan, item: barcode, at }: CompleteInterloan,
  { place }: DecisionContext
): Result.Result<Decision<CompleteInterloanReceipt>, Refusals> => {
  // The copy may have been lent, and lost, once more since.
  const isLost = loan !== null && loan.loanId !== null && loss?.incident.loanId === loan.loanId
  const act = isLost ? "completedWithoutReturn" : "completed"
  const against = actAgainst(loan, "lender", { interloan, act })
  if (against !== null) return refused([against])
  if (loan === null || found === null || found.item.itemId !== loan.itemId)
    return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item } = found
  if (!isLost && loan.loanId !== null && item.loanId === loan.loanId)
    return refused([{ _tag: "ItemOnLoan", loanId: loan.loanId }])
  const work = draft(place)
  work.restOn("item", item)
  actAndTell(work, loan, { kind: act }, { at })
  return Result.succeed(work.decide({ interloanId: interloan, state: act }))
}
