/**
 * What a decision knows of the case it decides. `null`: not known, or it does not matter here.
 * A row with a condition on something unknown does not match, but for "none of": what is unknown is none of them.
 */
export interface PolicyContext {
  readonly readerCategory: string | null
  readonly itemType: string | null
  /** The branch whose rules apply. Its groups and its library follow from it by the policy's own lists. */
  readonly branch: string | null
  readonly collection: string | null
  readonly location: string | null
  readonly format: string | null
  readonly language: string | null
  /** Whole years. */
  readonly readerAge: number | null
  /** Whole days since the item was added. */
  readonly itemAgeDays: number | null
  /** Reservations waiting for the title. */
  readonly waiting: number | null
  readonly isRenewal: boolean | null
  readonly onSite: boolean | null
  /** Whether the loan is recalled. */
  readonly recalled: boolean | null
  /** Whether the branch is the reader's home branch. */
  readonly readerHome: "same" | "other" | null
  /** Whether the branch is the reader's home branch, or belongs to the same library. */
  readonly readerNear: boolean | null
}
export type ContextField = keyof PolicyContext

/** A context that knows nothing: for settings that depend on few fields, spread it and fill those in. */
export const unknownContext: PolicyContext = {
  readerCategory: null,
  itemType: null,
  branch: null,
  collection: null,
  location: null,
  format: null,
  language: null,
  readerAge: null,
  itemAgeDays: null,
  waiting: null,
  isRenewal: null,
  onSite: null,
  recalled: null,
  readerHome: null,
  readerNear: null
}

/**
 * How a criterion reads the context. `tree`: a code matches those below it too. `group`: a code stands for branches.
 */
export type CriterionKind = "code" | "tree" | "group" | "range" | "choice"

interface Criterion {
  readonly kind: CriterionKind
  /** The field of the context that it looks at. */
  readonly field: ContextField
}

/** Everything a row can depend on. A new criterion is a new line here, a form in `conditions.ts`, and a field of the context. */
export const criteria = {
  readerCategory: { kind: "tree", field: "readerCategory" },
  itemType: { kind: "tree", field: "itemType" },
  branch: { kind: "code", field: "branch" },
  branchGroup: { kind: "group", field: "branch" },
  library: { kind: "group", field: "branch" },
  collection: { kind: "code", field: "collection" },
  location: { kind: "code", field: "location" },
  format: { kind: "code", field: "format" },
  language: { kind: "code", field: "language" },
  readerAge: { kind: "range", field: "readerAge" },
  itemAgeDays: { kind: "range", field: "itemAgeDays" },
  waiting: { kind: "range", field: "waiting" },
  isRenewal: { kind: "choice", field: "isRenewal" },
  onSite: { kind: "choice", field: "onSite" },
  recalled: { kind: "choice", field: "recalled" },
  readerHome: { kind: "choice", field: "readerHome" },
  readerNear: { kind: "choice", field: "readerNear" }
} as const satisfies Record<string, Criterion>

/** Fields of a case that are true or false. */
export const yesOrNoFields: ReadonlyArray<ContextField> = ["isRenewal", "onSite", "recalled", "readerNear"]

export type CriterionName = keyof typeof criteria
export const criterionNames = Object.keys(criteria) as ReadonlyArray<CriterionName>
