import { Result } from "effect"
import type { PolicyDocument } from "../form/document.ts"
import { decodeValue, problems } from "./decodePolicy.ts"
import { problemOf } from "./finding.ts"
import { readPolicyText } from "./policyText.ts"
import type { PolicyProblems } from "./problem.ts"

/**
 * A policy from a text of JSON; comments and trailing commas are allowed, and so is a byte order mark.
 * Refuses the whole of it with every problem found (at most `bounds.problems`), each with line and column. A text that
 * is no JSON is not looked at further.
 */
export const parsePolicy = (text: string): Result.Result<PolicyDocument, PolicyProblems> => {
  const { value, findings, sound, positionOf } = readPolicyText(text)
  const decoded = sound ? decodeValue(value, findings) : Result.fail(findings)
  return Result.mapError(decoded, (failed) => {
    const placed = failed.map((finding) => ({ ...positionOf(finding), problem: problemOf(finding) }))
    placed.sort((a, b) => a.offset - b.offset)
    return problems(placed.map(({ line, column, problem }) => ({ ...problem, line, column })))
  })
}
