import type { ContextField } from "../form/criteria.ts"
import { type Bits, commonWord, everyBit, lowestBit } from "./bits.ts"
import { combined } from "./combined.ts"
import type { Match } from "./condition.ts"
import { fieldIndices } from "./fieldIndex.ts"
import { mapEntry } from "./mapEntry.ts"
import type { RankedRow } from "./precedence.ts"

/** Whether a row's conditions exclude each other, so that nothing can meet them all. */
export const contradicts = (ranked: RankedRow): boolean =>
  [...fieldsOf(ranked).values()].some(({ only }) => only !== null && only.length === 0)

/**
 * A function that finds, for a place among rows in their order, the rows before it that match wherever it does. The
 * rows must not contradict themselves. Only those that match one case of the row are looked at closely.
 */
export const coverFinder = (ranked: ReadonlyArray<RankedRow>): ((place: number) => ReadonlyArray<RankedRow>) => {
  const indices = fieldIndices(ranked)
  const fields = ranked.map(fieldsOf)
  const every = everyBit(ranked.length)
  return (place) => {
    const narrow = fields[place] ?? new Map()
    const standing = [every, ...indices.map(({ field, rowsFor }) => rowsFor(caseOf(narrow.get(field))))]
    const before = placesIn(standing, place)
    return before.filter((wide) => covers(fields[wide] ?? new Map(), narrow)).map((wide) => ranked[wide] as RankedRow)
  }
}

/** What a row's conditions leave of each field that they look at. */
type Fields = ReadonlyMap<ContextField, Left>

interface Left {
  readonly matches: ReadonlyArray<Match>
  /** The values that remain; `null`: any but `except`. */
  readonly only: ReadonlyArray<unknown> | null
  readonly except: ReadonlySet<unknown>
}

const fieldsOf = ({ conditions }: RankedRow): Fields => {
  const matches = new Map<ContextField, Array<Match>>()
  for (const { field, match } of conditions) mapEntry(matches, field, () => []).push(match)
  return new Map([...matches].map(([field, list]) => [field, leftBy(list)]))
}

const leftBy = (matches: ReadonlyArray<Match>): Left => {
  const { only, except } = combined(matches)
  return { matches, only: only === null ? null : [...only].filter((value) => !except.has(value)), except }
}

/** A value that what is left admits: the first listed, an end of the range, or the unknown. */
const caseOf = (left: Left | undefined): unknown => {
  const [match] = left?.matches ?? []
  if (match?.kind === "range") return Number.isFinite(match.min) ? match.min : match.max
  return left?.only?.[0] ?? null
}

const placesIn = (sets: ReadonlyArray<Bits>, end: number): ReadonlyArray<number> => {
  const places: Array<number> = []
  for (let word = 0; word * 32 < end; word++) {
    for (let left = commonWord(sets, word); left !== 0; left &= left - 1) places.push(word * 32 + lowestBit(left))
  }
  return places.filter((place) => place < end)
}

/** Whether one row matches wherever another does. */
const covers = (wide: Fields, narrow: Fields): boolean => {
  for (const [field, { matches }] of wide) {
    const there = narrow.get(field)
    if (there === undefined || !matches.every((match) => includes(match, there))) return false
  }
  return true
}

const includes = (wide: Match, { matches, only, except }: Left): boolean => {
  switch (wide.kind) {
    case "range":
      return matches.some((match) => match.kind === "range" && wide.min <= match.min && match.max <= wide.max)
    case "oneOf":
      return only?.every((value) => wide.values.has(value)) ?? false
    case "noneOf":
      return only?.every((value) => !wide.values.has(value)) ?? [...wide.values].every((value) => except.has(value))
  }
}
