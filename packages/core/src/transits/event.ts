import type { Instant } from "../calendar/instant.ts"
import type { ItemId, ItemStatus } from "../catalogue/model.ts"
import type { ReservationId } from "../reservations/model.ts"
import type { TransitId, TransitReason } from "./model.ts"

interface Route {
  readonly transitId: TransitId
  readonly itemId: ItemId
  readonly reason: TransitReason
  readonly fromBranch: string
  readonly toBranch: string
  readonly at: Instant
}

export type TransitEvent =
  /** It is to travel as soon as the copy is in hand. */
  | ({ readonly _tag: "TransitPlanned" } & Route)
  /** It set out. `type` and `collection` are the copy's, for statistics. */
  | ({
      readonly _tag: "TransitSent"
      readonly itemVersion: number
      readonly reservationId: ReservationId | null
      /** It had been planned. */
      readonly wasPlanned: boolean
      readonly itemType: string
      readonly collection: string
      /** What it is when it arrives, if nobody waits for it. */
      readonly thenStatus: ItemStatus
    } & Route)
  | {
      readonly _tag: "TransitArrived"
      readonly transitId: TransitId
      readonly itemId: ItemId
      readonly itemVersion: number
      readonly at: Instant
      /** Where it arrived, and where it was sent. */
      readonly branch: string
      readonly toBranch: string
      /** What the copy is now. */
      readonly status: ItemStatus
      /** There and 1: staff sent it here to stay, until it is lent. */
      readonly stays?: 1
    }
  /** It does not travel after all, or was lost on the way. One that had not set out says nothing of the copy. */
  | {
      readonly _tag: "TransitCancelled" | "TransitLost"
      readonly transitId: TransitId
      readonly itemId: ItemId
      readonly at: Instant
      readonly reason: string
      readonly item: { readonly version: number; readonly status: ItemStatus; readonly branch: string } | null
    }
