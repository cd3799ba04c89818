import type { Refusal } from "../../decision/refusal.ts"
import type { BlockAction, ReaderBlockRow } from "./model.ts"

/** At whose desk and when a block is asked for. */
interface Asking {
  readonly action: BlockAction
  readonly at: number
  /** Whether the branch is the reader's home branch. */
  readonly atHome: boolean
  /** Whether who asks may read notes of the staff. */
  readonly showsNotes: boolean
}

/** The blocks set by hand that stand in the way, those that have ended and those ignored at home left out. */
export const blocksAgainst = (
  blocks: ReadonlyArray<ReaderBlockRow>,
  { action, at, atHome, showsNotes }: Asking
): ReadonlyArray<Refusal> =>
  blocks
    .filter(({ actions }) => actions.split(" ").includes(action))
    .filter(({ endsAt }) => endsAt === null || at < endsAt)
    .filter(({ ignoredAtHome }) => !(atHome && ignoredAtHome === 1))
    .map(({ blockId, kind, endsAt, note }) => ({
      _tag: "ReaderBlocked",
      blockId,
      kind,
      endsAt,
      note: showsNotes ? note : ""
    }))
