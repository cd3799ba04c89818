import { type Match, meets } from "../compiled/condition.ts"
import type { RankedRow } from "../compiled/precedence.ts"
import { type ContextField, yesOrNoFields } from "../form/criteria.ts"
import type { PolicyDocument } from "../form/document.ts"
import type { ExampleCase } from "./exampleCase.ts"

/** How many steps are taken for one setting before it is left undecided. */
const stepsMax = 20_000

/**
 * A case that none of the rows matches; `null`: they match every case; `"undecided"`: none was found in so many steps. The
 * rows are parts of a policy with its trees and groups written out.
 */
export const caseWithoutRow = (
  rows: ReadonlyArray<RankedRow>,
  document: PolicyDocument
): ExampleCase | null | "undecided" => {
  const values = representatives(rows, document)
  let steps = 0

  const search = (left: ReadonlyArray<RankedRow>, chosen: ReadonlyMap<ContextField, unknown>): Found => {
    const [first] = left
    if (first === undefined) return chosen
    if (++steps > stepsMax) return "undecided"
    // A case without this row breaks one of its conditions on a field that is still open.
    const open = new Set(first.conditions.map(({ field }) => field).filter((field) => !chosen.has(field)))
    for (const field of open) {
      for (const value of values.get(field) ?? []) {
        if (matchesIn(first, field, value)) continue
        const found = search(
          left.filter((row) => matchesIn(row, field, value)),
          new Map(chosen).set(field, value)
        )
        if (found !== null) return found
      }
    }
    return null
  }

  const shortestFirst = rows.toSorted((a, b) => a.conditions.length - b.conditions.length)
  const found = search(shortestFirst, new Map())
  return found instanceof Map ? (Object.fromEntries(found) as ExampleCase) : (found as null | "undecided")
}

type Found = ReadonlyMap<ContextField, unknown> | null | "undecided"

const matchesIn = ({ conditions }: RankedRow, field: ContextField, value: unknown): boolean =>
  conditions.every((condition) => condition.field !== field || meets(condition.match, value as never))

/** Of each field one value for each set of rows that it may leave standing: no other value does anything else. */
const representatives = (
  rows: ReadonlyArray<RankedRow>,
  document: PolicyDocument
): ReadonlyMap<ContextField, ReadonlyArray<unknown>> => {
  const matches = new Map<ContextField, Array<Match>>()
  for (const { conditions } of rows) {
    for (const { field, match } of conditions) matches.set(field, [...(matches.get(field) ?? []), match])
  }
  return new Map(
    [...matches].map(([field, list]) => {
      const bySignature = new Map<string, unknown>()
      for (const value of valuesOf(field, list, document)) {
        const signature = list.map((match) => (meets(match, value as never) ? 1 : 0)).join("")
        if (!bySignature.has(signature)) bySignature.set(signature, value)
      }
      return [field, [...bySignature.values()]]
    })
  )
}

const valuesOf = (
  field: ContextField,
  matches: ReadonlyArray<Match>,
  { readerCategories, itemTypes }: PolicyDocument
): Iterable<unknown> => {
  if (field === "readerCategory") return Object.keys(readerCategories)
  if (field === "itemType") return Object.keys(itemTypes)
  if (yesOrNoFields.includes(field)) return [false, true]
  if (field === "readerHome") return ["same", "other"]
  const edges = matches.flatMap((match) => (match.kind === "range" ? [match.min, match.max + 1] : []))
  // A reader's age alone may be unknown: not every library asks for the date of birth.
  if (edges.length > 0) return [0, ...edges.filter(isCount), ...(field === "readerAge" ? [null] : [])]
  return [null, ...matches.flatMap((match) => (match.kind === "range" ? [] : [...match.values]))]
}

const isCount = (edge: number): boolean => Number.isFinite(edge) && edge >= 0
