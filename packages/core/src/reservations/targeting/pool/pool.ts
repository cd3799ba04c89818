import type { TargetedCopy, TargetedReservation } from "../problem.ts"

/**
 * Reservations and copies of one title, or of titles that some reservation names together: no other copy fills one of
 * these reservations. Alike reservations are one demand, alike copies one supply; an arc joins a demand to a supply that
 * may fill it. All are numbered, branches by their place in the rules; numbers are in an order that does not depend on the order of the rows.
 */
export interface Pool {
  readonly demands: ReadonlyArray<Demand>
  readonly supplies: ReadonlyArray<Supply>
  /** Supplies by the branch where they stand. */
  readonly suppliesAt: ReadonlyMap<number, ReadonlyArray<number>>
  /** Arcs of demand d are those from `arcsFrom[d]` to before `arcsFrom[d + 1]`. */
  readonly arcsFrom: Int32Array
  readonly demandOf: Int32Array
  readonly supplyOf: Int32Array
  readonly cost: Float64Array
  /** 1 where the copies stand at the pickup branch, or the reservation goes first for them. */
  readonly isLocal: Uint8Array
  /** The arcs of supply s stand in `arcsInto` from `intoFrom[s]` to before `intoFrom[s + 1]`. */
  readonly intoFrom: Int32Array
  readonly arcsInto: Int32Array
}

/** Reservations that any copy suits alike. */
export interface Demand {
  /** In the order of their turns. */
  readonly reservations: Array<TargetedReservation>
  readonly pickup: number
}

/** Copies that suit any reservation alike. */
export interface Supply {
  readonly copies: Array<TargetedCopy>
  /** Where they stand. */
  readonly branch: number
}
