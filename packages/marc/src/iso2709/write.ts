import { type Field, isDataField, type MarcRecord } from "../record.ts"
import { fieldSeparator, subfieldSeparator, withoutSeparators } from "../stored/separators.ts"
import { entryLength, leaderLength } from "./directory.ts"

/** A record as ISO 2709, or why that is not possible: the format has no room for more than these. */
export type Written =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "FieldTooLong" | "RecordTooLong"; readonly tag: string | null }

const fieldBytesMax = 9_999
const recordBytesMax = 99_999

/**
 * The record in UTF-8, its leader saying so (in UNIMARC field 100), with lengths and addresses of its own. Tags and
 * indicators are cut or filled to their places; separators inside a text become blanks.
 */
export const writeIso2709 = (record: MarcRecord): Written => {
  const fields = fieldsToWrite(record).map((field) => ({
    tag: fitted(field.tag, 3),
    bytes: encoder.encode(textOf(field))
  }))
  const long = fields.find(({ bytes }) => bytes.length > fieldBytesMax)
  if (long) return { ok: false, reason: "FieldTooLong", tag: long.tag }
  const base = leaderLength + entryLength * fields.length + 1
  const length = fields.reduce((sum, { bytes }) => sum + bytes.length, base) + 1
  if (length > recordBytesMax) return { ok: false, reason: "RecordTooLong", tag: null }

  const bytes = new Uint8Array(length)
  let directory = ""
  let at = base
  for (const field of fields) {
    directory += field.tag + digits(field.bytes.length, 4) + digits(at - base, 5)
    bytes.set(field.bytes, at)
    at += field.bytes.length
  }
  bytes.set(encoder.encode(leaderOf(record, length, base) + directory + fieldSeparator))
  bytes[length - 1] = 0x1d
  return { ok: true, bytes }
}

const encoder = new TextEncoder()

const digits = (value: number, length: number): string => String(value).padStart(length, "0")

/** So many characters of ASCII, whatever was given. */
const fitted = (text: string, length: number): string =>
  text
    .replace(/[^ -~]/g, " ")
    .slice(0, length)
    .padEnd(length)

const textOf = (field: Field): string => {
  if (!isDataField(field)) return withoutSeparators(field.value) + fieldSeparator
  const subfields = field.subfields.map(
    ({ code, value }) => subfieldSeparator + fitted(code, 1) + withoutSeparators(value)
  )
  return fitted(field.ind1, 1) + fitted(field.ind2, 1) + subfields.join("") + fieldSeparator
}

const leaderOf = ({ leader, dialect }: MarcRecord, length: number, base: number): string => {
  const found = fitted(leader, leaderLength)
  const encoding = dialect === "marc21" ? "a" : found.charAt(9)
  return `${digits(length, 5)}${found.slice(5, 9)}${encoding}22${digits(base, 5)}${found.slice(17, 20)}4500`
}

/** UNIMARC names its character set in field 100, positions 26 to 29: 50 is UTF-8. */
const fieldsToWrite = ({ fields, dialect }: MarcRecord): ReadonlyArray<Field> =>
  dialect === "marc21"
    ? fields
    : fields.map((field) => {
        if (field.tag !== "100" || !isDataField(field)) return field
        const subfields = field.subfields.map(({ code, value }) =>
          code === "a" ? { code, value: `${value.padEnd(26).slice(0, 26)}50  ${value.slice(30)}` } : { code, value }
        )
        return { ...field, subfields }
      })
