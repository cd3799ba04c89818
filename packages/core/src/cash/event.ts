import type { EntryId } from "../accounts/model.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Minor } from "../money/minor.ts"
import type { CashDeskId, MethodSum } from "./model.ts"

/** What happens at a cash desk itself. What readers pay there stands in the events of their accounts. */
export type CashEvent =
  | {
      readonly _tag: "CashDeskOpened"
      readonly cashDeskId: CashDeskId
      readonly session: number
      readonly entryId: EntryId
      /** What was in it, zero or more. */
      readonly float: Minor
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "CashMoved"
      readonly cashDeskId: CashDeskId
      readonly session: number
      readonly entryId: EntryId
      readonly method: string
      /** Above zero it was put in, below zero taken out. */
      readonly amount: Minor
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }
  | {
      readonly _tag: "CashDeskClosed"
      readonly cashDeskId: CashDeskId
      readonly session: number
      readonly counted: ReadonlyArray<MethodSum>
      /** Where the count is not what the session's lines say. */
      readonly differences: ReadonlyArray<MethodSum & { readonly entryId: EntryId }>
      readonly reason: string
      readonly at: Instant
      readonly branch: string
    }

/** The session at which money of an account was taken or given. */
export interface AtSession {
  readonly cashDeskId: CashDeskId
  readonly session: number
}
