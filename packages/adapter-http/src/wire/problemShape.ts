import { Schema } from "effect"

/** One refusal: a stable code, the permission that lifts it, and numbers and codes of its own. */
export const RefusalShape = Schema.StructWithRest(
  Schema.Struct({ code: Schema.String, liftedBy: Schema.NullOr(Schema.String) }),
  [Schema.Record(Schema.String, Schema.Unknown)]
)

/** Problem details by RFC 9457. */
export const ProblemShape = Schema.Struct({
  type: Schema.String,
  title: Schema.String,
  status: Schema.Int,
  detail: Schema.optionalKey(Schema.String),
  refusals: Schema.optionalKey(Schema.Array(RefusalShape)),
  invalid: Schema.optionalKey(Schema.Array(Schema.Struct({ path: Schema.String, expected: Schema.String }))),
  what: Schema.optionalKey(Schema.Array(Schema.String))
}).annotate({ identifier: "Problem" })
