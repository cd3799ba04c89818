import { Schema } from "effect"
import { code, wholeNumber, yesOrNo } from "./leaves.ts"

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

const codes = Schema.Array(code).check(
  Schema.makeFilter((list: ReadonlyArray<string>) => list.length > 0 && list.length <= 1_000, {
    expected: "a list of 1 to 1,000 codes"
  })
)

/**
 * One code, one of several, none of several, or any: whatever it is, known or not. "Any" matches what no condition
 * matches, but counts as a condition where precedence counts them.
 */
export const CodeCondition = Schema.Union([
  code,
  codes,
  Schema.Struct({ not: codes }),
  Schema.Struct({ any: Schema.Literal(true) })
]).annotate({
  expected: 'a code, a list of codes, {"not": [codes]} or {"any": true}'
})
export type CodeCondition = typeof CodeCondition.Type

const bound = wholeNumber("units", 0, 1_000_000)

/** Whole numbers from `min` to `max`, both included; without one of them, open on that side. */
export const RangeCondition = Schema.Struct({ min: Schema.optionalKey(bound), max: Schema.optionalKey(bound) })
  .annotate({ expected: 'a range: {"min": n}, {"max": n} or both' })
  .check(
    Schema.makeFilter(
      ({ min, max }: { readonly min?: number; readonly max?: number }) =>
        (min !== undefined || max !== undefined) && (min ?? 0) <= (max ?? Number.POSITIVE_INFINITY),
      { expected: 'a range: {"min": n}, {"max": n} or both, the least first' }
    )
  )
export type RangeCondition = typeof RangeCondition.Type

/**
 * How a criterion reads the context. `tree`: a code matches those below it too. `group`: a code stands for branches.
 */
export type CriterionKind = "code" | "tree" | "group" | "range" | "choice"

interface Criterion {
  readonly kind: CriterionKind
  /** The field of the context that it looks at. */
  readonly field: ContextField
  readonly schema: Schema.Codec<unknown>
}

/** Everything a row can depend on. A new criterion is a new line here and a field of the context. */
export const criteria = {
  readerCategory: {
    kind: "tree",
    field: "readerCategory",
    schema: CodeCondition
  },
  itemType: { kind: "tree", field: "itemType", schema: CodeCondition },
  branch: { kind: "code", field: "branch", schema: CodeCondition },
  branchGroup: {
    kind: "group",
    field: "branch",
    schema: CodeCondition
  },
  library: {
    kind: "group",
    field: "branch",
    schema: CodeCondition
  },
  collection: { kind: "code", field: "collection", schema: CodeCondition },
  location: { kind: "code", field: "location", schema: CodeCondition },
  format: { kind: "code", field: "format", schema: CodeCondition },
  language: { kind: "code", field: "language", schema: CodeCondition },
  readerAge: { kind: "range", field: "readerAge", schema: RangeCondition },
  itemAgeDays: {
    kind: "range",
    field: "itemAgeDays",
    schema: RangeCondition
  },
  waiting: { kind: "range", field: "waiting", schema: RangeCondition },
  isRenewal: { kind: "choice", field: "isRenewal", schema: yesOrNo },
  onSite: { kind: "choice", field: "onSite", schema: yesOrNo },
  recalled: { kind: "choice", field: "recalled", schema: yesOrNo },
  readerHome: {
    kind: "choice",
    field: "readerHome",
    schema: Schema.Literals(["same", "other"])
  },
  readerNear: { kind: "choice", field: "readerNear", schema: yesOrNo }
} as const satisfies Record<string, Criterion>

/** Fields of a case that are true or false. */
export const yesOrNoFields: ReadonlyArray<ContextField> = Object.values(criteria).flatMap(({ schema, field }) =>
  schema === yesOrNo ? [field] : []
)

export type CriterionName = keyof typeof criteria
export const criterionNames = Object.keys(criteria) as ReadonlyArray<CriterionName>
