import { Result, Schema } from "effect"
import { InstantInput } from "../../calendar/instantInput.ts"
import { Code, trimmedText } from "../../decision/code.ts"
import type { DecisionContext } from "../../decision/context.ts"
import type { Decision } from "../../decision/decision.ts"
import { draft } from "../../decision/draft.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusals } from "../../decision/refusal.ts"
import { refused } from "../../decision/refused.ts"
import { Card } from "../model.ts"
import { BlockAction, BlockId, blockActions } from "./model.ts"
import { actionsText, putBlock } from "./putBlock.ts"

/** Block a reader by hand, from some actions, until an instant or until it is lifted. */
export const PlaceBlock = Schema.Struct({
  card: Card,
  kind: Code,
  actions: Schema.Array(BlockAction).check(Schema.isMinLength(1), Schema.isMaxLength(blockActions.length)),
  /** Without it, until it is lifted. */
  endsAt: Schema.optionalKey(InstantInput),
  /** For staff. */
  note: Schema.optionalKey(trimmedText(0, 500)),
  /** It does not hold at the reader's home branch. */
  ignoredAtHome: Schema.optionalKey(Schema.Boolean),
  at: InstantInput
})
export type PlaceBlock = typeof PlaceBlock.Type

export interface PlaceBlockReceipt {
  readonly blockId: BlockId
  readonly endsAt: number | null
}

export const placeBlockLookup = ({ card }: Pick<PlaceBlock, "card">) => ({ reader: { card } }) satisfies Lookup
export type PlaceBlockFacts = Found<ReturnType<typeof placeBlockLookup>>

/** Refuses a card that nobody has. One that ended before it began holds nobody up, and is kept as it was given. */
export const decidePlaceBlock = (
  { reader: found }: PlaceBlockFacts,
  { card, kind, actions, endsAt: given, note = "", ignoredAtHome = false, at }: PlaceBlock,
  { place, ids }: DecisionContext
): Result.Result<Decision<PlaceBlockReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ReaderUnknown", reader: card }])
  const { readerId } = found.reader
  const endsAt = given ?? null
  const blockId = BlockId.make(ids[0] as string)
  const work = draft(place)
  work.restOn("reader", found.reader)
  putBlock(work, {
    blockId,
    readerId,
    kind,
    actions: actionsText(actions),
    endsAt,
    note,
    ignoredAtHome: ignoredAtHome ? 1 : 0,
    placedAt: at
  })
  return Result.succeed(work.decide({ blockId, endsAt }))
}
