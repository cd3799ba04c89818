import { Schema } from "effect"
import type { CriterionName } from "./criteria.ts"
import { code, wholeNumber, yesOrNo } from "./leaves.ts"

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

/** The form of a condition on each criterion. */
export const conditions = {
  readerCategory: { schema: CodeCondition },
  itemType: { schema: CodeCondition },
  branch: { schema: CodeCondition },
  branchGroup: { schema: CodeCondition },
  library: { schema: CodeCondition },
  collection: { schema: CodeCondition },
  location: { schema: CodeCondition },
  format: { schema: CodeCondition },
  language: { schema: CodeCondition },
  readerAge: { schema: RangeCondition },
  itemAgeDays: { schema: RangeCondition },
  waiting: { schema: RangeCondition },
  isRenewal: { schema: yesOrNo },
  onSite: { schema: yesOrNo },
  recalled: { schema: yesOrNo },
  readerHome: { schema: Schema.Literals(["same", "other"]) },
  readerNear: { schema: yesOrNo }
} as const satisfies Record<CriterionName, { readonly schema: Schema.Codec<unknown> }>
