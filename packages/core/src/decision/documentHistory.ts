import type { Calendar } from "../calendar/calendar.ts"
import type { CompiledPolicy } from "../policy/index.ts"

/** A version of a document, made ready. */
export interface Dated<Rules> {
  readonly version: number
  readonly validFrom: number
  readonly publishedAt: number
  readonly rules: Rules
}

/** Every document of a tenant, by the instant from which it holds, the latest first; of two with the same, the higher version first. */
export interface DocumentHistory {
  readonly policies: ReadonlyArray<Dated<CompiledPolicy>>
  readonly calendars: ReadonlyArray<Dated<Calendar>>
}

export const latestFirst = (a: Omit<Dated<never>, "rules">, b: Omit<Dated<never>, "rules">): number =>
  b.validFrom - a.validFrom || b.version - a.version

/** The version that holds at an instant. */
export const inForceAt = <Rules>(documents: ReadonlyArray<Dated<Rules>>, instant: number): Dated<Rules> | undefined =>
  documents.find(({ validFrom }) => validFrom <= instant)

/** The version that a decision of that instant went by: what was published later, to hold from earlier on, it could not know. */
export const knownAt = <Rules>(documents: ReadonlyArray<Dated<Rules>>, instant: number): Dated<Rules> | undefined =>
  documents.find(({ validFrom, publishedAt }) => validFrom <= instant && publishedAt <= instant) ??
  inForceAt(documents, instant)
