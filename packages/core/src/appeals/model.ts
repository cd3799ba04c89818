import { Schema } from "effect"
import type { AccountId, EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import { id } from "../decision/code.ts"

export const AppealId = id.pipe(Schema.brand("AppealId"))
export type AppealId = typeof AppealId.Type

/** `confirmed`: the charge stands. `reduced`: it comes to less. `reversed`: it comes to nothing. */
export const AppealState = Schema.Literals(["open", "confirmed", "reduced", "reversed"])
export type AppealState = typeof AppealState.Type

/**
 * A reader disputes a charge: once, and whoever decides, decides for good. While it is open, what is owed of the charge is
 * held; how much that is stands in the charge alone.
 */
export interface AppealRow {
  readonly appealId: AppealId
  /** Number of this appeal's events. */
  readonly version: number
  readonly accountId: AccountId
  readonly chargeId: EntryId
  readonly state: AppealState
  /** Who raised the charge, as its entry says: somebody else decides. */
  readonly chargedBy: string
  readonly openedAt: Instant
  /** By when it is to be decided; `null`: the policy does not say. */
  readonly decideUntil: Instant | null
  readonly decidedAt: Instant | null
}

/** What the reader says, in the reader's words: never in an event, as words may name an item. Goes when the reader is erased. */
export interface AppealStatementRow {
  readonly appealId: AppealId
  readonly reason: string
  readonly evidence: string
}
