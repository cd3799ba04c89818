import type { DocumentRow } from "../../decision/tables.ts"
import { parsed } from "./eventFacts.ts"

/** The policies of a tenant as they were published, for checks of what was decided under them. */
export interface PolicyVersions {
  readonly note: (row: DocumentRow) => void
  /** The instant from which a version holds; `undefined`: there is no such version. */
  readonly validFrom: (version: number) => number | undefined
  readonly currency: (version: number) => string
  readonly hasRow: (version: number, row: string) => boolean
  /** What a row sets; `undefined`: it does not set this. */
  readonly setting: (version: number, row: string | undefined, name: string) => unknown
}

interface Version {
  readonly validFrom: number
  readonly currency: string
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

interface Document {
  readonly currency?: string
  readonly rows?: ReadonlyArray<{ readonly id: string; readonly set: Readonly<Record<string, unknown>> }>
}

/** Keeps what every row of every version sets. */
export const policyVersions = (): PolicyVersions => {
  const versions = new Map<number, Version>()
  return {
    note: ({ kind, version, validFrom, content }) => {
      if (kind !== "policy") return
      const { currency = "", rows = [] } = (parsed(content) ?? {}) as Document
      versions.set(version, { validFrom, currency, rows: new Map(rows.map(({ id, set }) => [id, set])) })
    },
    validFrom: (version) => versions.get(version)?.validFrom,
    currency: (version) => versions.get(version)?.currency ?? "",
    hasRow: (version, row) => versions.get(version)?.rows.has(row) === true,
    setting: (version, row, name) => (row === undefined ? undefined : versions.get(version)?.rows.get(row)?.[name])
  }
}

/** What a decision says of the rules it was taken by. */
export interface DecidedBy {
  readonly policyVersion: number
  /** Setting → row. */
  readonly policyRows: Readonly<Record<string, string>>
  readonly overridden: ReadonlySet<string>
}

/** `null`: the event is of no decision by policy. */
export const decidedBy = (facts: Readonly<Record<string, unknown>> | null): DecidedBy | null => {
  if (facts === null || typeof facts.policyVersion !== "number") return null
  const { policyVersion, policyRows = {}, overrides = [] } = facts
  return {
    policyVersion,
    policyRows: policyRows as DecidedBy["policyRows"],
    overridden: new Set((overrides as ReadonlyArray<{ readonly refusal: string }>).map(({ refusal }) => refusal))
  }
}
