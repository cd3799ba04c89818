import { Schema } from "effect"
import { calendarDay, code, wholeNumber } from "./leaves.ts"

/**
 * A collection that goes round branches: so many days at each, in this order, from a day on, and again from the first.
 * Koha calls it rotating collections, or stock rotation.
 */
const Rotation = Schema.Struct({
  collection: code,
  branches: Schema.Array(code).check(Schema.isMinLength(2), Schema.isMaxLength(200)),
  days: wholeNumber("days", 1, 3_660),
  from: calendarDay
})

export const Rotations = Schema.Array(Rotation).check(
  Schema.isMaxLength(1_000),
  Schema.makeFilter(
    (rotations: ReadonlyArray<{ readonly collection: string }>) =>
      new Set(rotations.map(({ collection }) => collection)).size === rotations.length,
    { expected: "each collection once" }
  )
)
export type Rotation = (typeof Rotations.Type)[number]
