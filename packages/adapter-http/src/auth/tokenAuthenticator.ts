import { type Library, ReaderId, staffRoles, type TokenRow } from "@openshelf/core"
import { Schema } from "effect"
import type { Authenticator, Identity } from "./authenticator.ts"
import { tenantOf, tokenHash } from "./tokenText.ts"

/**
 * Signs in by bearer tokens of `issueToken`. Looks each one up anew, by its key: a token that was removed or a right that
 * was withdrawn is gone with the next request.
 */
export const tokenAuthenticator = (
  library: Pick<Library, "read">,
  clock: () => number = () => Date.now()
): Authenticator => ({
  authenticate: async (request) => {
    const token = bearer.exec(request.headers.get("authorization") ?? "")?.[1]
    const tenant = token === undefined ? null : tenantOf(token)
    if (token === undefined || tenant === null) return null
    const { token: row } = await library.read(tenant, { token: { tokenHash: tokenHash(token) } })
    if (row === null || (row.expiresAt !== null && row.expiresAt <= clock())) return null
    return { tenant, branch: row.branch, ...actorOf(row) }
  }
})

const bearer = /^Bearer +([^\s,]{1,700})$/i

const decodePermissions = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Array(Schema.String)))

const actorOf = ({ role, subject, permissions }: TokenRow): Pick<Identity, "actor" | "channel"> =>
  role === "reader"
    ? { actor: { kind: "reader", readerId: ReaderId.make(subject) }, channel: "reader" }
    : {
        actor: {
          kind: "staff",
          id: subject,
          permissions: new Set([...staffRoles[role], ...decodePermissions(permissions)])
        },
        channel: "desk"
      }
