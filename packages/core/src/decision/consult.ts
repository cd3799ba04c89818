import type { CompiledPolicy, PolicyContext, ResolvedSettings, SettingName, SettingValue } from "../policy/index.ts"
import type { Refusal } from "./refusal.ts"

/** Looks settings up for one case, and keeps which row gave each and which are missing. */
export interface Consultation {
  readonly settings: ResolvedSettings
  /** The setting's value; without one the decision is refused, and `undefined` is given meanwhile. */
  readonly required: <S extends SettingName>(setting: S) => SettingValue<S> | undefined
  /** The setting's value, or another value where no row sets it. */
  readonly optional: <S extends SettingName, O>(setting: S, otherwise: O) => SettingValue<S> | O
  /** Setting → row that gave it, of all settings asked for. */
  readonly rows: Record<string, string>
  readonly missing: Array<Refusal>
}

/** What a rule needs of it to read its settings. */
export type Asked = Pick<Consultation, "required" | "optional">

export const consult = (policy: CompiledPolicy, context: PolicyContext): Consultation => {
  const settings = policy.resolve(context)
  const rows: Record<string, string> = {}
  const missing: Array<Refusal> = []
  const note = (setting: SettingName): void => {
    const row = settings.row(setting)
    if (row !== null) rows[setting] = row
  }
  return {
    settings,
    rows,
    missing,
    required: (setting) => {
      const value = settings.get(setting)
      if (value === undefined) missing.push({ _tag: "PolicySettingMissing", setting })
      else note(setting)
      return value
    },
    optional: (setting, otherwise) => {
      const value = settings.get(setting)
      if (value === undefined) return otherwise
      note(setting)
      return value
    }
  }
}
