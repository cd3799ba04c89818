import { Result, Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import { Barcode } from "../catalogue/model.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type Draft, draft } from "../decision/draft.ts"
import type { Found } from "../decision/facts.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import { type WithdrawFacts, withdraw, withdrawAgainst, withdrawLookup } from "../incidents/damage/withdrawItem.ts"
import { interloanLookup } from "./interloanLookup.ts"
import { InterloanId, type InterloanRow } from "./model.ts"
import { actAgainst, actAndTell } from "./move.ts"
import type { InterloanReceipt } from "./requestInterloan.ts"

/**
 * Send a borrowed copy back to the system that it belongs to: its record here is withdrawn, and lets go of the barcode, by which the
 * copy may come again. Where the lender counts it as lost, that closes the record and no more.
 */
export const SendBack = Schema.Struct({ interloan: InterloanId, item: Barcode, at: InstantInput })
export type SendBack = typeof SendBack.Type

export const sendBackLookup = (command: Pick<SendBack, "interloan" | "item">) => ({
  ...withdrawLookup(command),
  ...interloanLookup(command)
})
export type SendBackFacts = WithdrawFacts & Found<ReturnType<typeof interloanLookup>>

/** Refuses a copy that a reader has, and another one. One that was withdrawn here before goes all the same. */
export const decideSendBack = (
  { interloan: loan, item: found, ...facts }: SendBackFacts,
  { interloan, item: barcode, at }: SendBack,
  { place, ids }: DecisionContext
): Result.Result<Decision<InterloanReceipt>, Refusals> => {
  const against = actAgainst(loan, "borrower", { interloan, act: "sentBack" })
  if (loan === null || against !== null) return refused([against ?? { _tag: "InterloanUnknown", interloan }])
  if (found === null || found.item.itemId !== loan.itemId) return refused([{ _tag: "ItemUnknown", item: barcode }])
  const { item } = found
  const { itemId } = item
  const isIn = item.status !== "withdrawn"
  const kept = isIn ? withdrawAgainst(item) : null
  if (kept !== null) return refused([kept])
  const work = draft(place)
  work.restOn("item", item)
  if (isIn) {
    const reason = `sent back to ${loan.partner}`
    withdraw(work, { ...facts, item: found }, { reason, at, branch: place.branch, id: ids[0] as string })
  }
  const itemVersion = work.now("item", itemId).version + 1
  work.emit({ _tag: "ItemChanged", itemId, itemVersion, at, set: { barcode: Barcode.make(itemId) } })
  if (loan.state === "received") actAndTell(work, loan, { kind: "sentBack" }, { at })
  else closeRecord(work, loan, at)
  return Result.succeed(work.decide({ interloanId: interloan }))
}

/** The lender has closed it already, and is told nothing. */
const closeRecord = (work: Draft, loan: InterloanRow, at: Instant): void => {
  work.restOn("interloan", loan)
  const { interloanId, state } = loan
  work.emit({ _tag: "InterloanMoved", interloanId, at, state, act: "sentBack", reason: "", set: {} })
}
