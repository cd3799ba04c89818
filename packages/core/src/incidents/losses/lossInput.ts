import { Schema } from "effect"
import { Code, text } from "../../decision/code.ts"
import { amountMax } from "../../money/minor.ts"

const wholeUpTo = (max: number): Schema.Int =>
  Schema.Int.check(
    Schema.makeFilter((n: number) => n >= 0 && n <= max, { expected: `a whole number from 0 to ${max}` })
  )

/** A price in whole minor units of its own currency. */
const Price = Schema.Struct({
  minor: wholeUpTo(amountMax),
  currency: Schema.String.check(Schema.isPattern(/^[A-Z]{3}$/, { expected: "a currency of ISO 4217" }))
})
const price = Schema.optionalKey(Price)

/** What staff know of a lost item beyond the catalogue, and what they choose where the rule leaves them a range. */
export const lossInput = {
  /** What it costs today. */
  currentPrice: price,
  /** What they take its market value to be. */
  estimate: price,
  /** Of the whole set that it is one volume of, and whether it can be had alone. */
  setPrice: price,
  separable: Schema.optionalKey(Schema.Boolean),
  /** Of the year of a serial. */
  yearPrice: price,
  pages: Schema.optionalKey(wholeUpTo(1_000_000)),
  /** Where the description has none. */
  publicationYear: Schema.optionalKey(wholeUpTo(9_999)),
  origin: Schema.optionalKey(Code),
  binding: Schema.optionalKey(Code),
  /** Of a currency that the policy has no rate of. */
  rate: Schema.optionalKey(Schema.Struct({ currency: Price.fields.currency, rate: text(40) })),
  /** By the place that a refusal `CostUntold` names. */
  choices: Schema.optionalKey(Schema.Record(text(200), text(40)))
}
const LossInput = Schema.Struct(lossInput)
export type LossInput = typeof LossInput.Type

/** Whether anything of it was said. */
export const saysAnything = (input: LossInput): boolean =>
  Object.keys(lossInput).some((field) => input[field as keyof LossInput] !== undefined)
