import type { ContextField } from "../form/criteria.ts"
import { type Bits, clearBit, everyBit, setBit } from "./bits.ts"
import { combined } from "./combined.ts"
import type { Match } from "./condition.ts"
import { mapEntry } from "./mapEntry.ts"
import type { RankedRow } from "./precedence.ts"

/** For every value of one field of the context: which ranked rows it leaves standing. */
export interface FieldIndex {
  readonly field: ContextField
  readonly rowsFor: (value: unknown) => Bits
}

/** The indices of the fields that rows look at; the one that most rows look at first, so that most fall at once. */
export const fieldIndices = (ranked: ReadonlyArray<RankedRow>): ReadonlyArray<FieldIndex> =>
  [...matchesByField(ranked)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([field, rows]) => ({ field, rowsFor: rowsFor(rows, ranked.length) }))

/** What a ranked row says of a field. Several criteria may look at one, as all do that speak of branches. */
interface RowMatches {
  readonly row: number
  readonly matches: Array<Match>
}

const matchesByField = (ranked: ReadonlyArray<RankedRow>): ReadonlyMap<ContextField, ReadonlyArray<RowMatches>> => {
  const fields = new Map<ContextField, Array<RowMatches>>()
  const none = (): Array<RowMatches> => []
  ranked.forEach(({ conditions }, row) => {
    for (const { field, match } of conditions) {
      const rows = mapEntry(fields, field, none)
      const last = rows.at(-1)
      if (last?.row === row) last.matches.push(match)
      else rows.push({ row, matches: [match] })
    }
  })
  return fields
}

const rowsFor = (rows: ReadonlyArray<RowMatches>, size: number): FieldIndex["rowsFor"] =>
  rows[0]?.matches[0]?.kind === "range" ? rowsByRange(rows, size) : rowsByValue(rows, size)

const rowsByValue = (rows: ReadonlyArray<RowMatches>, size: number): FieldIndex["rowsFor"] => {
  const left = rows.map(({ row, matches }) => {
    const { only, except } = combined(matches)
    return { row, only, except }
  })
  // What no row names, and what is not known, leave the rows that name nothing positive.
  const unnamed = everyBit(size)
  for (const { row, only } of left) if (only !== null) clearBit(unnamed, row)
  const byValue = new Map<unknown, Bits>()
  const fresh = (): Bits => unnamed.slice()
  for (const { row, only, except } of left) {
    for (const value of only ?? []) setBit(mapEntry(byValue, value, fresh), row)
    for (const value of except) clearBit(mapEntry(byValue, value, fresh), row)
  }
  return (value) => byValue.get(value) ?? unnamed
}

const rowsByRange = (rows: ReadonlyArray<RowMatches>, size: number): FieldIndex["rowsFor"] => {
  const unknown = everyBit(size)
  const starts = new Map<number, Array<number>>()
  const ends = new Map<number, Array<number>>()
  for (const { row, matches } of rows) {
    clearBit(unknown, row)
    const [match] = matches
    if (match?.kind !== "range") continue
    mapEntry(starts, match.min, () => []).push(row)
    mapEntry(ends, match.max + 1, () => []).push(row)
  }
  const { edges, spans } = sweep(unknown, starts, ends)
  return (value) => (typeof value === "number" ? (spans[spanOf(edges, value)] ?? unknown) : unknown)
}

type RowsByEdge = ReadonlyMap<number, ReadonlyArray<number>>

/** The number line cut wherever some row begins or ends; `spans[i]` holds from `edges[i]` up to the next edge. */
const sweep = (
  always: Bits,
  starts: RowsByEdge,
  ends: RowsByEdge
): { readonly edges: Float64Array; readonly spans: ReadonlyArray<Bits> } => {
  const edges = Float64Array.from(new Set([Number.NEGATIVE_INFINITY, ...starts.keys(), ...ends.keys()])).sort()
  const rows = always.slice()
  const spans = Array.from(edges, (edge) => {
    for (const row of ends.get(edge) ?? []) clearBit(rows, row)
    for (const row of starts.get(edge) ?? []) setBit(rows, row)
    return rows.slice()
  })
  return { edges, spans }
}

const spanOf = (edges: Float64Array, value: number): number => {
  let span = 0
  for (let beyond = edges.length; span + 1 < beyond; ) {
    const middle = (span + beyond) >>> 1
    if ((edges[middle] as number) <= value) span = middle
    else beyond = middle
  }
  return span
}
