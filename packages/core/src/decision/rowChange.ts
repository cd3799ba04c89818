import type { Tables } from "./tables.ts"

/** Tables that the events give: replaying a tenant's events makes these rows again. */
export type ProjectedTable =
  | "item"
  | "titleQueue"
  | "loan"
  | "unseenRenewal"
  | "libraryEntry"
  | "claimSearch"
  | "reservation"
  | "transit"
  | "account"
  | "entry"
  | "charge"
  | "credit"
  | "allotment"
  | "incident"
  | "condition"
  | "cashDesk"
  | "cashEntry"
  | "appeal"
  | "booking"
  | "pickupSlot"
  | "interloan"

/**
 * What an event does to one row. `insert` brings the row whole. `set` gives fields their values and the row the version
 * it has afterwards: applied in order of that version, whatever order the events are read in. `add` changes numbers by
 * an amount, in any order.
 */
export type RowChange = {
  readonly [T in ProjectedTable]:
    | { readonly op: "insert"; readonly table: T; readonly row: Tables[T] }
    | {
        readonly op: "set"
        readonly table: T
        readonly id: string
        readonly version: number
        readonly set: Partial<Tables[T]>
      }
    | {
        readonly op: "add"
        readonly table: T
        readonly id: string
        readonly add: { readonly [C in keyof Tables[T]]?: number }
      }
}[ProjectedTable]

/** The envelope of an event that a projection needs besides the event itself. */
export interface EventPlace {
  readonly seq: number
  readonly actor: string
}
