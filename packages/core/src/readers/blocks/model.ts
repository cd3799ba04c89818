import { Schema } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import { id } from "../../decision/code.ts"
import type { ReaderId } from "../model.ts"

export const BlockId = id.pipe(Schema.brand("BlockId"))
export type BlockId = typeof BlockId.Type

/** What a block may stand in the way of. */
export const BlockAction = Schema.Literals(["borrow", "renew", "reserve"])
export type BlockAction = typeof BlockAction.Type
export const blockActions = BlockAction.literals

/** A block set by hand. Lifting it is deleting this row; both stand in the reader's events. */
export interface ReaderBlockRow {
  readonly blockId: BlockId
  readonly readerId: ReaderId
  /** A code of the library's own: why, in a word. */
  readonly kind: string
  /** The actions it stands in the way of, in the order of `blockActions`, with a blank between them. */
  readonly actions: string
  /** First instant at which it no longer holds; `null`: until it is lifted. */
  readonly endsAt: Instant | null
  /** For staff; never in an event. */
  readonly note: string
  /** 1: it does not hold where the branch is the reader's home branch. */
  readonly ignoredAtHome: 0 | 1
  readonly placedAt: Instant
}

/** An open loan past its due instant, for what limits count. */
export interface OverdueLoan {
  readonly loanId: string
  readonly dueAt: Instant
  /** When it was asked for before it was due; `null`: it was not. */
  readonly recalledAt: Instant | null
  /** Reservations that wait for its title. */
  readonly waitingCount: number
}
