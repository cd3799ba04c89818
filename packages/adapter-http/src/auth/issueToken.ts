import type { TokenRow } from "@openshelf/core"
import { newSecret, tokenHash, tokenText } from "./tokenText.ts"

export interface TokenRequest {
  readonly tenant: string
  readonly role: TokenRow["role"]
  /** The reader's id, or the name of a member of staff as it will stand in events. */
  readonly subject: string
  readonly branch: string
  /** Rights beyond those of the role. */
  readonly permissions?: ReadonlyArray<string>
  /** Milliseconds since 1970. */
  readonly at: number
  /** First instant at which it no longer holds; without it, it holds until it is removed. */
  readonly expiresAt?: number
}

/** A new bearer token, and the row for `library.putToken`. The token is in no row: who loses it needs a new one. */
export const issueToken = async ({
  tenant,
  role,
  subject,
  branch,
  permissions = [],
  at,
  expiresAt
}: TokenRequest): Promise<{ readonly token: string; readonly row: TokenRow }> => {
  const token = tokenText(tenant, newSecret())
  const row = {
    tokenHash: tokenHash(token),
    role,
    subject,
    branch,
    permissions: JSON.stringify(permissions),
    createdAt: at,
    expiresAt: expiresAt ?? null
  }
  return { token, row }
}
