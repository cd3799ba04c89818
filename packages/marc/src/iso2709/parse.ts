import { dialectFrom } from "../reading/dialect.ts"
import { leaderFrom } from "../reading/leader.ts"
import type { ReadOptions } from "../reading/options.ts"
import { hasTooManyParts, tooManyParts } from "../reading/parts.ts"
import { Repairs } from "../reading/repairs.ts"
import type { Parsed, RejectionCode } from "../reading/result.ts"
import type { Dialect, MarcRecord } from "../record.ts"
import { bytesAsText, isAscii } from "../text/bytesAsText.ts"
import { readingOf } from "../text/encoding.ts"
import { type Directory, digitsAt, type Extent, fieldTerminator, leaderLength, soundDirectory } from "./directory.ts"
import { fieldFrom, type TextBetween } from "./fields.ts"
import { repairedDirectory } from "./repairDirectory.ts"

export const recordTerminator = 0x1d
const partSigns = [fieldTerminator, 0x1f]

/**
 * One record from its bytes: leader, directory, data, terminator. What is wrong but certain is put right and noted;
 * what is not certain is a rejection. Never throws.
 */
export const parseIso2709 = (bytes: Uint8Array, options: ReadOptions): Parsed => {
  const { partCountMax } = options.limits
  if (hasTooManyParts(bytes, partSigns, partCountMax)) return { ok: false, reason: tooManyParts(partCountMax) }
  const length = digitsAt(bytes, 0, 5)
  const directoryEnd = bytes.indexOf(fieldTerminator, leaderLength)
  const cutShort = length > bytes.length ? rejected("RecordCutShort", `${bytes.length} bytes of ${length}`) : undefined
  if (directoryEnd < 0 || length < 0) return cutShort ?? rejected("NotARecord", "there is no leader and directory")

  const base = directoryEnd + 1
  const text = bytesAsText(bytes)
  const terminated = bytes[bytes.length - 1] === recordTerminator
  const directory = soundDirectory(bytes, text, base) ?? repairedDirectory(bytes, text, base)
  // Without a terminator a repaired directory may as well be one whose last fields are missing.
  if (directory === undefined || (!terminated && directory.repair !== null))
    return cutShort ?? rejected("DirectoryUnreadable", "which tag belongs to which field is not certain")

  const repairs = new Repairs()
  noteLengths(bytes, base, terminated, repairs)
  if (directory.repair !== null) repairs.note(directory.repair.code, directory.repair.message)
  const record = recordFrom(bytes, text, directory, options, repairs)
  return { ok: true, record, repairs: repairs.list }
}

const rejected = (code: RejectionCode, message: string): Parsed => ({ ok: false, reason: { code, message } })

const noteLengths = (bytes: Uint8Array, base: number, terminated: boolean, repairs: Repairs): void => {
  const length = digitsAt(bytes, 0, 5)
  const full = terminated ? bytes.length : bytes.length + 1
  if (!terminated) repairs.note("TerminatorMissing", "the record has no terminator")
  if (length !== full) repairs.note("LengthWrong", `${full} bytes, where the leader says ${length}`)
  const written = digitsAt(bytes, 12, 5)
  if (written !== base) repairs.note("BaseAddressWrong", `the data begin at ${base}, where the leader says ${written}`)
}

const recordFrom = (
  bytes: Uint8Array,
  text: string,
  { extents }: Directory,
  options: ReadOptions,
  repairs: Repairs
): MarcRecord => {
  const dialect = options.dialect === "auto" ? dialectOf(extents, text) : options.dialect
  const between = textBetween(bytes, text, dialect, extents, options, repairs)
  const fields = extents.map((extent) => fieldFrom(extent, text, between, repairs))
  return { leader: leaderFrom(text.slice(0, leaderLength), repairs), fields, dialect }
}

const dialectOf = (extents: ReadonlyArray<Extent>, text: string): Dialect =>
  dialectFrom({
    has: (tag) => extents.some((extent) => extent.tag === tag),
    coded: rawSubfieldA(extents, text, "100")
  })

const rawSubfieldA = (extents: ReadonlyArray<Extent>, text: string, tag: string): string | undefined => {
  const extent = extents.find((extent) => extent.tag === tag)
  return extent && /\x1fa([^\x1f]*)/.exec(text.slice(extent.start, extent.end))?.[1]
}

const textBetween = (
  bytes: Uint8Array,
  text: string,
  dialect: Dialect,
  extents: ReadonlyArray<Extent>,
  options: ReadOptions,
  repairs: Repairs
): TextBetween => {
  if (!/[^\0-\x1a\x1c-\x7f]|&#x/.test(text)) return (start, end) => text.slice(start, end)
  const language = dialect === "unimarc" ? (rawSubfieldA(extents, text, "101") ?? null) : null
  const claim = { dialect, codingScheme: text.charAt(9), language }
  const { decode, mislabelled } = readingOf(bytes, claim, options.encoding)
  if (mislabelled !== null) repairs.note("EncodingWrong", `the text is ${mislabelled}, which the record does not say`)
  return (start, end, tag) => {
    const piece = text.slice(start, end)
    if (isAscii(piece) && !/\x1b|&#x/.test(piece)) return piece
    const decoded = decode(bytes.subarray(start, end))
    if (decoded.damaged) repairs.note("TextUnreadable", "some characters could not be read", tag)
    return decoded.text
  }
}
