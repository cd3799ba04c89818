import type { ReaderLinkFacts } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import type { ReaderId } from "../model.ts"

/** The link by which who brings the proxy's card may borrow for the reader; or why not. */
export const proxyMay = (
  links: ReadonlyArray<ReaderLinkFacts>,
  proxyId: ReaderId | null,
  card: string,
  at: number
): Refusal | null => {
  const link = links.find(
    (one) =>
      one.link.kind === "proxy" && one.link.otherId === proxyId && (one.link.endsAt === null || at < one.link.endsAt)
  )
  if (link === undefined) return { _tag: "NotProxy", card }
  const { status, expiresAt } = link.reader
  if (status !== "active") return { _tag: "ProxyMayNot", because: "ReaderRemoved" }
  return expiresAt !== null && expiresAt <= at ? { _tag: "ProxyMayNot", because: "ReaderExpired" } : null
}
