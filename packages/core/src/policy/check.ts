import { contradicts, coverFinder } from "./compiled/cover.ts"
import { mapEntry } from "./compiled/mapEntry.ts"
import type { RankedRow } from "./compiled/precedence.ts"
import { rankRows } from "./compiled/rankRows.ts"
import type { PolicyDocument, PolicyRow } from "./form/document.ts"
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
  const ranked = rankRows(document).filter((part) => !contradicts(part))
  const placesOf = new Map<number, Array<number>>()
  for (const [place, { row }] of ranked.entries()) mapEntry(placesOf, row, () => []).push(place)
  const coversOf = coverFinder(ranked)
  return [
    ...document.rows.flatMap((row, i): ReadonlyArray<PolicyFinding> => {
      const places = placesOf.get(i)
      if (places === undefined) return [{ kind: "rowNeverMatches", row: row.id }]
      if (Object.keys(row.set).length === 0) return [{ kind: "rowSetsNothing", row: row.id }]
      return neverWinning(document, i, places.map(coversOf))
    }),
    ...holes(document)
  ]
}

/** A setting never wins when each part of its row stands behind another row that sets it and matches at least as much. */
const neverWinning = (
  { rows }: PolicyDocument,
  row: number,
  covers: ReadonlyArray<ReadonlyArray<RankedRow>>
): ReadonlyArray<PolicyFinding> => {
  const narrow = rows[row] as PolicyRow
  return Object.keys(narrow.set).flatMap((setting): ReadonlyArray<PolicyFinding> => {
    const behind = covers.map((wide) =>
      wide.map((part) => rows[part.row]).find((other) => other !== narrow && sets(other, setting))
    )
    const [first] = behind
    if (first === undefined || behind.includes(undefined)) return []
    return [{ kind: "settingNeverWins", row: narrow.id, setting, behind: first.id }]
  })
}

const sets = (row: PolicyRow | undefined, setting: string): boolean => Object.hasOwn(row?.set ?? {}, setting)

const holes = ({ rows, limits }: PolicyDocument): ReadonlyArray<PolicyFinding> => {
  const limitSettings = Object.keys(limits ?? {}).map((name): SettingName => `${limitSettingPrefix}${name}`)
  return [...Object.keys(settings), ...limitSettings].flatMap((setting): ReadonlyArray<PolicyFinding> => {
    const setters = rows.filter(({ set }) => Object.hasOwn(set, setting))
    if (setters.length === 0) return [{ kind: "settingNeverSet", setting }]
    const base = setters.some(({ when }) => Object.keys(when).length === 0)
    return base ? [] : [{ kind: "settingOnlyConditional", setting }]
  })
}
