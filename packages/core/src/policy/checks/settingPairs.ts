import type { CompiledPolicy } from "../compiled/compilePolicy.ts"
import { mapEntry } from "../compiled/mapEntry.ts"
import type { RankedRow } from "../compiled/precedence.ts"
import type { SettingName } from "../form/settings.ts"

/** A value, and the ranked rows that set it. */
interface Setters {
  readonly value: unknown
  readonly rows: Array<RankedRow>
}

/** Every two ranked rows of which one sets the first setting and the other the second, to values that clash. */
export function* pairsOf(
  policy: CompiledPolicy,
  [one, other]: readonly [SettingName, SettingName],
  clash: (value: unknown, other: unknown) => boolean
): Iterable<readonly [RankedRow, RankedRow]> {
  const others = settersOf(policy, other)
  for (const { value, rows } of settersOf(policy, one)) {
    for (const second of others) {
      // Thousands of rows share few values: whether they clash is asked once for all of them.
      if (!clash(value, second.value)) continue
      for (const row of rows) for (const otherRow of second.rows) yield [row, otherRow]
    }
  }
}

const settersOf = ({ ranked, values }: CompiledPolicy, setting: SettingName): ReadonlyArray<Setters> => {
  const byValue = new Map<string, Setters>()
  for (const part of ranked) {
    const value = values[part.row]?.get(setting)
    if (value !== undefined) mapEntry(byValue, JSON.stringify(value), () => ({ value, rows: [] })).rows.push(part)
  }
  return [...byValue.values()]
}
