import { keptDesk } from "../session/deskName.ts"
import type { Failure, Reply } from "./model.ts"

/** A request to the server. Changing ones carry a key, so that a repeat is carried out once. */
export interface Asked {
  readonly token: string
  readonly path: string
  /** POST for what has a body, unless told. */
  readonly method?: "POST" | "PATCH"
  readonly body?: unknown
  readonly key?: string
}

/** A new idempotency key; works on pages served without TLS too, where `randomUUID` is not there. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")

/** Sends it, and again with the same key where the network failed or the server was busy. Never throws. */
export const request = async <A>(asked: Asked): Promise<Reply<A>> => {
  for (const pauseMs of pausesMs) {
    const reply = await once<A>(asked)
    if (!isPassing(reply)) return reply
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return once(asked)
}

const pausesMs = [300, 1200]

const isPassing = (reply: Reply<unknown>): boolean =>
  reply.kind === "unreachable" || (reply.kind === "failed" && reply.status === 503)

const once = async <A>({ token, path, method = "POST", body, key }: Asked): Promise<Reply<A>> => {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: "application/json" }
  if (body !== undefined) headers["content-type"] = "application/json"
  if (key !== undefined) headers["idempotency-key"] = key
  const desk = keptDesk()
  if (desk !== null) headers["openshelf-desk"] = desk
  const sent = body === undefined ? {} : { method, body: JSON.stringify(body) }
  try {
    const response = await fetch(path, { ...sent, headers, cache: "no-store" })
    const answer: unknown = await response.json().catch(() => null)
    return response.ok ? { kind: "done", value: answer as A } : failureOf(response, answer)
  } catch {
    return { kind: "unreachable" }
  }
}

/** A problem of RFC 9457, as far as it is one. */
interface Problem {
  readonly title?: string
  readonly refusals?: Extract<Failure, { kind: "refused" }>["refusals"]
  readonly invalid?: Extract<Failure, { kind: "invalid" }>["invalid"]
}

const failureOf = (response: Response, answer: unknown): Failure => {
  const problem: Problem = typeof answer === "object" && answer !== null ? answer : {}
  if (response.status === 401) return { kind: "signedOut" }
  if (problem.refusals !== undefined) return { kind: "refused", refusals: problem.refusals }
  if (problem.invalid !== undefined) return { kind: "invalid", invalid: problem.invalid }
  if (response.status === 404) return { kind: "unknown" }
  const requestId = response.headers.get("x-request-id")
  return { kind: "failed", status: response.status, title: problem.title ?? response.statusText, requestId }
}
