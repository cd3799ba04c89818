import { Result, Schema } from "effect"
import { bounds } from "../form/bounds.ts"
import { PolicyDocument } from "../form/document.ts"
import { inconsistencies } from "./consistency.ts"
import { undeclaredCodes } from "./declaredCodes.ts"
import { type Finding, problemOf } from "./finding.ts"
import { looseDocument } from "./looseDocument.ts"
import { plainValue } from "./plainValue.ts"
import type { PolicyProblem, PolicyProblems } from "./problem.ts"
import { schemaFindings } from "./schemaFindings.ts"

/**
 * A policy from a value that came from anywhere: parsed JSON, an upload, a database. Promises, and refuses, what
 * `parsePolicy` does, without lines. The result is a copy; the value itself is never kept.
 */
export const decodePolicy = (value: unknown): Result.Result<PolicyDocument, PolicyProblems> => {
  const plain = plainValue(value)
  return Result.mapError(decodeValue(plain.value, plain.findings), (failed) => problems(failed.map(problemOf)))
}

const decodeForm = Schema.decodeUnknownResult(PolicyDocument, { errors: "all", onExcessProperty: "error" })

/** `before` was found while reading the value; what follows from it is not said again. */
export const decodeValue = (
  value: unknown,
  before: ReadonlyArray<Finding>
): Result.Result<PolicyDocument, ReadonlyArray<Finding>> => {
  const form = decodeForm(value)
  const document = looseDocument(value)
  const failed = firstOfEachPlace([
    before,
    Result.isFailure(form) ? schemaFindings(form.failure.issue, value) : [],
    undeclaredCodes(document),
    inconsistencies(document)
  ])
  return Result.isSuccess(form) && failed.length === 0 ? Result.succeed(form.success) : Result.fail(failed)
}

const firstOfEachPlace = (sources: ReadonlyArray<Iterable<Finding>>): ReadonlyArray<Finding> => {
  const found = new Map<string, Finding>()
  for (const source of sources) {
    for (const finding of source) {
      const place = JSON.stringify([finding.path, finding.offset])
      if (!found.has(place)) found.set(place, finding)
      if (found.size >= bounds.problems) return [...found.values()]
    }
  }
  return [...found.values()]
}

export const problems = ([first, ...rest]: ReadonlyArray<PolicyProblem>): PolicyProblems => {
  if (first === undefined) throw new Error("A policy was refused without a problem: a bug of the reader.")
  return [first, ...rest]
}
