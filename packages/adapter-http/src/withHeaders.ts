import { faultProblem } from "./problem/faultProblem.ts"
import { notedFault } from "./problem/notedFault.ts"
import { problem } from "./problem/problem.ts"
import type { Reply } from "./route.ts"

/** One answer, as a log may keep it: nothing of what was asked or given, nobody's name. */
export interface Observed {
  readonly requestId: string
  readonly method: string
  /** The address without its query; it may hold a card or a barcode, as any access log does. */
  readonly path: string
  readonly status: number
  readonly ms: number
  /** What broke, where something did: for the operator's eyes, as it may name statements and paths. */
  readonly fault?: unknown
}

type Handle = (request: Request) => Promise<Response>

/** Refuses what no route should see, and gives every answer its id and the headers that keep it from harm. */
export const withHeaders =
  (handle: Handle, observe: (observed: Observed) => void = () => undefined): Handle =>
  async (request) => {
    const begun = performance.now()
    const requestId = requestIdOf(request)
    const misuse = misuseOf(request)
    const answered =
      misuse === null
        ? await handle(request).catch((fault: unknown) => plain(faultProblem(request, fault)))
        : plain(misuse)
    const headers = new Headers(answered.headers)
    for (const [name, value] of always) if (!headers.has(name)) headers.set(name, value)
    headers.set("x-request-id", requestId)
    const { pathname: path } = new URL(request.url)
    const { status } = answered
    const fault = notedFault(request)
    const ms = performance.now() - begun
    const observed = { requestId, method: request.method, path, status, ms, ...(fault === undefined ? {} : { fault }) }
    try {
      observe(observed)
    } catch {
      // What is done is done: a log that fails takes nobody's answer away.
    }
    return new Response(answered.body, { status, headers })
  }

const always: ReadonlyArray<readonly [string, string]> = [
  ["cache-control", "no-store"],
  ["content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
  ["cross-origin-resource-policy", "same-origin"],
  ["referrer-policy", "no-referrer"],
  ["x-content-type-options", "nosniff"]
]

const addressMax = 10_000

const misuseOf = ({ headers, url }: Request): Reply | null => {
  if (headers.has("x-http-method-override") || headers.has("x-http-method") || headers.has("x-method-override"))
    return problem("overridden")
  return url.length > addressMax ? problem("addressTooLong") : null
}

/** The caller's own id if it is a sane one, so that both logs name the request alike. */
const requestIdOf = ({ headers }: Request): string => {
  const given = headers.get("x-request-id") ?? ""
  return /^[A-Za-z0-9._-]{1,64}$/.test(given) ? given : crypto.randomUUID()
}

const plain = ({ status, body, headers = {} }: Reply): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...headers, "content-type": "application/problem+json" } })
