import type { ItemId } from "../../catalogue/model.ts"
import type { ReservationId } from "../model.ts"

/** Which copy fills which reservation, what that costs, and the prices that prove it cheapest. */
export interface Targeting {
  /** In the order of turns. */
  readonly assignments: ReadonlyArray<TargetedAssignment>
  /** Who waits on, in the order of turns. */
  readonly waiting: ReadonlyArray<ReservationId>
  /** Of all assignments together. */
  readonly cost: number
  readonly prices: TargetingPrices
  /**
   * Where local reservations go first: who these are, each with a copy that stands at its pickup branch and shows it can
   * be filled there. Which copy it gets stands in `assignments`. Else empty.
   */
  readonly localTurns: ReadonlyArray<LocalTurn>
}

export interface TargetedAssignment {
  readonly reservationId: ReservationId
  readonly itemId: ItemId
  readonly from: string
  readonly pickupBranch: string
  /** The way to the pickup branch. */
  readonly transfer: number
  /** What counts of the way home from there. */
  readonly wayHome: number
  /** What it costs the branch to give out this copy after those that it gives out for earlier turns. */
  readonly load: number
  /** The sum of the three. */
  readonly cost: number
}

export interface LocalTurn {
  readonly reservationId: ReservationId
  readonly itemId: ItemId
}

/**
 * Prices at which nobody would choose otherwise: every reservation that is served has a copy that costs it least, ways,
 * load and scarcity together. That is the proof: no other assignment of the same reservations can cost less.
 */
export interface TargetingPrices {
  /** What another copy from each branch costs for load: between the last one's step and the next one's. */
  readonly branches: ReadonlyMap<string, number>
  /** What a copy costs because others want it too. Copies that are not named cost nothing. */
  readonly copies: ReadonlyMap<ItemId, number>
}
