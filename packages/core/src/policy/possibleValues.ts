import type { CompiledPolicy } from "./compiled/compilePolicy.ts"
import { type Match, meets } from "./compiled/condition.ts"
import type { ContextField, PolicyContext } from "./form/criteria.ts"
import type { SettingName, SettingValue } from "./form/settings.ts"

/**
 * Every value that a setting may have where only these fields of a case are known, whatever the others are; `undefined` among
 * them: there may be none. At times one too many: which fields go together it does not ask.
 */
export const possibleValues = <N extends SettingName>(
  { ranked, values }: Pick<CompiledPolicy, "ranked" | "values">,
  setting: N,
  known: Partial<PolicyContext>
): ReadonlySet<SettingValue<N> | undefined> => {
  const found = new Set<SettingValue<N> | undefined>()
  for (const { row, conditions } of ranked) {
    const set = values[row]
    if (set?.has(setting) !== true) continue
    const isKnown = (field: ContextField): boolean => known[field] !== undefined
    if (conditions.some(({ field, match }) => isKnown(field) && !meets(match, known[field] ?? null))) continue
    found.add(set.get(setting) as SettingValue<N>)
    // Whatever comes behind a row that matches in any case never wins.
    if (conditions.every(({ field, match }) => isKnown(field) || isAny(match))) return found
  }
  return found.add(undefined)
}

const isAny = (match: Match): boolean => match.kind === "noneOf" && match.values.size === 0
