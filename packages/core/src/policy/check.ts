import { combined } from "./compiled/combined.ts"
import type { Condition, Match } from "./compiled/condition.ts"
import { mapEntry } from "./compiled/mapEntry.ts"
import { rankRows } from "./compiled/rankRows.ts"
import type { ContextField } from "./form/criteria.ts"
import type { PolicyDocument } from "./form/document.ts"
import { limitSettingPrefix, type SettingName, settings } from "./form/settings.ts"

/** Something in a policy that is allowed but is probably not meant. */
export type PolicyFinding =
  /** Its conditions exclude each other: a branch that is not in the group beside it. */
  | { readonly kind: "rowNeverMatches"; readonly row: string }
  | { readonly kind: "rowSetsNothing"; readonly row: string }
  /** Wherever the row matches, the row `behind` matches too, wins, and sets the same. */
  | { readonly kind: "settingNeverWins"; readonly row: string; readonly setting: string; readonly behind: string }
  /** No row sets it, so what needs it is always refused. */
  | { readonly kind: "settingNeverSet"; readonly setting: string }
  /** Every row that sets it has conditions, so there may be cases without it. */
  | { readonly kind: "settingOnlyConditional"; readonly setting: string }

/**
 * Dead rows and holes of a decoded policy. What it covers: rows that contradict themselves over branch, group and
 * library; settings of a row that a single other row always takes first; settings that no row sets, or none without
 * conditions. What it does not: rows that several others together leave nothing to win, whether a conditional
 * setting's rows do cover all cases, overlaps, and values that contradict each other.
 */
export const checkPolicy = (document: PolicyDocument): ReadonlyArray<PolicyFinding> => {
  const parts = rankRows(document)
    .map(({ row, conditions }) => ({ row, fields: fieldsOf(conditions) }))
    .filter(({ fields }) => [...fields.values()].every(leavesSome))
  const placesOf = placesByRow(parts)
  return [
    ...document.rows.flatMap((row, i): ReadonlyArray<PolicyFinding> => {
      const places = placesOf.get(i)
      if (places === undefined) return [{ kind: "rowNeverMatches", row: row.id }]
      if (Object.keys(row.set).length === 0) return [{ kind: "rowSetsNothing", row: row.id }]
      return Object.keys(row.set).flatMap((setting) => neverWinning(document, parts, places, setting))
    }),
    ...holes(document)
  ]
}

/** A ranked row by what its conditions leave of each field that they look at. */
interface Part {
  readonly row: number
  readonly fields: ReadonlyMap<ContextField, Left>
}

interface Left {
  readonly matches: ReadonlyArray<Match>
  /** The values that remain; `null`: any but `except`. */
  readonly only: ReadonlyArray<unknown> | null
  readonly except: ReadonlySet<unknown>
}

const fieldsOf = (conditions: ReadonlyArray<Condition>): Part["fields"] => {
  const matches = new Map<ContextField, Array<Match>>()
  for (const { field, match } of conditions) mapEntry(matches, field, () => []).push(match)
  return new Map([...matches].map(([field, list]) => [field, leftBy(list)]))
}

const leftBy = (matches: ReadonlyArray<Match>): Left => {
  const { only, except } = combined(matches)
  return { matches, only: only === null ? null : [...only].filter((value) => !except.has(value)), except }
}

const leavesSome = ({ only }: Left): boolean => only === null || only.length > 0

const placesByRow = (parts: ReadonlyArray<Part>): ReadonlyMap<number, ReadonlyArray<number>> => {
  const places = new Map<number, Array<number>>()
  for (const [place, { row }] of parts.entries()) mapEntry(places, row, () => []).push(place)
  return places
}

/** A setting never wins when each part of its row stands behind another row that matches at least as much. */
const neverWinning = (
  { rows }: PolicyDocument,
  parts: ReadonlyArray<Part>,
  places: ReadonlyArray<number>,
  setting: string
): ReadonlyArray<PolicyFinding> => {
  const behind = places.map((place) => partBefore(rows, parts, place, setting))
  const [place] = places
  const [first] = behind
  if (place === undefined || first === undefined || behind.includes(undefined)) return []
  return [{ kind: "settingNeverWins", row: idOf(rows, parts[place]), setting, behind: idOf(rows, first) }]
}

const partBefore = (
  rows: PolicyDocument["rows"],
  parts: ReadonlyArray<Part>,
  place: number,
  setting: string
): Part | undefined => {
  const narrow = parts[place] as Part
  for (const wide of parts) {
    if (wide === narrow) return undefined
    if (wide.row !== narrow.row && sets(rows, wide, setting) && covers(wide, narrow)) return wide
  }
  return undefined
}

const idOf = (rows: PolicyDocument["rows"], part: Part | undefined): string => rows[part?.row ?? -1]?.id ?? ""

const sets = (rows: PolicyDocument["rows"], { row }: Part, setting: string): boolean =>
  Object.hasOwn(rows[row]?.set ?? {}, setting)

/** Whether one part matches wherever another does. */
const covers = (wide: Part, narrow: Part): boolean => {
  for (const [field, { matches }] of wide.fields) {
    const there = narrow.fields.get(field)
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

const holes = ({ rows, limits }: PolicyDocument): ReadonlyArray<PolicyFinding> => {
  const limitSettings = Object.keys(limits ?? {}).map((name): SettingName => `${limitSettingPrefix}${name}`)
  return [...Object.keys(settings), ...limitSettings].flatMap((setting): ReadonlyArray<PolicyFinding> => {
    const setters = rows.filter(({ set }) => Object.hasOwn(set, setting))
    if (setters.length === 0) return [{ kind: "settingNeverSet", setting }]
    const base = setters.some(({ when }) => Object.keys(when).length === 0)
    return base ? [] : [{ kind: "settingOnlyConditional", setting }]
  })
}
