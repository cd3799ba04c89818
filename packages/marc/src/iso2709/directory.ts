import type { Repair } from "../reading/result.ts"

/** Where one field's data lies in the record: from its first byte to before its terminator. */
export interface Extent {
  readonly tag: string
  readonly start: number
  readonly end: number
}

export interface Directory {
  readonly extents: ReadonlyArray<Extent>
  readonly repair: Repair | null
}

export const leaderLength = 24
export const entryLength = 12
export const fieldTerminator = 0x1e

/** The number written in ASCII digits, or -1 when anything else stands there. */
export const digitsAt = (bytes: Uint8Array, start: number, length: number): number => {
  let value = 0
  for (let at = start; at < start + length; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/**
 * The directory as it stands, when every entry fits the data: each field ends at the first terminator in it, begins
 * behind another, and all of them together are all the data. `undefined` when that is not so.
 * `base` is where the data begin; `text` is the record by `bytesAsText`.
 */
export const soundDirectory = (bytes: Uint8Array, text: string, base: number): Directory | undefined => {
  const directoryLength = base - 1 - leaderLength
  if (directoryLength % entryLength !== 0) return undefined
  const extents: Array<Extent> = []
  let total = 0
  for (let entry = leaderLength; entry < base - 1; entry += entryLength) {
    const length = digitsAt(bytes, entry + 3, 4)
    const start = base + digitsAt(bytes, entry + 7, 5)
    if (length < 1 || start < base || bytes.indexOf(fieldTerminator, start) !== start + length - 1) return undefined
    if (bytes[start - 1] !== fieldTerminator || !isTag(bytes, entry)) return undefined
    extents.push({ tag: text.slice(entry, entry + 3), start, end: start + length - 1 })
    total += length
  }
  return base + total === lastTerminator(bytes) + 1 ? { extents, repair: null } : undefined
}

/** Letters and digits by the standard; but a sound record with a tag of `8%0` is none the less sound. */
const isTag = (bytes: Uint8Array, at: number): boolean =>
  isTagByte(bytes[at] ?? 0) && isTagByte(bytes[at + 1] ?? 0) && isTagByte(bytes[at + 2] ?? 0)

const isTagByte = (byte: number): boolean => byte > 0x20 && byte < 0x7f

const lastTerminator = (bytes: Uint8Array): number => bytes.lastIndexOf(fieldTerminator)
