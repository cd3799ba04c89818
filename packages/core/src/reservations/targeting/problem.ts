import type { Instant } from "../../calendar/instant.ts"
import type { ItemId, TitleId } from "../../catalogue/model.ts"
import type { ReservationId } from "../model.ts"
import type { TransferRules } from "./rules/transferRules.ts"

/** A reservation that waits for a copy. Suspended ones are left out until they wait again. */
export interface TargetedReservation {
  readonly reservationId: ReservationId
  /** Usually one; a copy of any of them will do. */
  readonly titleIds: ReadonlyArray<TitleId>
  /** Only this copy will do; `null`: any. */
  readonly itemId: ItemId | null
  /** Only copies of this volume will do; `null`: any copy. */
  readonly volume: string | null
  readonly pickupBranch: string
  /** Its turn: a smaller one goes first; of equal ones the smaller id. Compared only where reservations want the same copies. */
  readonly rank: number
  /** Copies that it must not get, whatever they cost: refused by a policy, or by the reader. */
  readonly excludedItems: ReadonlyArray<ItemId>
  /** Under `localFirst`, the copies for which it has its turn before all others; left out: those that stand at its pickup branch. */
  readonly firstFor?: ReadonlyArray<ItemId>
}

/** A copy that is free to fill a reservation. */
export interface TargetedCopy {
  readonly itemId: ItemId
  readonly titleId: TitleId
  /** `null`: the title has no volumes. */
  readonly volume: string | null
  /** Where it stands now. */
  readonly branch: string
  readonly homeBranch: string
  /** New copies are picked up only at their home branch before this instant; `null`: never protected. */
  readonly protectedUntil: Instant | null
  /** Whether readers may pick it up elsewhere than at its home branch. */
  readonly lentElsewhere: boolean
  /**
   * A copy of a floating collection stays where it is given back: everywhere, nowhere, or at these branches. It has no way
   * home to pay for from there.
   */
  readonly floating: boolean | ReadonlyArray<string>
}

export interface TargetingProblem {
  readonly reservations: ReadonlyArray<TargetedReservation>
  readonly copies: ReadonlyArray<TargetedCopy>
  readonly rules: TransferRules
  /** The instant at which protection of copies is looked at. */
  readonly at: Instant
}
