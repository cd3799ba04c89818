import { Result, Schema, SchemaIssue } from "effect"

/** What is wrong with an input, where, and what was expected there instead. */
export interface Invalid {
  /** Keys and indexes from the outermost in, joined by dots; "" is the input itself. */
  readonly path: string
  readonly expected: string
}

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/** A decoder that reports everything wrong at once and takes no key that it does not know. Never shows the input. */
export const decoder = <A>(
  schema: Schema.ConstraintDecoder<A>
): ((input: unknown) => Result.Result<A, ReadonlyArray<Invalid>>) => {
  const decode = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })
  return (input) =>
    Result.mapError(decode(input), ({ issue }) =>
      format(issue).issues.map(({ path = [], message }) => ({
        path: path.map((part) => String(typeof part === "object" ? part.key : part)).join("."),
        expected: message.replace(/^Expected /, "").replace(/^Missing key$/, "a value, but there is none")
      }))
    )
}
