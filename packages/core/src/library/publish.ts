import { Effect, Result } from "effect"
import { decodeCalendar } from "../calendar/document.ts"
import type { Invalid } from "../decision/invalid.ts"
import type { DocumentRow } from "../decision/tables.ts"
import { Documents } from "../desk/documents.ts"
import { decodePolicy, type PolicyProblem, parsePolicy } from "../policy/index.ts"
import { Storage } from "../storage/port.ts"

/** A policy or calendar: the document itself, or its text (JSON; a policy's may have comments). */
export type DocumentInput = string | object

export interface TenantInput {
  readonly tenant: string
  readonly name: string
  readonly policy: DocumentInput
  readonly calendar: DocumentInput
  /** Milliseconds since 1970; the documents hold from here on, unless `validFrom` says otherwise. */
  readonly at: number
  readonly validFrom?: number
}

export interface Publication {
  readonly tenant: string
  readonly content: DocumentInput
  readonly at: number
  /** From when it holds; without it, from `at`. */
  readonly validFrom?: number
  /** Who publishes it. */
  readonly by: string
}

/** What is wrong with a document: where, in which line if it came as text, and what belongs there. */
export interface DocumentProblem extends Invalid {
  readonly line?: number
}

export type Published =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly invalid: ReadonlyArray<DocumentProblem> }

type Kind = DocumentRow["kind"]

/** Checks a document whole, and adds it under the next version of its kind. One that does not hold is not stored. */
export const publish = Effect.fnUntraced(function* (
  kind: Kind,
  { tenant, content, at, validFrom = at, by }: Publication
) {
  const read = readDocument(kind, content)
  if (Result.isFailure(read)) return { ok: false, invalid: read.failure } as const
  const storage = yield* Storage
  const row = { kind, validFrom, content: JSON.stringify(read.success), publishedAt: at, publishedBy: by }
  const version = yield* storage.publish(tenant, row)
  const documents = yield* Documents
  documents.forget(tenant)
  return { ok: true, version } as const
})

/** Makes a tenant with its first documents; what is there already stays, and is completed if a stop left it half made. */
export const openTenant = Effect.fnUntraced(function* (input: TenantInput) {
  const { tenant, name, at, validFrom = at } = input
  const read = { policy: readDocument("policy", input.policy), calendar: readDocument("calendar", input.calendar) }
  const invalid = kinds.flatMap((kind) => {
    const one = read[kind]
    return Result.isFailure(one) ? one.failure.map((problem) => under(kind, problem)) : []
  })
  if (Result.isFailure(read.policy) || Result.isFailure(read.calendar)) return { ok: false, invalid } as const
  const storage = yield* Storage
  const { currency } = read.policy.success as { readonly currency: string }
  yield* storage.openTenant({ tenant, name, currency, openedAt: at })
  const { documents } = yield* storage.documents(tenant)
  for (const kind of kinds) {
    if (documents.some((document) => document.kind === kind)) continue
    const content = JSON.stringify((read[kind] as Result.Success<object, never>).success)
    yield* storage.publish(tenant, { kind, validFrom, content, publishedAt: at, publishedBy: "openTenant" })
  }
  const cache = yield* Documents
  cache.forget(tenant)
  return { ok: true, version: 1 } as const
})

const kinds: ReadonlyArray<Kind> = ["policy", "calendar"]

const under = (kind: Kind, problem: DocumentProblem): DocumentProblem => ({
  ...problem,
  path: problem.path === "" ? kind : `${kind}.${problem.path}`
})

const readDocument = (kind: Kind, content: DocumentInput): Result.Result<object, ReadonlyArray<DocumentProblem>> =>
  kind === "policy" ? readPolicy(content) : readCalendar(content)

const readPolicy = (content: DocumentInput): Result.Result<object, ReadonlyArray<DocumentProblem>> =>
  Result.mapError(typeof content === "string" ? parsePolicy(content) : decodePolicy(content), (problems) =>
    problems.map(problemOf)
  )

const problemOf = ({ path, line, expected, found, suggestion }: PolicyProblem): DocumentProblem => {
  const hint = suggestion === undefined ? "" : `; did you mean ${JSON.stringify(suggestion)}?`
  return { path, expected: `${expected}, not ${found}${hint}`, ...(line === undefined ? {} : { line }) }
}

const readCalendar = (content: DocumentInput): Result.Result<object, ReadonlyArray<DocumentProblem>> => {
  if (typeof content !== "string") return decodeCalendar(content)
  try {
    return decodeCalendar(JSON.parse(content))
  } catch {
    return Result.fail([{ path: "", expected: "JSON" }])
  }
}
