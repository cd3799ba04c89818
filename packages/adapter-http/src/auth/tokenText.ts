/** A token names its tenant, so that no address has to: `osk_<tenant>_<64 hex digits of chance>`. */
const form = /^osk_([A-Za-z0-9.~%-][A-Za-z0-9.~%_-]{0,190})_([0-9a-f]{64})$/

export const tokenText = (tenant: string, secret: string): string => `osk_${encodeURIComponent(tenant)}_${secret}`

/** The tenant of a token; `null`: it is none of ours. */
export const tenantOf = (token: string): string | null => {
  const name = form.exec(token)?.[1]
  if (name === undefined) return null
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** What is stored of a token: SHA-256, hex. Its 256 bits of chance need no slow hash. */
export const tokenHash = async (token: string): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token))))

export const newSecret = (): string => hex(crypto.getRandomValues(new Uint8Array(32)))

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
