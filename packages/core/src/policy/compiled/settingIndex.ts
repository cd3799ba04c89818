import type { RankedRow } from "./precedence.ts"

/** Which ranked row sets what. */
export interface SettingIndex {
  /** The place of a setting's name among all. */
  readonly placeOf: ReadonlyMap<string, number>
  /** Settings by 32, each a bit. */
  readonly groups: ReadonlyArray<SettingGroup>
  /** By place: the first row without conditions that sets it, or -1. It wins where no row before it matches. */
  readonly fallback: Int32Array
}

interface SettingGroup {
  /** The place of the group's first setting. */
  readonly firstPlace: number
  /** The settings for which some row goes before the fallback. */
  readonly open: number
  /** By ranked row: the settings it can win. */
  readonly sets: Uint32Array
  /** The same of 32 ranked rows together. */
  readonly setsByWord: Uint32Array
}

export const settingIndex = (
  ranked: ReadonlyArray<RankedRow>,
  values: ReadonlyArray<ReadonlyMap<string, unknown>>,
  /** Those that some row sets: the others have no place. */
  names: ReadonlyArray<string>
): SettingIndex => {
  const placeOf = new Map(names.map((name, place) => [name, place]))
  const fallback = new Int32Array(names.length).fill(-1)
  const groups = Array.from({ length: Math.ceil(names.length / 32) }, (_, i) => ({
    firstPlace: i * 32,
    open: 0,
    sets: new Uint32Array(ranked.length),
    setsByWord: new Uint32Array(Math.ceil(ranked.length / 32))
  }))
  for (const [i, { row, conditions }] of ranked.entries()) {
    for (const name of values[row]?.keys() ?? []) {
      const place = placeOf.get(name) ?? 0
      const group = groups[place >>> 5]
      // Behind a row that always matches, nothing can win any more.
      if (group === undefined || fallback[place] !== -1) continue
      if (conditions.length === 0) fallback[place] = row
      else add(group, i, 1 << (place & 31))
    }
  }
  return { placeOf, groups, fallback }
}

const add = (
  group: { open: number; sets: Uint32Array; setsByWord: Uint32Array },
  ranked: number,
  bit: number
): void => {
  const word = ranked >>> 5
  group.open |= bit
  group.sets[ranked] = (group.sets[ranked] ?? 0) | bit
  group.setsByWord[word] = (group.setsByWord[word] ?? 0) | bit
}
