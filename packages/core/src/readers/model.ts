import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import { barcode, id } from "../decision/code.ts"

/** A person or body that borrows. Never the card: cards get replaced, ids do not. */
export const ReaderId = id.pipe(Schema.brand("ReaderId"))
export type ReaderId = typeof ReaderId.Type

/** The number on a reader's card. A reader may hold several. */
export const Card = barcode.pipe(Schema.brand("Card"))
export type Card = typeof Card.Type

/** `pending`: applied for a membership that staff have not confirmed. */
export type ReaderStatus = "active" | "pending" | "removed"

/** A reader as stored. `version` grows with every change, and with every command whose decision rests on this reader. */
export interface ReaderRow {
  readonly readerId: ReaderId
  readonly version: number
  readonly status: ReaderStatus
  readonly category: string
  readonly homeBranch: string
  readonly name: string
  /** Local date of birth, `YYYY-MM-DD`, or unknown. */
  readonly bornOn: string | null
  /** Language for texts to this reader, BCP 47. */
  readonly language: string
  /** First instant at which the membership no longer holds; `null`: without end. */
  readonly expiresAt: Instant | null
  readonly registeredAt: Instant
  /** The last day on which a loan began, counted since 1970-01-01, and how many did; kept where the policy limits them. */
  readonly lentDay: number | null
  readonly lentDayCount: number
  /** The same of reservations placed: the last day, in days since 1970-01-01, and how many on it; counted where a policy limits them. */
  readonly reservedDay: number | null
  readonly reservedDayCount: number
  /** Since when the reader wants loans that are over to stay linked; `null`: they are not. */
  readonly historyConsentAt: Instant | null
}

export interface CardRow {
  readonly card: Card
  readonly readerId: ReaderId
}

/** A card that opens nothing any more. */
export interface LostCardRow {
  readonly card: Card
  readonly readerId: ReaderId
  readonly lostAt: Instant
}

/** How many loans a reader has open in one group; what limits count, without reading the loans. */
export interface LoanCountRow {
  readonly readerId: ReaderId
  readonly itemType: string
  readonly collection: string
  readonly branch: string
  /** 1: on-site use, 0: taken home. */
  readonly onSite: 0 | 1
  readonly count: number
}
