import { decodeMarc8 } from "../marc8/decode.ts"
import { escapeAt } from "../marc8/escape.ts"
import type { Dialect } from "../record.ts"
import { guessEncoding } from "./guess.ts"
import { decodeUtf8, decodeUtf8Leniently, mostlyUtf8 } from "./utf8.ts"

/** U+FFFD stands for what could not be read; the source may have had its own. */
export interface DecodedText {
  readonly text: string
  readonly damaged: boolean
}

/** How the text of one record is decoded, piece by piece. */
export interface TextReading {
  readonly decode: (bytes: Uint8Array) => DecodedText
  /** Set when it is not the encoding that the record claims. */
  readonly mislabelled: string | null
}

/**
 * What to decode with: `auto` goes by each record's own claim and by its bytes; anything else overrules both:
 * `utf-8`, `marc-8`, or a label that `TextDecoder` knows, such as `gb18030`, `ibm866` or `windows-1252`.
 */
export type Encoding = "auto" | "utf-8" | "marc-8" | (string & {})

export const isKnownEncoding = (encoding: Encoding): boolean => {
  if (encoding === "auto" || encoding === "marc-8") return true
  try {
    return new TextDecoder(encoding).encoding !== ""
  } catch {
    return false
  }
}

export interface Claim {
  readonly dialect: Dialect
  /** Leader position 9: `a` is UTF-8, a space is MARC-8 in MARC 21. */
  readonly codingScheme: string
  /** Language of the work, where a guess needs it; `null`: not said. */
  readonly language: string | null
}

/** `bytes` are those of the whole record. */
export const readingOf = (bytes: Uint8Array, claim: Claim, encoding: Encoding): TextReading => {
  if (encoding !== "auto") return readingBy[encoding] ?? labelled(encoding)
  const utf8 = decodeUtf8(bytes) !== undefined
  const escaped = bytes.includes(escapeByte)
  const ascii = !bytes.some((byte) => byte > 0x7f)
  if (claim.dialect === "marc21" && claim.codingScheme !== "a")
    return utf8 && !escaped && !ascii ? mislabelled(asUtf8, "UTF-8") : asMarc8
  // Text that is ASCII to the eye may be Chinese in MARC-8.
  if (utf8) return escaped && ascii && hasEscape(bytes) ? mislabelled(asMarc8, "MARC-8") : asUtf8
  return claim.dialect === "unimarc" ? unimarcReading(bytes, claim) : brokenUtf8Reading(bytes)
}

const escapeByte = 0x1b

/** Whether MARC-8 changes its character set anywhere. */
const hasEscape = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === escapeByte && escapeAt(bytes, at) !== undefined)

const mislabelled = (reading: TextReading, found: string): TextReading => ({ ...reading, mislabelled: found })

const asUtf8: TextReading = {
  decode: (bytes) => {
    const text = decodeUtf8(bytes)
    return { text: text ?? decodeUtf8Leniently(bytes), damaged: text === undefined }
  },
  mislabelled: null
}
const asMarc8: TextReading = {
  decode: (bytes) => {
    const { text, unknown } = decodeMarc8(bytes)
    return { text, damaged: unknown > 0 }
  },
  mislabelled: null
}
const readingBy: Readonly<Record<string, TextReading>> = { "utf-8": asUtf8, "marc-8": asMarc8 }

const labelled = (label: string): TextReading => {
  const reading = byLabel.get(label) ?? readingLabelled(label)
  byLabel.set(label, reading)
  return reading
}

const byLabel = new Map<string, TextReading>()

const readingLabelled = (label: string): TextReading => {
  const decoder = new TextDecoder(label)
  return {
    decode: (bytes) => {
      const text = decoder.decode(bytes)
      return { text, damaged: text.includes("\ufffd") }
    },
    mislabelled: null
  }
}

const brokenUtf8Reading = (bytes: Uint8Array): TextReading => {
  if (mostlyUtf8(bytes)) return asUtf8
  const guess = guessEncoding(bytes)
  return mislabelled(readingBy[guess] ?? labelled(guess), guess)
}

/** Chinese records come in GB 18030 as often as in UTF-8, whatever their field 100 says. */
const unimarcReading = (bytes: Uint8Array, claim: Claim): TextReading => {
  if (claim.language !== "chi" || mostlyUtf8(bytes)) return asUtf8
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes)
  } catch {
    return asUtf8
  }
  return mislabelled(labelled("gb18030"), "GB 18030")
}
