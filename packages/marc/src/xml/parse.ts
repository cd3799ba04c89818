import type { ReadOptions } from "../reading/options.ts"
import { hasTooManyParts, tooManyParts } from "../reading/parts.ts"
import { recordFrom } from "../reading/recordFrom.ts"
import { Repairs } from "../reading/repairs.ts"
import type { Parsed, RejectionCode } from "../reading/result.ts"
import { decodeUtf8 } from "../text/utf8.ts"
import { type XmlContent, xmlContent } from "./content.ts"

/** Every tag begins with one. */
const partSigns = [0x3c]

/**
 * One MARCXML or MarcXchange record from the bytes of its element, whatever its namespace prefix. `encoding` is what
 * the XML declaration says. Never throws.
 */
export const parseXmlRecord = (bytes: Uint8Array, encoding: string, options: ReadOptions): Parsed => {
  const { partCountMax } = options.limits
  if (hasTooManyParts(bytes, partSigns, partCountMax)) return { ok: false, reason: tooManyParts(partCountMax) }
  const repairs = new Repairs()
  const content = readContent(textOf(bytes, encoding, repairs))
  if ("ok" in content) return content
  const { leader, fields, dialect } = content
  if (leader === "" && fields.length === 0) return rejected("XmlNotMarc", "a record element without leader or fields")
  return { ok: true, record: recordFrom(leader, fields, dialect, options, repairs), repairs: repairs.list }
}

const textOf = (bytes: Uint8Array, encoding: string, repairs: Repairs): string => {
  const utf8 = encoding === "utf-8" ? decodeUtf8(bytes) : undefined
  if (utf8 !== undefined) return utf8
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes("\ufffd")) repairs.note("TextUnreadable", `some characters are not ${encoding}`)
  return text
}

const readContent = (xml: string): XmlContent | Parsed => {
  try {
    return xmlContent(xml)
  } catch (error) {
    return rejected("XmlNotWellFormed", error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error))
  }
}

const rejected = (code: RejectionCode, message: string): Parsed => ({ ok: false, reason: { code, message } })
