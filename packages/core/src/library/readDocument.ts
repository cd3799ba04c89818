import { Result } from "effect"
import type { Invalid } from "../decision/invalid.ts"
import type { DocumentRow } from "../decision/tables.ts"
import type { Finding } from "../policy/documents.ts"
import type { PolicyProblem } from "../policy/index.ts"

/** A policy or calendar: the document itself, or its text (JSON, comments allowed). */
export type DocumentInput = string | object

/** What is wrong with a document: where, in which line if it came as text, and what belongs there. */
export interface DocumentProblem extends Invalid {
  readonly line?: number
}

type Read = Result.Result<object, ReadonlyArray<DocumentProblem>>

type Reading = typeof import("../policy/documents.ts")

/** Reading documents is an entry of its own, loaded when the first is published: who lends has no use for it. */
const reading = (): Promise<Reading> => import("@openshelf/core/documents")

/** A document that holds as a whole, or everything that is wrong with it. */
export const readDocument = (kind: DocumentRow["kind"], content: DocumentInput): Promise<Read> =>
  kind === "policy" ? readPolicy(content) : readCalendar(content)

const readPolicy = async (content: DocumentInput): Promise<Read> => {
  const { decodePolicy, parsePolicy } = await reading()
  const read = typeof content === "string" ? parsePolicy(content) : decodePolicy(content)
  return Result.mapError(read, (problems) => problems.map(problemOf))
}

const problemOf = ({ path, line, expected, found, suggestion }: PolicyProblem): DocumentProblem => {
  const hint = suggestion === undefined ? "" : `; did you mean ${JSON.stringify(suggestion)}?`
  return { path, expected: `${expected}, not ${found}${hint}`, ...(line === undefined ? {} : { line }) }
}

const readCalendar = async (content: DocumentInput): Promise<Read> => {
  const { decodeCalendar, formatPath, plainValue, readText } = await reading()
  const source = typeof content === "string" ? fromText(content, readText) : fromValue(content, plainValue)
  const { value, findings, lineOf } = source
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

interface Source {
  readonly value: unknown
  readonly findings: ReadonlyArray<Finding>
  readonly lineOf: (finding: Finding) => { readonly line?: number }
}

const fromText = (content: string, readText: Reading["readText"]): Source => {
  const { value, findings, positionOf } = readText(content)
  return { value, findings, lineOf: (finding) => ({ line: positionOf(finding).line }) }
}

const fromValue = (value: object, plainValue: Reading["plainValue"]): Source => ({
  ...plainValue(value),
  lineOf: () => ({})
})

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
