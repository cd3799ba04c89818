import { combined } from "../compiled/combined.ts"
import type { Condition, Match } from "../compiled/condition.ts"
import { mapEntry } from "../compiled/mapEntry.ts"
import type { ContextField, PolicyContext } from "../form/criteria.ts"

/** A case as far as it matters: fields that are left out may have any value. `null`: one that no row names. */
export type ExampleCase = Partial<PolicyContext>

/** A case that meets all these conditions, or `null` where they exclude each other. */
export const exampleCase = (conditions: ReadonlyArray<Condition>): ExampleCase | null => {
  const byField = new Map<ContextField, Array<Match>>()
  for (const { field, match } of conditions) mapEntry(byField, field, () => []).push(match)
  const example: Record<string, unknown> = {}
  for (const [field, matches] of byField) {
    const value = valueMeeting(matches)
    if (value === undefined) return null
    example[field] = value
  }
  return example as ExampleCase
}

/** A value that meets all matches; `undefined`: there is none. */
const valueMeeting = (matches: ReadonlyArray<Match>): unknown => {
  const ranges = matches.filter((match) => match.kind === "range")
  if (ranges.length > 0) {
    const min = Math.max(0, ...ranges.map((range) => range.min))
    return ranges.every(({ max }) => min <= max) ? min : undefined
  }
  const { only, except } = combined(matches)
  if (only === null) return null
  return [...only].find((value) => !except.has(value))
}
