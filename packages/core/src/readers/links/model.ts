import { Schema } from "effect"
import type { Instant } from "../../calendar/instant.ts"
import { id } from "../../decision/code.ts"
import type { ReaderId } from "../model.ts"

export const LinkId = id.pipe(Schema.brand("LinkId"))
export type LinkId = typeof LinkId.Type

/** `guarantor`: answers for what the reader owes. `proxy`: may borrow for the reader. */
export const LinkKind = Schema.Literals(["guarantor", "proxy"])
export type LinkKind = typeof LinkKind.Type

/** One reader stands for another. Ending it is deleting this row; both stand in the reader's events, the other's name not. */
export interface ReaderLinkRow {
  readonly linkId: LinkId
  /** Whom it is about. */
  readonly readerId: ReaderId
  /** Who stands for them. */
  readonly otherId: ReaderId
  readonly kind: LinkKind
  readonly since: Instant
  /** First instant at which it no longer holds; `null`: until it is ended. */
  readonly endsAt: Instant | null
}

/** Whether a link still stands at an instant. */
export const holds = ({ endsAt }: Pick<ReaderLinkRow, "endsAt">, at: number): boolean => endsAt === null || at < endsAt
