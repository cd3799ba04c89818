import type { Reply } from "../route.ts"
import type { Problem } from "./problem.ts"

/** The parts of an address that stand for something, in their order. */
export const partsOf = (path: string): ReadonlyArray<string> =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name)

/**
 * An answer that there is nothing says which parts of its route's address may stand for nothing. They are the route's own,
 * so what whoever asks may not see looks as if it were not there.
 */
export const namingUnknown = (reply: Reply, path: string): Reply => {
  const what = partsOf(path)
  return what.length > 0 && isUnknown(reply.body) ? { ...reply, body: { ...reply.body, what } } : reply
}

const isUnknown = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "type" in body && body.type === "urn:openshelf:problem:unknown"
