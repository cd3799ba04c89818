import { Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Found } from "../decision/facts.ts"
import { joined } from "../decision/joined.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { decideWithdrawItem, type WithdrawFacts, withdrawLookup } from "../incidents/damage/withdrawItem.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId } from "./model.ts"
import { actAgainst, toldBeside } from "./move.ts"
import type { InterloanReceipt } from "./requestInterloan.ts"

/** Send a borrowed copy back to the system that it belongs to: its record here is withdrawn. */
export const SendBack = Schema.Struct({ interloan: InterloanId, item: Barcode, at: InstantInput })
export type SendBack = typeof SendBack.Type

export const sendBackLookup = (command: Pick<SendBack, "interloan" | "item">) => ({
  ...withdrawLookup(command),
  ...interloanLookup(command)
})
export type SendBackFacts = WithdrawFacts & Found<ReturnType<typeof interloanLookup>>

/** Refuses a copy that a reader has, and another one. */
export const decideSendBack = (
  { interloan: loan, ...facts }: SendBackFacts,
  { interloan, item, at }: SendBack,
  context: DecisionContext
): Result.Result<Decision<InterloanReceipt>, Refusals> => {
  const against = actAgainst(loan, "borrower", { interloan, act: "sentBack" })
  if (loan === null || against !== null) return refused([against ?? { _tag: "InterloanUnknown", interloan }])
  if (facts.item?.item.itemId !== loan.itemId) return refused([{ _tag: "ItemUnknown", item }])
  const withdrawn = decideWithdrawItem(facts, { item, reason: `sent back to ${loan.partner}`, at }, context)
  const told = toldBeside(context.place, loan, { kind: "sentBack" }, { at })
  return Result.map(withdrawn, (decision) => joined(decision, told, { interloanId: interloan }))
}
