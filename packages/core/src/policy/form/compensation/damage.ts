import { Schema } from "effect"
import { amount, code, textThat, yesOrNo } from "../leaves.ts"
import { amounts, factors, percents } from "./values.ts"

/** What one grade of damage costs. Per page and per spot: times how many were counted. */
export const DamageCost = Schema.Union([
  Schema.Struct({ perPage: amounts }),
  Schema.Struct({ perSpot: amounts }),
  Schema.Struct({ flat: amounts }),
  Schema.Struct({ percentOfPrice: percents }),
  Schema.Struct({ multiple: factors }),
  Schema.Struct({ repairCost: Schema.Literal(true) }),
  Schema.Struct({ asLoss: Schema.Literal(true) })
]).annotate({
  expected:
    '{"perPage", "perSpot", "flat", "percentOfPrice" or "multiple": …}, {"repairCost": true} or {"asLoss": true}'
})
export type DamageCost = typeof DamageCost.Type

/** Grades of one kind of damage from the lightest to the worst: a worse one never costs less than one before it. */
const Grades = Schema.Array(Schema.Struct({ grade: code, cost: DamageCost })).check(
  Schema.makeFilter((grades: ReadonlyArray<unknown>) => grades.length > 0 && grades.length <= 50, {
    expected: "a list of 1 to 50 grades, the lightest first"
  })
)

export const DamageRule = Schema.Struct({
  kinds: Schema.Record(code, Grades),
  /** Times all damage that is not as a loss; without a matching row: once. */
  factor: Schema.optionalKey(factors),
  /** The most that all damage together costs that is not as a loss. */
  maximum: Schema.optionalKey(amount),
  /** Whether paying for damage ends the overdue charge. */
  dropsOverdue: Schema.optionalKey(yesOrNo)
})

export const spoiledParts = Schema.Record(code, amounts)

/** A gap in a library's published rule that had to be filled, at a place of the rule, and why so. */
export const Assumption = Schema.Struct({
  path: textThat((path) => path.length <= 200, "a place in the rule"),
  why: textThat((why) => why.length <= 1_000, "a text of at most 1,000 characters")
})
