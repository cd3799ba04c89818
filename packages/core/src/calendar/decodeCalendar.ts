import { Result, Schema } from "effect"
import type { Invalid } from "../decision/invalid.ts"
import { type Finding, problemOf } from "../policy/reading/finding.ts"
import { plainValue } from "../policy/reading/plainValue.ts"
import { schemaFindings } from "../policy/reading/schemaFindings.ts"
import { CalendarDocument } from "./document.ts"

const decode = Schema.decodeUnknownResult(CalendarDocument, { errors: "all", onExcessProperty: "error" })

/** A calendar from parsed JSON; everything wrong with it at once, by path, with what was expected and what stands there. */
export const decodeCalendar = (given: unknown): Result.Result<CalendarDocument, ReadonlyArray<Invalid>> => {
  const { value, findings } = plainValue(given)
  const decoded = decode(value)
  const wrong = [...findings, ...(Result.isFailure(decoded) ? schemaFindings(decoded.failure.issue, value) : [])]
  return Result.isSuccess(decoded) && wrong.length === 0
    ? Result.succeed(decoded.success)
    : Result.fail(wrong.map(invalidOf))
}

const invalidOf = (finding: Finding): Invalid => {
  const { expected, found, suggestion } = problemOf(finding)
  const hint = suggestion === undefined ? "" : `; did you mean ${JSON.stringify(suggestion)}?`
  return { path: finding.path.join("."), expected: `${expected}, not ${found}${hint}` }
}
