import type { ExternalPayment } from "@openshelf/core/external-payments"
import type { PaymentNotice, PaymentProvider } from "./provider.ts"

export interface HmacOptions {
  readonly tenant: string
  readonly branch: string
  /** Shared with the provider, 16 characters or more; several while one takes the other's place. */
  readonly secret: string | ReadonlyArray<string>
  /** How far the time of a notice may lie from now: five minutes unless told. */
  readonly toleranceMs?: number
  /** Header of the signature, lower-case hexadecimal digits: `openshelf-signature` unless told. */
  readonly signatureHeader?: string
  /** Header of the time, seconds since 1970: `openshelf-timestamp` unless told. */
  readonly timestampHeader?: string
  /** The payment in a JSON body; by default the body has the fields of `ExternalPayment`. `null`: it tells of none. */
  readonly payment?: (body: unknown) => ExternalPayment | null
}

/**
 * A provider that signs `<timestamp>.<body>` with HMAC-SHA256. Compared in constant time, before anything of the body is read.
 * A notice sent again later than the tolerance is refused as too old; one sent again before that is taken once by its id.
 */
export const hmacProvider = ({
  tenant,
  branch,
  secret,
  toleranceMs = 300_000,
  signatureHeader = "openshelf-signature",
  timestampHeader = "openshelf-timestamp",
  payment = (body) => body as ExternalPayment | null
}: HmacOptions): PaymentProvider => {
  const secrets = typeof secret === "string" ? [secret] : secret
  if (secrets.length === 0 || secrets.some(({ length }) => length < 16))
    throw new RangeError("a secret has at least 16 characters")
  const keys = Promise.all(secrets.map(keyOf))
  const isSigned = async ({ bytes, headers, now }: PaymentNotice): Promise<boolean> => {
    const timestamp = headers.get(timestampHeader) ?? ""
    const signature = bytesOf(headers.get(signatureHeader) ?? "")
    if (signature === null || !/^\d{1,12}$/.test(timestamp)) return false
    if (Math.abs(now - Number(timestamp) * 1000) > toleranceMs) return false
    const signed = joined(new TextEncoder().encode(`${timestamp}.`), bytes)
    const held = await Promise.all((await keys).map((key) => crypto.subtle.verify("HMAC", key, signature, signed)))
    return held.includes(true)
  }
  return {
    tenant,
    branch,
    read: async (notice) => ((await isSigned(notice)) ? payment(jsonOf(notice.bytes)) : null)
  }
}

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"])

/** `null`: no 32 bytes in hexadecimal digits. */
const bytesOf = (hex: string): Uint8Array<ArrayBuffer> | null =>
  /^[0-9a-f]{64}$/.test(hex) ? Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)) : null

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(head.length + tail.length)
  whole.set(head)
  whole.set(tail, head.length)
  return whole
}

/** What was signed and is no JSON tells of nothing. */
const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
