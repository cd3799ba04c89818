import { Result } from "effect"
import { decodeCalendar } from "../calendar/document.ts"
import type { Invalid } from "../decision/invalid.ts"
import type { DocumentRow } from "../decision/tables.ts"
import { decodePolicy, formatPath, type PolicyProblem, parsePolicy, plainValue, readText } from "../policy/index.ts"

/** A policy or calendar: the document itself, or its text (JSON, comments allowed). */
export type DocumentInput = string | object

/** What is wrong with a document: where, in which line if it came as text, and what belongs there. */
export interface DocumentProblem extends Invalid {
  readonly line?: number
}

type Read = Result.Result<object, ReadonlyArray<DocumentProblem>>

/** A document that holds as a whole, or everything that is wrong with it. */
export const readDocument = (kind: DocumentRow["kind"], content: DocumentInput): Read =>
  kind === "policy" ? readPolicy(content) : readCalendar(content)

const readPolicy = (content: DocumentInput): Read =>
  Result.mapError(typeof content === "string" ? parsePolicy(content) : decodePolicy(content), (problems) =>
    problems.map(problemOf)
  )

const problemOf = ({ path, line, expected, found, suggestion }: PolicyProblem): DocumentProblem => {
  const hint = suggestion === undefined ? "" : `; did you mean ${JSON.stringify(suggestion)}?`
  return { path, expected: `${expected}, not ${found}${hint}`, ...(line === undefined ? {} : { line }) }
}

const readCalendar = (content: DocumentInput): Read => {
  const { value, findings, lineOf } = typeof content === "string" ? fromText(content) : fromValue(content)
  if (findings.length > 0)
    return Result.fail(
      findings.map((finding) => ({
        path: formatPath(finding.path),
        expected: `${finding.expected}, not ${finding.found}`,
        ...lineOf(finding)
      }))
    )
  return Result.mapError(decodeCalendar(value), (invalid) =>
    invalid.map((one) => ({
      ...one,
      ...lineOf({ path: partsOf(one.path, value), at: "value", expected: one.expected, found: "" })
    }))
  )
}

type Finding = Parameters<ReturnType<typeof readText>["positionOf"]>[0]
interface Source {
  readonly value: unknown
  readonly findings: ReadonlyArray<Finding>
  readonly lineOf: (finding: Finding) => { readonly line?: number }
}

const fromText = (text: string): Source => {
  const { value, findings, positionOf } = readText(text)
  return { value, findings, lineOf: (finding) => ({ line: positionOf(finding).line }) }
}

const fromValue = (value: object): Source => ({ ...plainValue(value), lineOf: () => ({}) })

/** A path of names joined by dots in its parts, as far as it can be followed: numbers where there is a list. */
const partsOf = (path: string, value: unknown): ReadonlyArray<string | number> => {
  const parts: Array<string | number> = []
  let at = value
  for (const name of path === "" ? [] : path.split(".")) {
    parts.push(Array.isArray(at) ? Number(name) : name)
    at = typeof at === "object" && at !== null ? (at as Readonly<Record<string, unknown>>)[name] : undefined
  }
  return parts
}
