import { type LimitSetting, limitSettingKinds } from "../form/limitSettingNames.ts"
import type { Path } from "./finding.ts"

/** A policy whose form may be wrong in places: what can be read of it is read, so that all problems come at once. */
export interface LooseDocument {
  readonly currency: unknown
  readonly precedence: Loose
  readonly readerCategories: Loose
  readonly itemTypes: Loose
  readonly branchGroups: Loose
  readonly libraries: Loose
  readonly partners: Loose
  readonly transfers: Loose
  readonly limits: Loose
  readonly compensations: Loose
  readonly rates: ReadonlyArray<unknown>
  readonly rows: ReadonlyArray<LooseRow>
}

export interface LooseRow {
  readonly path: Path
  readonly id: unknown
  readonly when: Loose
  readonly set: Loose
}

export type Loose = Readonly<Record<string, unknown>>

export const looseDocument = (value: unknown): LooseDocument => {
  const document = loose(value)
  return {
    currency: document.currency,
    precedence: loose(document.precedence),
    readerCategories: loose(document.readerCategories),
    itemTypes: loose(document.itemTypes),
    branchGroups: loose(document.branchGroups),
    libraries: loose(document.libraries),
    partners: loose(document.partners),
    transfers: loose(document.transfers),
    limits: loose(document.limits),
    compensations: loose(document.compensations),
    rates: looseList(document.rates),
    rows: looseList(document.rows).map((row, i) => ({
      path: ["rows", i],
      id: loose(row).id,
      when: loose(loose(row).when),
      set: loose(loose(row).set)
    }))
  }
}

export const loose = (value: unknown): Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : {}

export const looseList = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

/** The codes that a condition names, each with its place in the condition. */
export const codesNamed = (condition: unknown): ReadonlyArray<{ readonly path: Path; readonly code: string }> => {
  if (typeof condition === "string") return [{ path: [], code: condition }]
  const listed = Array.isArray(condition) ? condition : looseList(loose(condition).not)
  const before = Array.isArray(condition) ? [] : ["not"]
  return listed.flatMap((code, i) => (typeof code === "string" ? [{ path: [...before, i], code }] : []))
}

/** The limit that a setting's name speaks of, and what it is to number; or `null`. */
export const limitNamed = (setting: string): { readonly limit: string; readonly kind: LimitSetting } | null => {
  const kind = limitSettingKinds.find((one) => setting.startsWith(`${one}.`))
  return kind === undefined ? null : { limit: setting.slice(kind.length + 1), kind }
}
