import { Schema } from "effect"
import { inOrder, isAmount } from "../amounts.ts"
import { CodeCondition, RangeCondition } from "../conditions.ts"
import { amount, code, textThat, wholeNumber, yesOrNo } from "../leaves.ts"

/** Decimal text of 0 or more: what multiplies a price can never make it negative. */
export const factor = textThat(isAmount, 'a factor of 0 or more as text, such as "0.5" or "20"')
export const percent = textThat(isAmount, 'a percentage of 0 or more as text, such as "30"')

/** Where a price came from. */
export const basisSources = [
  "recordedPrice",
  "currentPrice",
  "foreignPrice",
  "estimate",
  "pages",
  "table",
  "standIn",
  "set",
  "year"
] as const

export const Conduct = Schema.Literals(["accident", "onPurpose", "theft", "noFault"])
export type Conduct = typeof Conduct.Type

/**
 * What a row asks of the case: all that it names. An unknown code is none of any. An unknown year, number of copies or
 * price is not guessed: who needs one is refused. A price band looks at the price before any factor, both ends included.
 */
export const CaseCondition = Schema.Struct({
  kind: Schema.optionalKey(CodeCondition),
  collection: Schema.optionalKey(CodeCondition),
  origin: Schema.optionalKey(CodeCondition),
  language: Schema.optionalKey(CodeCondition),
  binding: Schema.optionalKey(CodeCondition),
  conduct: Schema.optionalKey(Schema.Union([Conduct, Schema.Array(Conduct)])),
  publicationYear: Schema.optionalKey(RangeCondition),
  copies: Schema.optionalKey(RangeCondition),
  price: Schema.optionalKey(
    Schema.Struct({ min: Schema.optionalKey(amount), max: Schema.optionalKey(amount) }).check(
      Schema.makeFilter(
        ({ min, max }: { readonly min?: string; readonly max?: string }) =>
          (min !== undefined || max !== undefined) && (min === undefined || max === undefined || inOrder(min, max)),
        { expected: 'a price band: {"min": amount}, {"max": amount} or both, the least first' }
      )
    )
  ),
  /** Whether it is one volume of a set. */
  inSet: Schema.optionalKey(yesOrNo),
  priceFrom: Schema.optionalKey(Schema.Array(Schema.Literals(basisSources)))
})
export type CaseCondition = typeof CaseCondition.Type

/** One number, or a range in which staff must choose. */
export type Choosable = string | { readonly min: string; readonly max: string }

const choosable = (leaf: Schema.String, what: string) =>
  Schema.Union([
    leaf,
    Schema.Struct({ min: leaf, max: leaf }).check(
      Schema.makeFilter(({ min, max }: { readonly min: string; readonly max: string }) => inOrder(min, max), {
        expected: 'a range {"min", "max"}, the least first'
      })
    )
  ]).annotate({ expected: `${what}, or {"min", "max"} for staff to choose in` })

export interface ValueRow {
  readonly id: string
  readonly when?: CaseCondition
  readonly value: Choosable
}
/** A value the same for every case, or rows of which the first that matches holds. */
export type Valued = Choosable | ReadonlyArray<ValueRow>

const valued = (leaf: Schema.String, what: string) => {
  const value = choosable(leaf, what)
  return Schema.Union([
    ...value.members,
    Schema.Array(Schema.Struct({ id: code, when: Schema.optionalKey(CaseCondition), value })).check(atLeastOne)
  ]).annotate({ expected: `${what}, {"min", "max"}, or a list of {"id", "when", "value"}` })
}

const atLeastOne = Schema.makeFilter((rows: ReadonlyArray<unknown>) => rows.length > 0 && rows.length <= 200, {
  expected: "a list of 1 to 200 rows"
})

export const amounts = valued(amount, "an amount as text")
export const factors = valued(factor, "a factor as text")
export const percents = valued(percent, "a percentage as text")
export const oneFactor = choosable(factor, "a factor as text")

/**
 * A table of factors. `perYear`: times the whole years since publication. `depreciation`: times what is left of a life
 * of so many years, never less than `floor`.
 */
export const factorTable = Schema.Array(
  Schema.Struct({
    id: code,
    when: Schema.optionalKey(CaseCondition),
    value: oneFactor,
    perYear: Schema.optionalKey(yesOrNo),
    depreciation: Schema.optionalKey(Schema.Struct({ lifeYears: wholeNumber("years", 1, 1_000), floor: factor }))
  })
).check(atLeastOne)
