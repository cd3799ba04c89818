import { decodeMarc8 } from "../marc8/decode.ts"
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
  if (claim.dialect === "unimarc") return utf8 ? asUtf8 : unimarcReading(bytes, claim)
  if (claim.codingScheme === "a") return utf8 ? asUtf8 : brokenUtf8Reading(bytes)
  const escaped = bytes.includes(escapeByte)
  if (!utf8 || escaped) return asMarc8
  return mostlyUtf8(bytes) ? { ...asUtf8, mislabelled: "UTF-8, though the leader says MARC-8" } : asMarc8
}

const escapeByte = 0x1b

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
  const reading = readingBy[guess] ?? labelled(guess)
  return { ...reading, mislabelled: `${guess}, though the leader says UTF-8` }
}

/** Chinese records come in GB 18030 as often as in UTF-8, whatever their field 100 says. */
const unimarcReading = (bytes: Uint8Array, claim: Claim): TextReading => {
  if (claim.language !== "chi" || mostlyUtf8(bytes)) return asUtf8
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes)
  } catch {
    return asUtf8
  }
  return { ...labelled("gb18030"), mislabelled: "GB 18030" }
}
