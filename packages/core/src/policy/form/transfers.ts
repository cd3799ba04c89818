import { Schema } from "effect"
import { code, wholeNumber, yesOrNo } from "./leaves.ts"

const branchOrAny = Schema.Union([code, Schema.Struct({ any: Schema.Literal(true) })]).annotate({
  expected: 'a branch code, or {"any": true}'
})

/** Copies that do not travel between two branches: all, or those of a type or collection. */
const Forbidden = Schema.Struct({
  from: branchOrAny,
  to: branchOrAny,
  itemType: Schema.optionalKey(code),
  collection: Schema.optionalKey(code)
})

/** What it costs to send a copy, in units of the library's own: only their proportion counts. */
const Cost = Schema.Struct({ from: code, to: code, cost: wholeNumber("units", 0, 1_000_000) })

const bounds = { forbidden: 10_000, costs: 250_000 } as const

/**
 * Between which branches copies travel. Evergreen and Koha keep the same as transfer limits and a cost matrix. A pair that
 * `costs` does not name costs `otherwise`, 1 if that is not said; to stay where one is costs nothing and is never forbidden.
 */
export const Transfers = Schema.Struct({
  /** Whether a copy that goes to another branch is in transit until it arrives; without it, staff are told where it belongs. */
  kept: Schema.optionalKey(yesOrNo),
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
  otherwise: Schema.optionalKey(wholeNumber("units", 0, 1_000_000))
})
export type Transfers = typeof Transfers.Type
