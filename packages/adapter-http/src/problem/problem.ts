import type { Invalid } from "@openshelf/core"
import type { Reply } from "../route.ts"

/** A refusal on the wire: its code, its numbers with instants as text, and the permission that lifts it. */
export type RefusalText = { readonly code: string; readonly liftedBy: string | null } & Readonly<
  Record<string, unknown>
>

/** Problem details by RFC 9457. `type` is a name, not an address to fetch. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly refusals?: ReadonlyArray<RefusalText>
  readonly invalid?: ReadonlyArray<Invalid>
  /** Of what is not there: the parts of the address of which one stands for nothing, or for nothing that whoever asks may see. */
  readonly what?: ReadonlyArray<string>
}

/** Every kind of problem but refusals, by name. Texts say what to do; none shows what was sent. */
const kinds = {
  invalid: { status: 400, title: "The request does not hold." },
  keyMissing: { status: 400, title: "A command needs an Idempotency-Key header: 1 to 200 visible characters." },
  overridden: { status: 400, title: "Methods are not overridden here." },
  signedOut: { status: 401, title: "Nobody is signed in." },
  distrusted: {
    status: 401,
    title: "The signature of this callback does not hold, or it is too old. Nothing was written."
  },
  unknown: { status: 404, title: "There is nothing here." },
  methodUnknown: { status: 405, title: "Another method is taken here: see the header Allow." },
  tooLarge: { status: 413, title: "The body is too large." },
  addressTooLong: { status: 414, title: "The address is too long." },
  notJson: { status: 415, title: "The body has to be application/json, not compressed." },
  fault: { status: 500, title: "Something broke here. Nothing was written." },
  outcomeUnknown: { status: 503, title: "It may be done or not. Ask again with the same Idempotency-Key." },
  busy: { status: 503, title: "Busy. Nothing was written; ask again." }
} as const
export type ProblemKind = keyof typeof kinds

export const problem = (
  kind: ProblemKind,
  more: Pick<Problem, "detail" | "invalid"> & { readonly headers?: Readonly<Record<string, string>> } = {}
): Reply => {
  const { headers, ...rest } = more
  const { status, title } = kinds[kind]
  const body: Problem = { type: `urn:openshelf:problem:${kind}`, title, status, ...rest }
  return { status, body, ...(headers === undefined ? {} : { headers }) }
}

export const invalid = (...list: ReadonlyArray<Invalid>): Reply => problem("invalid", { invalid: list })
