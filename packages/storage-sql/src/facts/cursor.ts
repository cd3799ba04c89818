import { CursorUnknown } from "@openshelf/core"

/** Kinds of the values that a cursor holds. */
export type Cursor = ReadonlyArray<"text" | "integer">

/** A page was asked for by a limit that makes no sense. */
class Unanswerable extends Error {
  override readonly name = "Unanswerable"
}

/** The place behind a row: the values that it is ordered by. */
export const cursorOf = (values: ReadonlyArray<unknown>): string => JSON.stringify(values)

/** What the rows have to lie behind. Without a cursor it is a place before all rows. */
export const cursorValues = (kinds: Cursor, after: string | null, down: boolean): ReadonlyArray<string | number> => {
  if (after === null) return kinds.map((kind) => start[down ? "down" : "up"][kind])
  const position = parsed(after)
  const sound =
    Array.isArray(position) &&
    position.length === kinds.length &&
    kinds.every((kind, at) => (kind === "text" ? isText(position[at]) : Number.isSafeInteger(position[at])))
  if (!sound) throw new CursorUnknown()
  return position
}

/** A limit, if it is a whole number from 1 on and not above the largest. */
export const pageLimit = (limit: number, limitMax: number): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= limitMax) return limit
  throw new Unanswerable(`a page has 1 to ${limitMax} rows, not ${limit}`)
}

// No key is an empty text, and where an ordering text is empty, a key follows. Instants lie well within these.
const start = {
  up: { text: "", integer: Number.MIN_SAFE_INTEGER },
  down: { text: "\u{10ffff}", integer: Number.MAX_SAFE_INTEGER }
} as const

const isText = (value: unknown): boolean => typeof value === "string" && !/\0|\p{Cs}/u.test(value)

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(cursor)
  } catch {
    return null
  }
}
