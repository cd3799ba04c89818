import { Schema } from "effect"
import type { EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import { Code, trimmedText } from "../decision/code.ts"
import type { Minor } from "../money/minor.ts"

/** A cash desk by the library's own code. */
export const CashDeskId = Code.pipe(Schema.brand("CashDeskId"))
export type CashDeskId = typeof CashDeskId.Type

/** How money is given: cash, card, transfer … by words of the library's own. */
export const PaymentMethod = trimmedText(1, 40)

/** What a desk begins with and moves by hand is of this method, where none is told. */
export const cashMethod = "cash"

/** A place where money is taken and counted. Open and closed in turn; what lies between is a session. */
export interface CashDeskRow {
  readonly cashDeskId: CashDeskId
  /** Moves with everything that is done at the desk: a closing meets every payment. */
  readonly version: number
  readonly branch: string
  readonly state: "open" | "closed"
  /** Counts from 1: the session that is open, or was the last. */
  readonly session: number
  readonly openedAt: Instant
  readonly closedAt: Instant | null
}

/**
 * `float`: what was there at the opening, nothing too. `payment` and `payout`: of a reader. `moved`: put in or taken out by
 * hand. `difference`: what the count found more or, below zero, less.
 */
export const CashKind = Schema.Literals(["float", "payment", "payout", "moved", "difference"])
export type CashKind = typeof CashKind.Type

/** One line of a session. Only ever added. */
export interface CashEntryRow {
  /** Of a payment or payout, the id of the account's entry. */
  readonly cashEntryId: EntryId
  readonly cashDeskId: CashDeskId
  readonly session: number
  readonly kind: CashKind
  readonly method: string
  /** What it does to what is in the desk: above zero it brings, below zero it takes. */
  readonly amount: Minor
  /** The line of an account that it belongs to; `null`: none. */
  readonly entryId: EntryId | null
  readonly at: Instant
  readonly actor: string
  /** Why it was moved, or why the count differs; empty for the others. */
  readonly reason: string
}

/** What of one method is in a desk. */
export interface MethodSum {
  readonly method: string
  readonly amount: Minor
}
