import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Barcode } from "../../catalogue/model.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { endLostIds } from "../../loans/endLost.ts"
import type { LoanId } from "../../loans/model.ts"
import { decideReturn, type ReturnReceipt, returnFurther, returnLookup } from "../../loans/returnItem.ts"
import type { CompiledPolicy } from "../../policy/index.ts"
import {
  decideDeclareLost,
  declareLostIds,
  declareLostLookup,
  editionOfCopy,
  type LossReceipt,
  lossReport
} from "./declareLost.ts"

/** What came of the search for an item that was claimed returned. */
export const SettleClaim = Schema.Struct({
  item: Barcode,
  /** `found`: here it is, returned when it was claimed to be. `notFound`: the reader has it still. `lost`: it is gone. */
  as: Schema.Literals(["found", "notFound", "lost"]),
  ...lossReport,
  at: InstantInput
}).check(editionOfCopy)
export type SettleClaim = typeof SettleClaim.Type

export interface SettleClaimReceipt {
  readonly loanId: LoanId
  readonly as: SettleClaim["as"]
  /** As by a return, for what was found. */
  readonly returned: ReturnReceipt | null
  /** As by `declareLost`, for what is lost. */
  readonly loss: LossReceipt | null
}

export const settleClaimLookup = (
  { item }: Pick<SettleClaim, "item">,
  policy: CompiledPolicy | null,
  queueMax?: number
) => ({ ...returnLookup({ item }, policy, queueMax), ...declareLostLookup({ item }) }) satisfies Lookup
type SettleClaimLookup = ReturnType<typeof settleClaimLookup>
type AskedByPolicy = "heldOfQueue" | "blocksOfBorrower"
export type SettleClaimFacts = Found<Omit<SettleClaimLookup, AskedByPolicy>> & Partial<Found<SettleClaimLookup>>

/** How many of the queue to look at instead, where what was found goes to nobody; `null`: these will do. */
export const settleClaimFurther = (
  facts: SettleClaimFacts,
  { returned }: SettleClaimReceipt,
  queueMax: number | undefined,
  { item }: Pick<SettleClaim, "item">
): number | null => (returned === null ? null : returnFurther(facts, returned, queueMax, { item }))

export const settleClaimIds = Math.max(endLostIds, declareLostIds)

/** Refuses what was not claimed returned, and whatever a return or a declared loss is refused for. */
export const decideSettleClaim = (
  facts: SettleClaimFacts,
  { as, ...command }: SettleClaim,
  context: DecisionContext
): Result.Result<Decision<SettleClaimReceipt>, Refusals> => {
  const { item: found, loanOfItem: lent } = facts
  if (found === null) return refused([{ _tag: "ItemUnknown", item: command.item }])
  const { item } = found
  if (lent?.loan.state !== "claimedReturned")
    return refused([{ _tag: "ItemStatusForbids", status: item.status, action: "settleClaim" }])
  const { loanId } = lent.loan
  if (as === "found")
    return Result.map(decideReturn(facts, command, context), (decision) => ({
      ...decision,
      receipt: { loanId, as, returned: decision.receipt, loss: null }
    }))
  if (as === "lost")
    return Result.map(decideDeclareLost(facts, command, context), (decision) => ({
      ...decision,
      receipt: { loanId, as, returned: null, loss: decision.receipt }
    }))
  const { place } = context
  const work = draft(place)
  work.restOn("reader", lent.reader)
  work.restOn("item", item)
  work.restOn("loan", lent.loan)
  const itemVersion = item.version + 1
  work.emit({
    _tag: "LoanTakenUpAgain",
    loanId,
    itemId: item.itemId,
    itemVersion,
    at: command.at,
    branch: place.branch
  })
  return Result.succeed(work.decide({ loanId, as, returned: null, loss: null }))
}
