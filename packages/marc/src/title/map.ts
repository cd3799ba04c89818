import type { Classification } from "./model.ts"

/** Subfields of a field that give one element. */
export interface Source {
  readonly tag: string
  readonly codes: string
  /** The field counts only with this second indicator. */
  readonly ind2?: string
  /** What goes before a subfield, where the record leaves punctuation to the system. */
  readonly leadIns?: LeadIns
}

/** By subfield code; a blank goes before all others. */
export type LeadIns = Readonly<Record<string, string>>

/** Where one kind of heading stands: its main part, and its subdivisions. */
export interface HeadingSource extends Source {
  readonly subdivisions?: string
  /** With this subfield it is a heading of something else, a work instead of its author. */
  readonly unless?: string
}

export interface ClassificationSource {
  readonly tag: string
  readonly codes: string
  /** The scheme that the tag means; `null`: subfield 2 says it. */
  readonly scheme: string | null
  /** By first indicator, where it says the scheme. */
  readonly schemeByInd1?: Readonly<Record<string, string>>
  /** Each of these subfields is a number of its own; else they are parts of one. */
  readonly each?: true
  readonly tidy?: (number: string) => Classification["number"]
}

/** Where a dialect keeps what describes a title. Of several sources of one element the first that says something counts. */
export interface TitleMap {
  readonly titles: ReadonlyArray<Source>
  readonly responsibilities: ReadonlyArray<Source>
  readonly editions: ReadonlyArray<Source>
  readonly publishers: ReadonlyArray<Source>
  /** Dates in words, for when the coded ones say nothing. */
  readonly dates: ReadonlyArray<Source>
  readonly creators: ReadonlyArray<HeadingSource>
  readonly subjects: ReadonlyArray<HeadingSource>
  readonly isbns: ReadonlyArray<Source>
  readonly withdrawnIsbns: ReadonlyArray<Source>
  readonly issns: ReadonlyArray<Source>
  readonly withdrawnIssns: ReadonlyArray<Source>
  readonly languages: ReadonlyArray<Source>
  readonly classifications: ReadonlyArray<ClassificationSource>
}
