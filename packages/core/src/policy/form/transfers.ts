import { Schema } from "effect"
import { code, wholeNumber, yesOrNo } from "./leaves.ts"

const branchOrAny = Schema.Union([code, Schema.Struct({ any: Schema.Literal(true) })]).annotate({
  expected: 'a branch code, or {"any": true}'
})

/** Copies that do not travel between two branches: all, or those of a collection, or of a type or one below it. */
const Forbidden = Schema.Struct({
  from: branchOrAny,
  to: branchOrAny,
  itemType: Schema.optionalKey(code),
  collection: Schema.optionalKey(code)
})

/** What it costs to send a copy, in units of the library's own: only their proportion counts. */
const Cost = Schema.Struct({ from: code, to: code, cost: wholeNumber("units", 0, 1_000_000) })

/** Branches under one roof, or so near that copies are carried over: for readers who reserved them, or for all else; without `only`, for both. */
const WithoutTransit = Schema.Struct({
  branches: Schema.Array(code).check(Schema.isMinLength(2)),
  only: Schema.optionalKey(Schema.Literals(["reservations", "others"]))
})
export type WithoutTransit = typeof WithoutTransit.Type

const bounds = { forbidden: 10_000, costs: 250_000, withoutTransit: 1_000 } as const

/**
 * Between which branches copies travel. Evergreen and Koha keep the same as transfer limits and a cost matrix. A pair that
 * `costs` does not name costs `otherwise`, 1 if that is not said; to stay where one is costs nothing and is never forbidden.
 */
export const Transfers = Schema.Struct({
  /** Whether a copy that goes to another branch is in transit until it arrives; without it, staff are told where it belongs. */
  kept: Schema.optionalKey(yesOrNo),
  /** Between which branches none is kept all the same. Evergreen suppresses transits so. */
  withoutTransit: Schema.optionalKey(Schema.Array(WithoutTransit).check(Schema.isMaxLength(bounds.withoutTransit))),
  forbidden: Schema.optionalKey(Schema.Array(Forbidden).check(Schema.isMaxLength(bounds.forbidden))),
  costs: Schema.optionalKey(
    Schema.Array(Cost).check(
      Schema.isMaxLength(bounds.costs),
      Schema.makeFilter(
        (costs: ReadonlyArray<{ readonly from: string; readonly to: string }>) =>
          new Set(costs.map(({ from, to }) => JSON.stringify([from, to]))).size === costs.length,
        { expected: "each pair of branches once" }
      )
    )
  ),
  otherwise: Schema.optionalKey(wholeNumber("units", 0, 1_000_000)),
  /** How much of the way home from the pickup branch counts, in percent; 0 if not said. */
  wayHomePercent: Schema.optionalKey(wholeNumber("percent", 0, 100)),
  /** What it costs a branch to give out many copies at once: each after so many costs so much more. */
  load: Schema.optionalKey(
    Schema.Record(
      code,
      Schema.Array(
        Schema.Struct({ after: wholeNumber("copies", 0, 1_000_000), costEach: wholeNumber("units", 0, 1_000_000) })
      ).check(
        Schema.isMaxLength(100),
        Schema.makeFilter(
          (steps: ReadonlyArray<{ readonly after: number; readonly costEach: number }>) =>
            steps.every((step, nth) => {
              const before = steps[nth - 1]
              return before === undefined || (before.after < step.after && before.costEach <= step.costEach)
            }),
          { expected: "steps in order, none cheaper than the one before" }
        )
      )
    )
  )
})
export type Transfers = typeof Transfers.Type
