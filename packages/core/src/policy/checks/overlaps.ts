import { mapEntry } from "../compiled/mapEntry.ts"
import { type RankedRow, rowOrder } from "../compiled/precedence.ts"
import type { PolicyDocument } from "../form/document.ts"
import { type ExampleCase, exampleCase } from "./exampleCase.ts"

/** Two rows that set the same differently for a common case, and only their order in the document decides. */
export interface Overlap {
  readonly kind: "overlap"
  readonly row: string
  readonly other: string
  readonly setting: string
  readonly example: ExampleCase
}

/** How many pairs of rows are compared, and how many overlaps told. */
const pairsMax = 200_000
const toldMax = 200

/**
 * Overlaps of a policy. None where the order of the rows is the precedence: there it is what is meant. `complete`:
 * whether all pairs were compared.
 */
export const overlapsOf = (
  document: PolicyDocument,
  ranked: ReadonlyArray<RankedRow>
): { readonly overlaps: ReadonlyArray<Overlap>; readonly complete: boolean } => {
  const order = rowOrder(document.precedence)
  if (!order.measures) return { overlaps: [], complete: true }
  const equals = new Map<string, Array<RankedRow>>()
  for (const part of ranked) mapEntry(equals, order.measured(part), () => []).push(part)
  const overlaps = new Map<string, Overlap>()
  let pairs = 0
  for (const [one, other] of pairsWithin(equals.values())) {
    if (++pairs > pairsMax || overlaps.size >= toldMax) return { overlaps: [...overlaps.values()], complete: false }
    if (one.row === other.row) continue
    const settings = differing(document, one.row, other.row)
    const example = settings.length === 0 ? null : exampleCase([...one.conditions, ...other.conditions])
    if (example === null) continue
    const [row, second] = [one, other].map(({ row }) => document.rows[row]?.id ?? "") as [string, string]
    for (const setting of settings) {
      const key = JSON.stringify([row, second, setting])
      if (!overlaps.has(key)) overlaps.set(key, { kind: "overlap", row, other: second, setting, example })
    }
  }
  return { overlaps: [...overlaps.values()], complete: true }
}

function* pairsWithin(groups: Iterable<ReadonlyArray<RankedRow>>): Iterable<readonly [RankedRow, RankedRow]> {
  for (const group of groups) {
    for (const [i, one] of group.entries()) for (const other of group.slice(i + 1)) yield [one, other]
  }
}

/** The settings that two rows set to different values. */
const differing = ({ rows }: PolicyDocument, one: number, other: number): ReadonlyArray<string> => {
  const [a, b] = [rows[one]?.set ?? {}, rows[other]?.set ?? {}] as [object, object]
  return Object.entries(a).flatMap(([name, value]) => {
    const there = (b as Readonly<Record<string, unknown>>)[name]
    return there === undefined || JSON.stringify(there) === JSON.stringify(value) ? [] : [name]
  })
}
