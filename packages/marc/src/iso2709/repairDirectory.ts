import { type Directory, digitsAt, type Extent, entryLength, fieldTerminator, leaderLength } from "./directory.ts"

/**
 * A directory that does not fit, put right by the field terminators in the data. `undefined` when it is not certain
 * which tag belongs to which field: then the record is better rejected than imported with its fields mixed up.
 */
export const repairedDirectory = (bytes: Uint8Array, text: string, base: number): Directory | undefined => {
  const fields = fieldsIn(bytes, base)
  const tags = tagsInOrder(bytes, text, base, fields) ?? tagsBeforePlaces(text, base, fields)
  if (tags === undefined || !tags.every((tag) => /^[0-9A-Za-z]{3}$/.test(tag))) return undefined
  return {
    extents: fields.map((field, index): Extent => ({ ...field, tag: tags[index] ?? "" })),
    repair: { code: "DirectoryWrong", message: "lengths or places in the directory do not fit the data", tag: null }
  }
}

interface Place {
  readonly start: number
  readonly end: number
}

const fieldsIn = (bytes: Uint8Array, base: number): ReadonlyArray<Place> => {
  const fields: Array<Place> = []
  for (let start = base; ; ) {
    const end = bytes.indexOf(fieldTerminator, start)
    if (end < 0) return fields
    fields.push({ start, end })
    start = end + 1
  }
}

/** As many entries as fields: the n-th field by place has the tag of the n-th entry by place. */
const tagsInOrder = (
  bytes: Uint8Array,
  text: string,
  base: number,
  fields: ReadonlyArray<Place>
): ReadonlyArray<string> | undefined => {
  const entries: Array<{ readonly tag: string; readonly start: number }> = []
  for (let entry = leaderLength; entry + entryLength < base; entry += entryLength)
    entries.push({ tag: text.slice(entry, entry + 3), start: digitsAt(bytes, entry + 7, 5) })
  if (entries.length !== fields.length || (base - 1 - leaderLength) % entryLength !== 0) return undefined
  const placed = entries.every(({ start }) => start >= 0)
  return (placed ? entries.toSorted((a, b) => a.start - b.start) : entries).map(({ tag }) => tag)
}

/**
 * A directory that lost a character, or whose entry grew because a field is too long for four digits: every field's
 * length and place, as they really are, is looked for in it, and the tag is what stands before.
 */
const tagsBeforePlaces = (
  text: string,
  base: number,
  fields: ReadonlyArray<Place>
): ReadonlyArray<string> | undefined => {
  const directory = text.slice(leaderLength, base - 1)
  const tags: Array<string> = []
  let from = 0
  for (const { start, end } of fields) {
    const written = String(end + 1 - start).padStart(4, "0") + String(start - base).padStart(5, "0")
    const at = directory.indexOf(written, from)
    const tag = directory.slice(from, at)
    // Where the very first zero was lost it is certain that it was a zero.
    if (at < 0 || (tag.length !== 3 && (from > 0 || tag !== "01"))) return undefined
    tags.push(tag.padStart(3, "0"))
    from = at + written.length
  }
  return from === directory.length ? tags : undefined
}
