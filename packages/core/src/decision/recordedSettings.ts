import type { CompiledPolicy, SettingName, SettingValue } from "../policy/index.ts"
import type { Asked } from "./consult.ts"

const placesOf = new WeakMap<CompiledPolicy, ReadonlyMap<string, number>>()

const rowPlaces = (policy: CompiledPolicy): ReadonlyMap<string, number> => {
  const known = placesOf.get(policy) ?? new Map(policy.document.rows.map(({ id }, place) => [id, place]))
  placesOf.set(policy, known)
  return known
}

/** The settings that an earlier decision went by, from the rows that its event names. What it did not ask for is not set. */
export const recordedSettings = (policy: CompiledPolicy, rows: Readonly<Record<string, string>>): Asked => {
  const places = rowPlaces(policy)
  const get = <S extends SettingName>(setting: S): SettingValue<S> | undefined =>
    policy.values[places.get(rows[setting] ?? "") ?? -1]?.get(setting) as SettingValue<S> | undefined
  return { required: get, optional: (setting, otherwise) => get(setting) ?? otherwise }
}
