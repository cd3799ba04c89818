import { type Contradiction, contradictionsOf } from "./checks/contradictions.ts"
import type { ExampleCase } from "./checks/exampleCase.ts"
import { caseWithoutRow } from "./checks/holes.ts"
import { type Overlap, overlapsOf } from "./checks/overlaps.ts"
import { type TransferCostMissing, transferCostHoles } from "./checks/transferCosts.ts"
import { type BranchUnknown, unknownBranches } from "./checks/unknownBranches.ts"
import { compilePolicy } from "./compiled/compilePolicy.ts"
import { contradicts, coverFinder } from "./compiled/cover.ts"
import { mapEntry } from "./compiled/mapEntry.ts"
import type { RankedRow } from "./compiled/precedence.ts"
import { rankRows } from "./compiled/rankRows.ts"
import type { PolicyDocument, PolicyRow } from "./form/document.ts"
import { settingsOfLimit } from "./form/limitSettingNames.ts"
import { neededSettings } from "./form/neededSettings.ts"

/** Something in a policy that is allowed but is probably not meant. */
export type PolicyFinding =
  /** Its conditions exclude each other: a branch that is not in the group beside it. */
  | { readonly kind: "rowNeverMatches"; readonly row: string }
  | { readonly kind: "rowSetsNothing"; readonly row: string }
  /** Wherever the row matches, the row `behind` matches too, wins, and sets the same. */
  | { readonly kind: "settingNeverWins"; readonly row: string; readonly setting: string; readonly behind: string }
  /** No row sets it, so what needs it is always refused. */
  | { readonly kind: "settingNeverSet"; readonly setting: string }
  /** A case in which no row sets it, so that what needs it is refused. Fields left out: whatever they are. */
  | { readonly kind: "hole"; readonly setting: string; readonly example: ExampleCase }
  /** Every row that sets it has conditions, and they are too many to say whether they cover all cases. */
  | { readonly kind: "holesUndecided"; readonly setting: string }
  | Overlap
  /** There are more overlaps, or more pairs of rows than were compared. */
  | { readonly kind: "overlapsUndecided" }
  | Contradiction
  /** There are more contradictions, or more pairs of rows than were tried for one. */
  | { readonly kind: "contradictionsUndecided" }
  | TransferCostMissing
  /** There are more such ways than are told, or more ways than were looked at. */
  | { readonly kind: "transferCostsUndecided" }
  | BranchUnknown

/**
 * What is probably not meant in a decoded policy: rows that contradict themselves over branch, group and library; settings
 * of a row that a single other row always takes first; needed settings that no row sets, or none in some case, with that
 * case; rows that only their order tells apart; settings that leave each other without effect; ways that a table of their costs
 * leaves out; and, where the branches of a calendar are given, those that are named and are none of them. What it does not
 * see: a row that several others together leave nothing to win.
 */
export const checkPolicy = (
  document: PolicyDocument,
  { branches }: { readonly branches?: ReadonlyArray<string> } = {}
): ReadonlyArray<PolicyFinding> => {
  const ranked = rankRows(document).filter((part) => !contradicts(part))
  const placesOf = new Map<number, Array<number>>()
  for (const [place, { row }] of ranked.entries()) mapEntry(placesOf, row, () => []).push(place)
  const coversOf = coverFinder(ranked)
  const { overlaps, complete } = overlapsOf(document, ranked)
  const ways = transferCostHoles(document)
  const contradicting = contradictionsOf(compilePolicy(document, { version: 0 }))
  return [
    ...document.rows.flatMap((row, i): ReadonlyArray<PolicyFinding> => {
      const places = placesOf.get(i)
      if (places === undefined) return [{ kind: "rowNeverMatches", row: row.id }]
      if (Object.keys(row.set).length === 0) return [{ kind: "rowSetsNothing", row: row.id }]
      return neverWinning(document, i, places.map(coversOf))
    }),
    ...holes(document, ranked),
    ...overlaps,
    ...(complete ? [] : [{ kind: "overlapsUndecided" as const }]),
    ...contradicting.contradictions,
    ...(contradicting.complete ? [] : [{ kind: "contradictionsUndecided" as const }]),
    ...ways.holes,
    ...(ways.complete ? [] : [{ kind: "transferCostsUndecided" as const }]),
    ...(branches === undefined ? [] : unknownBranches(document, branches))
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

const holes = (document: PolicyDocument, ranked: ReadonlyArray<RankedRow>): ReadonlyArray<PolicyFinding> => {
  const unset = Object.keys(document.limits ?? {}).flatMap((limit) => {
    const names = settingsOfLimit(limit)
    return names.some((name) => document.rows.some((row) => sets(row, name))) ? [] : names.slice(0, 1)
  })
  return [
    ...neededSettings.flatMap((setting): ReadonlyArray<PolicyFinding> => {
      const setters = ranked.filter(({ row }) => sets(document.rows[row], setting))
      if (setters.length === 0) return [{ kind: "settingNeverSet", setting }]
      if (setters.some(({ conditions }) => conditions.length === 0)) return []
      const example = caseWithoutRow(setters, document)
      if (example === "undecided") return [{ kind: "holesUndecided", setting }]
      return example === null ? [] : [{ kind: "hole", setting, example }]
    }),
    // A limit may hold for some cases only; one that no row gives a number never does.
    ...unset.map((setting): PolicyFinding => ({ kind: "settingNeverSet", setting }))
  ]
}
