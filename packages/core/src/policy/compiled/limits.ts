import type { PolicyContext } from "../form/criteria.ts"
import type { LimitDefinition, PolicyDocument } from "../form/document.ts"
import { type ConditionReader, conditionReader, type Match, meets } from "./condition.ts"

type LimitField = "itemType" | "collection" | "branch"

/** Open loans, or live reservations, of one reader that have these fields in common. */
export interface LoanGroup {
  readonly itemType: string
  readonly collection: string
  readonly branch: string
  /** 1: on-site use, 0: taken home, as what is reserved is. */
  readonly onSite: 0 | 1
  readonly count: number
}

/** What a limit counts, ready for counting. */
export interface LimitCounts {
  /** A field must meet any of its matches. */
  readonly conditions: ReadonlyArray<{ readonly field: LimitField; readonly anyOf: ReadonlyArray<Match> }>
  readonly onSite: boolean | null
  /** Fields in which a loan must agree with the case at hand. */
  readonly per: ReadonlyArray<LimitField>
}

/** A limit that the case at hand falls under, and how many loans or reservations it admits. */
export interface ResolvedLimit {
  readonly name: string
  /** `undefined`: no row says how many, which is neither none nor any number. */
  readonly max: number | "unlimited" | undefined
  /** The row that says so. */
  readonly row: string | null
  readonly counts: LimitCounts
}

/**
 * How many open loans or live reservations count towards a limit, of those in the groups. `context` is the case that the limit was resolved
 * for: with `per` it says which type, collection or branch is counted.
 */
export const countTowards = (
  { counts }: Pick<ResolvedLimit, "counts">,
  groups: ReadonlyArray<LoanGroup>,
  context: PolicyContext
): number => {
  let count = 0
  for (const group of groups) {
    const counted = meetsCounts(counts, group, group.onSite === 1)
    if (counted && counts.per.every((field) => group[field] === context[field])) count += group.count
  }
  return count
}

/** Whether the case at hand would itself count: a limit on films says nothing about a book. */
export const fallsUnder = (counts: LimitCounts, context: PolicyContext): boolean =>
  meetsCounts(counts, context, context.onSite) && counts.per.every((field) => context[field] !== null)

const meetsCounts = (
  { conditions, onSite }: LimitCounts,
  fields: Readonly<Record<LimitField, string | null>>,
  isOnSite: boolean | null
): boolean =>
  (onSite === null || onSite === isOnSite) &&
  conditions.every(({ field, anyOf }) => anyOf.some((match) => meets(match, fields[field])))

/** All limits of a policy by name, in the order in which they are declared. */
export const limitsOf = (document: PolicyDocument): ReadonlyMap<string, LimitCounts> => {
  const reader = conditionReader(document)
  const declared = Object.entries(document.limits ?? {})
  return new Map(declared.map(([name, limit]) => [name, countsOf(limit, reader)]))
}

const countsOf = (limit: LimitDefinition, reader: ConditionReader): LimitCounts => ({
  conditions: limitFields.flatMap((field) => {
    const condition = limit[field]
    if (condition === undefined) return []
    return [{ field, anyOf: reader.read(field, condition).map(({ match }) => match) }]
  }),
  onSite: limit.onSite ?? null,
  per: limit.per ?? []
})

const limitFields: ReadonlyArray<LimitField> = ["itemType", "collection", "branch"]
