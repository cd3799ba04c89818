import type { Instant } from "../../calendar/instant.ts"
import type { Draft } from "../../decision/draft.ts"
import type { ReaderId } from "../model.ts"
import { type BlockAction, BlockId, type ReaderBlockRow } from "./model.ts"
import { actionsText, putBlock } from "./putBlock.ts"

/** The kind of a block that is a suspension for being late; staff lift it as any other. */
const suspensionKind = "suspension"

/** Blocks a reader for being late until an instant. The decision rests on the reader. */
export const suspend = (
  work: Draft,
  given: {
    readonly readerId: ReaderId
    readonly blockId: string | undefined
    readonly actions: ReadonlyArray<BlockAction>
    readonly until: Instant
    readonly at: Instant
  }
): ReaderBlockRow =>
  putBlock(work, {
    readerId: given.readerId,
    blockId: BlockId.make(given.blockId as string),
    kind: suspensionKind,
    actions: actionsText(given.actions),
    endsAt: given.until,
    note: "",
    ignoredAtHome: 0,
    placedAt: given.at
  })

/** Until when a reader is suspended already: the latest end of a suspension that runs; `null`: none does. */
export const runningSuspension = (blocks: ReadonlyArray<ReaderBlockRow>, at: number): Instant | "forever" | null => {
  const running = blocks.filter(({ kind, endsAt }) => kind === suspensionKind && (endsAt === null || at < endsAt))
  if (running.some(({ endsAt }) => endsAt === null)) return "forever"
  return running.reduce<Instant | null>(
    (last, { endsAt }) => (endsAt !== null && endsAt > (last ?? 0) ? endsAt : last),
    null
  )
}
