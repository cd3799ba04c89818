import { Schema } from "effect"
import { dayNumber } from "../../calendar/civilDay.ts"
import { Conduct } from "../../policy/form/compensation/values.ts"

/** A price in whole minor units of its own currency. */
export const Price = Schema.Struct({ minor: Schema.Number, currency: Schema.String })
export type Price = typeof Price.Type

const price = Schema.optionalKey(Schema.NullOr(Price))
const number = Schema.optionalKey(Schema.NullOr(Schema.Number))
const codeOrNull = Schema.optionalKey(Schema.NullOr(Schema.String))

/** What is known of the item. Left out or `null`: not known, or it does not apply. */
export const CompensatedItem = Schema.Struct({
  /** As the catalogue has it, in whatever currency. */
  recordedPrice: price,
  /** What it costs today. */
  currentPrice: price,
  /** What staff take its market value to be. */
  estimate: price,
  pages: number,
  publicationYear: number,
  /** How many copies are held, this one included. */
  copies: number,
  kind: codeOrNull,
  collection: codeOrNull,
  origin: codeOrNull,
  language: codeOrNull,
  binding: codeOrNull,
  /** The set that it is one volume of, and whether it can be had alone. */
  set: Schema.optionalKey(
    Schema.NullOr(Schema.Struct({ price, separable: Schema.optionalKey(Schema.NullOr(Schema.Boolean)) }))
  ),
  /** The serial that it is an issue or a bound volume of. */
  serial: Schema.optionalKey(Schema.NullOr(Schema.Struct({ yearPrice: price })))
})
export type CompensatedItem = typeof CompensatedItem.Type

/** A kind of damage, how bad, and how many pages or spots; one where it is not said. */
const found = { kind: Schema.String, grade: Schema.String, count: Schema.optionalKey(Schema.Number) }

/** Damage that was on the item before. `chosen`: what was chosen in a range then; not known: the most that it could be. */
const RecordedDamage = Schema.Struct({ ...found, chosen: Schema.optionalKey(Schema.NullOr(Schema.String)) })
const SpoiledPart = Schema.Struct({ part: Schema.String, count: Schema.optionalKey(Schema.Number) })

/**
 * Everything that the amount depends on besides the rule: stored with the charge, it gives the same amount for ever.
 * All that is on the item now, and apart from it what was on it already: only what is worse counts.
 */
export const CompensationCase = Schema.Struct({
  /** The branch's local day of the incident. */
  happenedOn: Schema.String.check(
    Schema.makeFilter((text: string) => dayNumber(text) !== null, { expected: "a day that exists, as YYYY-MM-DD" })
  ),
  loss: Schema.Boolean,
  item: CompensatedItem,
  conduct: Schema.optionalKey(Conduct),
  damages: Schema.optionalKey(Schema.Array(Schema.Struct(found))),
  parts: Schema.optionalKey(Schema.Array(SpoiledPart)),
  before: Schema.optionalKey(
    Schema.Struct({
      damages: Schema.optionalKey(Schema.Array(RecordedDamage)),
      parts: Schema.optionalKey(Schema.Array(SpoiledPart))
    })
  ),
  /** The overdue charge so far. */
  overdueMinor: Schema.optionalKey(Schema.Number),
  repairCostMinor: number,
  /** The rate of each other currency that a price is in; `from`: the day that it is dated. */
  rates: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        currency: Schema.String,
        rate: Schema.String,
        from: Schema.String,
        source: Schema.Literals(["policy", "staff"])
      })
    )
  ),
  /** What staff chose in a range, by the place that a `ChoiceNeeded` names, and who did. */
  choices: Schema.optionalKey(Schema.Record(Schema.String, Schema.Struct({ value: Schema.String, by: Schema.String }))),
  /** "cash" where it is not said. */
  settledBy: Schema.optionalKey(Schema.Literals(["cash", "inKind"]))
})
export type CompensationCase = typeof CompensationCase.Type
