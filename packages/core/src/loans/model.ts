import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId, TitleId } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { Minor } from "../money/minor.ts"
import type { ReaderId } from "../readers/model.ts"

export const LoanId = id.pipe(Schema.brand("LoanId"))
export type LoanId = typeof LoanId.Type

export const LoanState = Schema.Literals(["onLoan", "claimedReturned", "lost", "closed"])
export type LoanState = typeof LoanState.Type

export type RecalledBy = "staff" | "reservation"

/** An item at a reader until a due instant. Who the reader is stands in `LoanReaderRow` alone. */
export interface LoanRow {
  readonly loanId: LoanId
  /** Number of this loan's events. */
  readonly version: number
  readonly state: LoanState
  readonly itemId: ItemId
  readonly titleId: TitleId
  /** Where it was lent. */
  readonly branch: string
  readonly lentAt: Instant
  readonly dueAt: Instant
  readonly closedAt: Instant | null
  /** When being late stopped to count, as it was claimed returned or lost; `null`: it counts. */
  readonly lateUntil: Instant | null
  readonly renewalCount: number
  /** Reminders since it was lent or renewed last. */
  readonly reminderCount: number
  /** When it was asked for before it was due; `null`: it is not recalled. */
  readonly recalledAt: Instant | null
  /** What it was due before that; `null`: it is not recalled, or was given a date by hand since. */
  readonly dueBeforeRecall: Instant | null
  /** Whether it was asked for by staff, or for a reservation; `null`: it is not recalled. */
  readonly recalledBy: RecalledBy | null
  readonly onSite: 0 | 1
  readonly itemType: string
  readonly collection: string
  readonly readerCategory: string
  /** Version of the policy that gave the due instant. */
  readonly policyVersion: number
}

/** A renewal for which nobody had the item in hand, by its number among the renewals of its loan. */
export interface UnseenRenewalRow {
  readonly loanId: LoanId
  readonly renewalCount: number
}

/**
 * What one library owes another for a loan; never changed. A library by its code in the policy of that time, a branch of none by
 * its own.
 */
export interface LibraryEntryRow {
  readonly loanId: LoanId
  readonly payer: string
  readonly payee: string
  readonly amount: Minor
  readonly at: Instant
}

/** A search for an item that was claimed returned: where somebody looked, and who. */
export interface ClaimSearchRow {
  readonly loanId: LoanId
  /** From 1, in the order in which they were recorded. */
  readonly nth: number
  readonly place: string
  readonly note: string
  readonly at: Instant
  readonly actor: string
}

/** The only link between a loan and its reader. Cutting it is deleting this row. */
export interface LoanReaderRow {
  readonly loanId: LoanId
  readonly readerId: ReaderId
}
