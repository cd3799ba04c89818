import { Schema } from "effect"
import type { Instant } from "../calendar/instant.ts"
import type { ItemId, ItemStatus } from "../catalogue/model.ts"
import { id } from "../decision/code.ts"
import type { ReservationId } from "../reservations/model.ts"

export const TransitId = id.pipe(Schema.brand("TransitId"))
export type TransitId = typeof TransitId.Type

/** Why a copy travels. `moved`: staff sent it; `rotation`: its collection goes round the branches. */
export const TransitReason = Schema.Literals([
  "home",
  "reservation",
  "booking",
  "repair",
  "processing",
  "rotation",
  "moved"
])
export type TransitReason = typeof TransitReason.Type

/**
 * `planned`: it waits until the copy is in hand; of one copy there may be several, in order. `open`: the copy is on its way;
 * of one copy there is one at most. The others are over. `arrived` says nothing of where: `arrivedBranch` does.
 */
export const TransitState = Schema.Literals(["planned", "open", "arrived", "cancelled", "lost"])
export type TransitState = typeof TransitState.Type

/** A copy on its way to a branch. Who waits for it stands nowhere here. */
export interface TransitRow {
  readonly transitId: TransitId
  /** Number of this transit's events. */
  readonly version: number
  readonly state: TransitState
  readonly itemId: ItemId
  /** The same while it is open, else `null`: of one copy one transit at a time. */
  readonly openItemId: ItemId | null
  readonly reason: TransitReason
  readonly fromBranch: string
  readonly toBranch: string
  /** The reservation that it travels for; `null`: for none. */
  readonly reservationId: ReservationId | null
  /** What the copy is when it arrives, if nobody waits for it; `null`: it has not set out. */
  readonly thenStatus: ItemStatus | null
  readonly plannedAt: Instant
  /** When it set out; `null`: not yet. */
  readonly sentAt: Instant | null
  readonly endedAt: Instant | null
  /** Where it arrived: elsewhere than where it was sent, if it went astray. */
  readonly arrivedBranch: string | null
}

/** One that set out. */
export type OpenTransit = TransitRow & { readonly thenStatus: ItemStatus }

/** What goes on the slip that travels with a copy. */
export interface TransitSlip {
  readonly transitId: TransitId
  readonly fromBranch: string
  readonly toBranch: string
  readonly reason: TransitReason
}
