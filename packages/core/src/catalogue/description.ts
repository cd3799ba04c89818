import { Schema } from "effect"
import { text } from "../decision/code.ts"

const line = text(2_000)
const lines = Schema.Array(line).check(Schema.isMaxLength(500))

/** A number by which the book trade knows a title; `valid` tells whether its check digit holds. Bad ones are kept as found. */
const Identifier = Schema.Struct({ kind: Schema.Literals(["isbn", "issn"]), value: text(100), valid: Schema.Boolean })

/** A class mark and its scheme: ddc, lcc, clc, sudoc, udc … */
const Classification = Schema.Struct({ scheme: text(40), number: text(200) })

/** What is said of a title. All text as the source has it. */
export const TitleDescription = Schema.Struct({
  title: text(4_000).check(Schema.isMinLength(1)),
  responsibility: Schema.optionalKey(line),
  edition: Schema.optionalKey(line),
  publisher: Schema.optionalKey(line),
  /** Year of publication as far as it is known. */
  year: Schema.optionalKey(Schema.Int),
  /** ISO 639-2/B. */
  language: Schema.optionalKey(text(10)),
  format: Schema.optionalKey(text(40)),
  identifiers: Schema.optionalKey(Schema.Array(Identifier).check(Schema.isMaxLength(500))),
  subjects: Schema.optionalKey(lines),
  classifications: Schema.optionalKey(Schema.Array(Classification).check(Schema.isMaxLength(100))),
  /** Title and responsibility in their own script, where the source gives both. */
  originalScript: Schema.optionalKey(
    Schema.Struct({ title: Schema.optionalKey(text(4_000)), responsibility: Schema.optionalKey(line) })
  )
})
export type TitleDescription = typeof TitleDescription.Type
