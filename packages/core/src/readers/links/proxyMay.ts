import type { ReaderLinkFacts } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { ReaderId } from "../model.ts"
import { holds } from "./model.ts"

/** The link by which who brings the proxy's card may borrow for the reader; or why not. */
export const proxyMay = (
  links: ReadonlyArray<ReaderLinkFacts>,
  proxyId: ReaderId | null,
  card: string,
  at: number
): Refusal | null => {
  const known = links.find(({ link }) => link.kind === "proxy" && link.otherId === proxyId && holds(link, at))
  if (known === undefined) return { _tag: "NotProxy", card }
  const { status, expiresAt } = known.reader
  if (status !== "active")
    return { _tag: "ProxyMayNot", because: status === "pending" ? "ReaderPending" : "ReaderRemoved" }
  return expiresAt !== null && expiresAt <= at ? { _tag: "ProxyMayNot", because: "ReaderExpired" } : null
}
