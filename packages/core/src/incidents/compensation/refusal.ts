import { Schema } from "effect"

/**
 * Why an amount cannot be told. The tag is the stable code. `at` is a place of the rule, as `factors.copies.one`, or of
 * the case, as `item.recordedPrice`.
 */
export const CompensationRefusal = Schema.TaggedUnion({
  /** None of the sources has a price for this item. */
  BasisMissing: { sources: Schema.Array(Schema.String) },
  SetPriceMissing: {},
  YearPriceMissing: {},
  RateMissing: { currency: Schema.String },
  RepairCostMissing: {},
  /** Something that rows ask for is not known. */
  FactMissing: { fact: Schema.String, at: Schema.String },
  /** No row of a table holds for this case, and there is no amount without one. */
  ValueMissing: { at: Schema.String },
  ChoiceNeeded: { at: Schema.String, unit: Schema.String, min: Schema.String, max: Schema.String },
  ChoiceOutside: { at: Schema.String, chosen: Schema.String, min: Schema.String, max: Schema.String },
  /** Something was chosen where the rule leaves no choice. */
  ChoiceNotAsked: { at: Schema.String },
  DamageKindUnknown: { kind: Schema.String, known: Schema.Array(Schema.String) },
  GradeUnknown: { kind: Schema.String, grade: Schema.String, known: Schema.Array(Schema.String) },
  /** One kind of damage is found once, in its worst grade. */
  DamageRepeated: { kind: Schema.String },
  PartUnknown: { part: Schema.String, known: Schema.Array(Schema.String) },
  PartRepeated: { part: Schema.String },
  PublicationYearAhead: { publicationYear: Schema.Int, year: Schema.Int },
  /** Only a loss, or what counts as one, is replaced, and only where the rule admits it. */
  ReplacementNotAllowed: {},
  AmountInvalid: { at: Schema.String, found: Schema.String, expected: Schema.String },
  AmountTooLarge: { amountMax: Schema.Int }
})
export type CompensationRefusal = typeof CompensationRefusal.Type
export type CompensationRefusals = readonly [CompensationRefusal, ...ReadonlyArray<CompensationRefusal>]
