import { Effect, Result, Schema } from "effect"
import { InstantInput } from "../calendar/instantInput.ts"
import { Code, text } from "../decision/code.ts"
import { decoder, type Invalid } from "../decision/invalid.ts"
import type { DocumentRow } from "../decision/tables.ts"
import { Documents } from "../desk/documents.ts"
import { Storage, type TenantRow } from "../storage/port.ts"
import { type DocumentInput, type DocumentProblem, readDocument } from "./readDocument.ts"

export interface TenantInput {
  /** 1 to 64 characters, none of them a control character. */
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

export type Published =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly invalid: ReadonlyArray<DocumentProblem> }

type Kind = DocumentRow["kind"]

const name = text(200).check(Schema.isMinLength(1))
const tenantFields = decoder(Schema.Struct({ tenant: Code, name, at: InstantInput, validFrom: InstantInput }))
const publicationFields = decoder(Schema.Struct({ at: InstantInput, validFrom: InstantInput, by: name }))
const problemsOf = (read: Result.Result<unknown, ReadonlyArray<Invalid>>): ReadonlyArray<Invalid> =>
  Result.isFailure(read) ? read.failure : []

/** Checks a document whole, and adds it under the next version of its kind. One that does not hold is not stored. */
export const publish = Effect.fnUntraced(function* (
  kind: Kind,
  { tenant, content, at, validFrom = at, by }: Publication
) {
  const read = yield* Effect.promise(() => readDocument(kind, content))
  const unfit = problemsOf(publicationFields({ at, validFrom, by }))
  if (Result.isFailure(read)) return { ok: false, invalid: [...unfit, ...read.failure] } as const
  if (unfit.length > 0) return { ok: false, invalid: unfit } as const
  const storage = yield* Storage
  const known = (yield* storage.tenants()).find((one) => one.tenant === tenant)
  const foreign = kind === "policy" && known !== undefined ? otherCurrency(read.success, known) : []
  if (foreign.length > 0) return { ok: false, invalid: foreign } as const
  const row = { kind, validFrom, content: JSON.stringify(read.success), publishedAt: at, publishedBy: by }
  const version = yield* storage.publish(tenant, row)
  const documents = yield* Documents
  documents.forget(tenant)
  return { ok: true, version } as const
})

/** Makes a tenant with its first documents; what is there already stays, and is completed if a stop left it half made. */
export const openTenant = Effect.fnUntraced(function* (input: TenantInput) {
  const { tenant, name, at, validFrom = at } = input
  const read = {
    policy: yield* Effect.promise(() => readDocument("policy", input.policy)),
    calendar: yield* Effect.promise(() => readDocument("calendar", input.calendar))
  }
  const unfit = problemsOf(tenantFields({ tenant, name, at, validFrom }))
  const invalid = kinds.flatMap((kind) => {
    const one = read[kind]
    return Result.isFailure(one) ? one.failure.map((problem) => under(kind, problem)) : []
  })
  if (Result.isFailure(read.policy) || Result.isFailure(read.calendar) || unfit.length > 0)
    return { ok: false, invalid: [...unfit, ...invalid] } as const
  const storage = yield* Storage
  const { currency } = read.policy.success as { readonly currency: string }
  const opened = yield* storage.openTenant({ tenant, name, currency, openedAt: at })
  const { documents } = yield* storage.documents(tenant)
  const missing = kinds.filter((kind) => !documents.some((document) => document.kind === kind))
  const foreign = missing.includes("policy") ? otherCurrency(read.policy.success, opened) : []
  if (foreign.length > 0) return { ok: false, invalid: foreign.map((problem) => under("policy", problem)) } as const
  for (const kind of missing) {
    const content = JSON.stringify((read[kind] as Result.Success<object, never>).success)
    yield* storage.publish(tenant, { kind, validFrom, content, publishedAt: at, publishedBy: "openTenant" }, 1)
  }
  const cache = yield* Documents
  cache.forget(tenant)
  return { ok: true, version: 1 } as const
})

/** Accounts hold minor units of one currency: under another they would owe something else. */
const otherCurrency = (policy: object, { currency }: Pick<TenantRow, "currency">): ReadonlyArray<Invalid> =>
  (policy as { readonly currency: string }).currency === currency
    ? []
    : [{ path: "currency", expected: `${currency}, which the accounts of this tenant are kept in` }]

const kinds: ReadonlyArray<Kind> = ["policy", "calendar"]

const under = (kind: Kind, problem: DocumentProblem): DocumentProblem => ({
  ...problem,
  path: problem.path === "" ? kind : `${kind}.${problem.path}`
})
