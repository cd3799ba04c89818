import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card } from "../model.ts"
import { BlockId } from "./model.ts"

/** Lift a block that was set by hand. */
export const LiftBlock = Schema.Struct({ card: Card, block: BlockId, at: InstantInput })
export type LiftBlock = typeof LiftBlock.Type

export interface LiftBlockReceipt {
  readonly blockId: BlockId
}

export const liftBlockLookup = ({ card }: Pick<LiftBlock, "card">) =>
  ({ reader: { card }, blocksOfReader: { card } }) satisfies Lookup
export type LiftBlockFacts = Found<ReturnType<typeof liftBlockLookup>>

/** Refuses a card that nobody has, and a block that is not this reader's. */
export const decideLiftBlock = (
  { reader: found, blocksOfReader }: LiftBlockFacts,
  { card, block, at }: LiftBlock,
  { place }: DecisionContext
): Result.Result<Decision<LiftBlockReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  if (!blocksOfReader.some(({ blockId }) => blockId === block)) return refused([{ _tag: "BlockUnknown", block }])
  const work = draft(place)
  work.restOn("reader", found.reader)
  work.emit({ _tag: "ReaderBlockLifted", readerId: found.reader.readerId, blockId: block, at })
  work.cut("readerBlock", block)
  return Result.succeed(work.decide({ blockId: block }))
}
