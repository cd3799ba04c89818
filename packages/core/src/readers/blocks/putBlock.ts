import type { Draft } from "../../decision/draft.ts"
import { type BlockAction, blockActions, type ReaderBlockRow } from "./model.ts"

/** Places a block: the fact in the reader's history, and the row. */
export const putBlock = (work: Draft, block: ReaderBlockRow): ReaderBlockRow => {
  const { readerId, blockId, kind, actions, endsAt, placedAt: at } = block
  work.emit({ _tag: "ReaderBlockPlaced", readerId, blockId, kind, actions, endsAt, at })
  work.insert("readerBlock", block)
  return block
}

/** Actions as a block's row has them. */
export const actionsText = (actions: ReadonlyArray<BlockAction>): string =>
  blockActions.filter((action) => actions.includes(action)).join(" ")
