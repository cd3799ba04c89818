import type { DocumentInput, Invalid, RefusalCode } from "@openshelf/core"
import type { Problem } from "../problem/problem.ts"
import type { Received } from "./answer.ts"
import { clientFaultOf } from "./clientFault.ts"

/** What came of it, or why it was not done: the server's own words. */
export type PolicyAnswer<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly invalid: ReadonlyArray<Invalid> }
  | { readonly ok: false; readonly refusals: ReadonlyArray<{ readonly code: RefusalCode }> }

interface Version {
  readonly version: number
  readonly validFromAt: string
  readonly publishedAt: string
  readonly publishedBy: string
}

interface Checked {
  readonly problems: ReadonlyArray<{ readonly path: string; readonly line?: number; readonly expected: string }>
  readonly findings: ReadonlyArray<Readonly<Record<string, unknown>>>
}

interface Tried {
  readonly settings: ReadonlyArray<{ readonly setting: string; readonly now: unknown; readonly draft: unknown }>
}

interface ToExplain {
  readonly action: "checkOut" | "pickUp" | "renew" | "returnItem" | "reserve"
  readonly item?: string
  readonly card?: string
  /** What is reserved, and where it would be picked up. */
  readonly title?: string
  readonly pickupBranch?: string
  /** ISO 8601 with a zone; without it, now. */
  readonly at?: string
  readonly document?: DocumentInput
}

/** The rules of a library over HTTP: looked at, checked, tried, explained, published. Instants are ISO 8601. */
export interface PolicyClient {
  readonly versions: () => Promise<PolicyAnswer<{ readonly rows: ReadonlyArray<Version> }>>
  /** Everything wrong with a draft, and what is probably not meant. */
  readonly check: (document: DocumentInput) => Promise<PolicyAnswer<Checked>>
  /** What a draft says in a case, beside what holds now. */
  readonly tryCase: (given: {
    readonly document?: DocumentInput
    readonly case: Readonly<Record<string, unknown>>
  }) => Promise<PolicyAnswer<Tried>>
  /** What a real reader would get for a real item, now and under a draft, and why. */
  readonly explain: (given: ToExplain) => Promise<PolicyAnswer<{ readonly now: unknown; readonly draft: unknown }>>
  readonly publish: (document: DocumentInput, validFrom?: string) => Promise<PolicyAnswer<{ readonly version: number }>>
  /** What each reader category may do, in words. */
  readonly regulations: (
    language: "en" | "zh",
    branch?: string
  ) => Promise<PolicyAnswer<Readonly<Record<string, unknown>>>>
}

type Send = (address: string, init: RequestInit) => Promise<Received>

export const policyClient = (send: Send): PolicyClient => {
  const ask = async <A>(address: string, body?: object): Promise<PolicyAnswer<A>> => {
    const headers = { "content-type": "application/json" }
    const init = body === undefined ? { method: "GET" } : { method: "POST", headers, body: JSON.stringify(body) }
    const { response, body: answer } = await send(address, init)
    if (response.ok) return { ok: true, value: answer as A }
    const told = answer as Problem & {
      readonly invalid?: ReadonlyArray<Invalid>
      readonly refusals?: ReadonlyArray<{ readonly code: RefusalCode }>
    }
    if (told.invalid !== undefined) return { ok: false, invalid: told.invalid }
    if (told.refusals !== undefined) return { ok: false, refusals: told.refusals }
    throw clientFaultOf(told, response.headers.get("retry-after"))
  }
  return {
    versions: () => ask("/v1/policies"),
    check: (document) => ask("/v1/policies/check", { document }),
    tryCase: (given) => ask("/v1/policies/try", given),
    explain: (given) => ask("/v1/explain", given),
    publish: (document, validFrom) =>
      ask("/v1/policies", validFrom === undefined ? { document } : { document, validFrom }),
    regulations: (language, branch) =>
      ask(`/v1/regulations?${new URLSearchParams(branch === undefined ? { language } : { language, branch })}`)
  }
}
