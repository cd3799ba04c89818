import type { ItemId } from "../../../catalogue/model.ts"
import type { ReservationId } from "../../model.ts"

/** Why an answer is not what targeting promises, or is not shown to be. */
export type TargetingFlaw =
  | { readonly _tag: "ReservationUnknown"; readonly reservationId: ReservationId }
  | { readonly _tag: "ItemUnknown"; readonly itemId: ItemId }
  | { readonly _tag: "ReservationTwice"; readonly reservationId: ReservationId }
  | { readonly _tag: "ReservationForgotten"; readonly reservationId: ReservationId }
  | { readonly _tag: "ItemTwice"; readonly itemId: ItemId }
  /** This copy must not fill this reservation. */
  | { readonly _tag: "PairForbidden"; readonly reservationId: ReservationId; readonly itemId: ItemId }
  /** A cost that is told is not what the rules say. */
  | { readonly _tag: "CostWrong"; readonly at: string; readonly told: number; readonly expected: number }
  /** A reservation waits though this free copy could be had for it, others passing theirs on. */
  | { readonly _tag: "CopyLeftFree"; readonly reservationId: ReservationId; readonly itemId: ItemId }
  /** A reservation waits though a later one is served that could make room for it. */
  | { readonly _tag: "TurnPassed"; readonly reservationId: ReservationId; readonly by: ReservationId }
  /** At the prices another copy would cost this reservation less: they prove nothing. */
  | { readonly _tag: "CheaperCopy"; readonly reservationId: ReservationId; readonly itemId: ItemId }
  /** A copy that fills nothing has a price, or the price is less than nothing. */
  | { readonly _tag: "CopyPriceWrong"; readonly itemId: ItemId; readonly price: number }
  /** A branch's price is not between the steps of its last copy and its next one. */
  | { readonly _tag: "BranchPriceWrong"; readonly branch: string; readonly price: number }
