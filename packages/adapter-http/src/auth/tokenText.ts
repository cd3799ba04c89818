import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js"

/** A token names its tenant, so that no address has to: `osk_<tenant>_<64 hex digits of chance>`. */
const form = /^osk_([A-Za-z0-9.~%_!'()*-]{1,600})_([0-9a-f]{64})$/

export const tokenText = (tenant: string, secret: string): string => `osk_${encodeURIComponent(tenant)}_${secret}`

/** The tenant of a token; `null`: it is none of ours. */
export const tenantOf = (token: string): string | null => {
  const name = form.exec(token)?.[1]
  if (name === undefined) return null
  try {
    const tenant = decodeURIComponent(name)
    return /[\p{Cc}\p{Cs}]/u.test(tenant) ? null : tenant
  } catch {
    return null
  }
}

/** What is stored of a token: SHA-256, hex. Its 256 bits of chance need no slow hash. */
export const tokenHash = (token: string): string => bytesToHex(sha256(utf8ToBytes(token)))

export const newSecret = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(32)))
