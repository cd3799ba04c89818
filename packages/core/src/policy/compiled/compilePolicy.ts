import type { PolicyContext } from "../form/criteria.ts"
import type { PolicyDocument } from "../form/document.ts"
import type { LimitSetting } from "../form/limitSettingNames.ts"
import type { SettingName, SettingValue } from "../form/settings.ts"
import { fieldIndices } from "./fieldIndex.ts"
import { fallsUnder, type LimitCounts, limitsOf, type ResolvedLimit } from "./limits.ts"
import type { RankedRow } from "./precedence.ts"
import { rankRows } from "./rankRows.ts"
import { rowValues } from "./rowValues.ts"
import { type SettingIndex, settingIndex } from "./settingIndex.ts"
import { type CompiledTransfers, compileTransfers } from "./transfers.ts"
import { type Winners, winnerFinder } from "./winners.ts"

/** A policy made ready for deciding. Immutable; resolving is safe from anywhere and remembers nothing. */
export interface CompiledPolicy {
  readonly version: number
  readonly document: PolicyDocument
  /** Every row in the order in which they win; `explainSetting` tells the story from it. */
  readonly ranked: ReadonlyArray<RankedRow>
  /** What each row of the document sets, in resolved form. */
  readonly values: ReadonlyArray<ReadonlyMap<string, unknown>>
  /** Every setting that some row sets: what only another one looks at need not be asked. */
  readonly named: ReadonlySet<string>
  /** Whether two branches are one, or belong to one library. */
  readonly sameLibrary: (one: string, other: string) => boolean
  /** The library of a branch; a branch of none is one by itself. */
  readonly libraryOf: (branch: string) => string
  /** Whether two branches are one, or are in one group of branches. */
  readonly sameGroup: (one: string, other: string) => boolean
  /** Between which branches copies travel, and what that costs. */
  readonly transfers: CompiledTransfers
  /** The settings of one case, each resolved on its own. */
  readonly resolve: (context: PolicyContext) => ResolvedSettings
}

/** The settings of one case. */
export interface ResolvedSettings {
  readonly context: PolicyContext
  /** The value that the winning row sets; `undefined`: no matching row sets it, and who needs it refuses. */
  readonly get: <N extends SettingName>(name: N) => SettingValue<N> | undefined
  /** The id of the row that sets it, for the record of a decision. */
  readonly row: (name: SettingName) => string | null
  /** The limits that the case falls under, in the order in which the policy declares them, with how many loans or reservations they admit. */
  readonly limits: (of: LimitSetting) => ReadonlyArray<ResolvedLimit>
}

/**
 * Makes a decoded policy ready. Takes a time that grows with rows times codes (some tens of milliseconds for 5,000
 * rows), and is done once a version.
 */
export const compilePolicy = (document: PolicyDocument, { version }: { readonly version: number }): CompiledPolicy => {
  const ranked = rankRows(document)
  const values = document.rows.map((row) => rowValues(row, document))
  const limits = limitsOf(document)
  const named = new Set(values.flatMap((row) => [...row.keys()]))
  const index = settingIndex(ranked, values, [...named])
  const rowOf = Int32Array.from(ranked, ({ row }) => row)
  const rules: Rules = { ids: document.rows.map(({ id }) => id), values, index, limits }
  const winnersIn = winnerFinder(rowOf, fieldIndices(ranked), index)
  return {
    version,
    document,
    ranked,
    values,
    named,
    ...librariesIn(document),
    sameGroup: sameGroupIn(document),
    transfers: compileTransfers(document.transfers ?? {}, document.itemTypes),
    resolve: (context) => new Settings(rules, context, winnersIn(context))
  }
}

const librariesIn = ({ libraries = {} }: PolicyDocument): Pick<CompiledPolicy, "sameLibrary" | "libraryOf"> => {
  const libraryOf = new Map(
    Object.entries(libraries).flatMap(([library, branches]) => branches.map((branch) => [branch, library] as const))
  )
  return {
    sameLibrary: (one, other) => {
      if (one === other) return true
      const library = libraryOf.get(one)
      return library !== undefined && library === libraryOf.get(other)
    },
    libraryOf: (branch) => libraryOf.get(branch) ?? branch
  }
}

const sameGroupIn = ({ branchGroups = {} }: PolicyDocument): CompiledPolicy["sameGroup"] => {
  const groups = Object.values(branchGroups).map((branches) => new Set(branches))
  return (one, other) => one === other || groups.some((group) => group.has(one) && group.has(other))
}

interface Rules {
  readonly ids: ReadonlyArray<string>
  readonly values: ReadonlyArray<ReadonlyMap<string, unknown>>
  readonly index: SettingIndex
  readonly limits: ReadonlyMap<string, LimitCounts>
}

/** A class, as one is made for every decision and its methods need not be. */
class Settings implements ResolvedSettings {
  readonly #rules: Rules
  readonly #winners: Winners
  readonly context: PolicyContext
  #lastName: SettingName | null = null
  #lastRow = -1

  constructor(rules: Rules, context: PolicyContext, winners: Winners) {
    this.#rules = rules
    this.#winners = winners
    this.context = context
  }

  get<N extends SettingName>(name: N): SettingValue<N> | undefined {
    const row = this.#winner(name)
    // Decoding gave every setting the form that its name has.
    return row === -1 ? undefined : (this.#rules.values[row]?.get(name) as SettingValue<N>)
  }

  row(name: SettingName): string | null {
    return this.#rules.ids[this.#winner(name)] ?? null
  }

  limits(of: LimitSetting): ReadonlyArray<ResolvedLimit> {
    const resolved: Array<ResolvedLimit> = []
    for (const [name, counts] of this.#rules.limits) {
      if (!fallsUnder(counts, this.context)) continue
      const setting = `${of}.${name}` as const
      resolved.push({ name, max: this.get(setting), row: this.row(setting), counts })
    }
    return resolved
  }

  /** Who asks for the value asks for its row right after: the last one found is kept. */
  #winner(name: SettingName): number {
    if (name !== this.#lastName) {
      const place = this.#rules.index.placeOf.get(name)
      this.#lastRow = place === undefined ? -1 : (this.#winners[place] ?? -1)
      this.#lastName = name
    }
    return this.#lastRow
  }
}
