import { Schema } from "effect"

/**
 * Why nothing was targeted: what was given cannot be right. The tag is the stable code, `at` the place, as
 * `rules.costs[3][7]` or `copies[12].branch`.
 */
export const TargetingRefusal = Schema.TaggedUnion({
  /** A row or a cell of the cost matrix is missing. `null` is how to say that there is no way. */
  CostMissing: { at: Schema.String },
  CostInvalid: { at: Schema.String, found: Schema.String, costMax: Schema.Int },
  /** More rows, or more cells in a row, than branches. */
  CostsTooMany: { at: Schema.String, found: Schema.Int, branches: Schema.Int },
  BranchRepeated: { at: Schema.String, branch: Schema.String },
  BranchUnknown: { at: Schema.String, branch: Schema.String },
  PercentInvalid: { at: Schema.String, found: Schema.String },
  /** `after` must grow from step to step, from 0. */
  LoadStepInvalid: { at: Schema.String, found: Schema.String },
  /** A later copy must not be cheaper than an earlier one: there would be no price at which the optimum can be proved. */
  LoadFalls: { at: Schema.String, costEach: Schema.Int, before: Schema.Int },
  InstantInvalid: { at: Schema.String, found: Schema.String },
  RankInvalid: { at: Schema.String, found: Schema.String },
  ReservationRepeated: { at: Schema.String, reservationId: Schema.String },
  ItemRepeated: { at: Schema.String, itemId: Schema.String },
  /** A reservation that names no title. */
  TitleMissing: { at: Schema.String },
  /** A change names what is not there. */
  ReservationUnknown: { at: Schema.String, reservationId: Schema.String },
  ItemUnknown: { at: Schema.String, itemId: Schema.String }
})
export type TargetingRefusal = typeof TargetingRefusal.Type
export type TargetingRefusals = readonly [TargetingRefusal, ...ReadonlyArray<TargetingRefusal>]
