import fc from "fast-check"
import { type CriterionName, criterionNames, type PolicyContext } from "../form/criteria.ts"
import type { PolicyDocument, PolicyRow, Precedence, PrecedenceStep, When } from "../form/document.ts"

// Small domains on purpose, so that rows collide. The trees have three levels; branch b9 is in no group.
const domain = {
  readerCategories: { adult: {}, student: { parent: "adult" }, doctoral: { parent: "student" }, child: {} },
  itemTypes: { book: {}, av: {}, dvd: { parent: "av" }, cd: { parent: "av" } },
  branchGroups: { city: ["b1", "b2"], north: ["b2", "b3"], empty: [] },
  libraries: { town: ["b1", "b2"], village: ["b3"] },
  branches: ["b1", "b2", "b3", "b9"],
  words: ["x", "y"]
}

const codeCondition = (codes: ReadonlyArray<string>): fc.Arbitrary<NonNullable<When["branch"]>> => {
  const code = fc.constantFrom(...codes)
  const list = fc.array(code, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    code,
    list,
    list.map((not) => ({ not })),
    fc.constant({ any: true as const })
  )
}

const rangeCondition = (max: number): fc.Arbitrary<{ readonly min?: number; readonly max?: number }> =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }), fc.constantFrom("min", "max", "both"))
    .map(([a, b, sides]) => ({
      ...(sides === "max" ? {} : { min: Math.min(a, b) }),
      ...(sides === "min" ? {} : { max: Math.max(a, b) })
    }))

const when: fc.Arbitrary<When> = fc.record(
  {
    readerCategory: codeCondition(Object.keys(domain.readerCategories)),
    itemType: codeCondition(Object.keys(domain.itemTypes)),
    branch: codeCondition(domain.branches),
    branchGroup: codeCondition(Object.keys(domain.branchGroups)),
    library: codeCondition(Object.keys(domain.libraries)),
    collection: codeCondition(domain.words),
    location: codeCondition(domain.words),
    format: codeCondition(domain.words),
    language: codeCondition(domain.words),
    readerAge: rangeCondition(4),
    itemAgeDays: rangeCondition(4),
    waiting: rangeCondition(4),
    isRenewal: fc.boolean(),
    onSite: fc.boolean(),
    recalled: fc.boolean(),
    readerHome: fc.constantFrom("same" as const, "other" as const),
    readerNear: fc.boolean()
  },
  { requiredKeys: [] }
)

/** Most rows of a policy say little; one with fifteen conditions would never match. */
const sparseWhen: fc.Arbitrary<When> = fc
  .tuple(when, fc.subarray([...criterionNames], { maxLength: 3 }))
  .map(([full, kept]) =>
    Object.fromEntries(Object.entries(full).filter(([name]) => kept.includes(name as CriterionName)))
  )

const set: fc.Arbitrary<PolicyRow["set"]> = fc.record(
  {
    loanPeriod: fc.record({ days: fc.integer({ min: 0, max: 90 }) }),
    renewalCountMax: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant("unlimited" as const)),
    debtMax: fc.constantFrom("0.00", "12.5", "unlimited"),
    lendable: fc.boolean(),
    "loanCountMax.all": fc.integer({ min: 0, max: 20 }),
    "loanCountMax.av": fc.integer({ min: 0, max: 5 })
  },
  { requiredKeys: [] }
)

const order = fc.shuffledSubarray([...criterionNames], { minLength: criterionNames.length })
const comparison: fc.Arbitrary<
  Exclude<PrecedenceStep, { readonly by: "firstRow" | "lastRow" | "strongestCriterion" }>
> = fc.oneof(
  order.map((order) => ({ by: "criteriaOrder" as const, order })),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 15, maxLength: 15 }).map((weights) => ({
    by: "weights" as const,
    weights: Object.fromEntries(criterionNames.map((name, i) => [name, weights[i] ?? 0]))
  })),
  fc.constant({ by: "mostCriteria" as const }),
  fc
    .subarray([...criterionNames])
    .map((together) => ({ by: "mostCriteria" as const, countAsOne: [together.slice(0, 3), together.slice(3)] }))
)
const byRow = fc.constantFrom({ by: "firstRow" as const }, { by: "lastRow" as const })
const step: fc.Arbitrary<PrecedenceStep> = fc.oneof(
  comparison,
  order.map((order) => ({ by: "strongestCriterion" as const, order }))
)

const precedence: fc.Arbitrary<Precedence> = fc.oneof(
  comparison,
  byRow,
  fc
    .tuple(fc.array(step, { maxLength: 3 }), byRow)
    .map(([steps, last]) => ({ by: "steps" as const, steps: [...steps, last] }))
)

/** Row ids are `r0`, `r1` … in order. */
export const arbitraryPolicy: fc.Arbitrary<PolicyDocument> = fc
  .record({ precedence, rows: fc.array(fc.record({ when: sparseWhen, set }), { maxLength: 40 }) })
  .map(({ precedence, rows }) => ({
    currency: "CNY",
    rounding: "halfUp",
    precedence,
    readerCategories: domain.readerCategories,
    itemTypes: domain.itemTypes,
    branchGroups: domain.branchGroups,
    libraries: domain.libraries,
    limits: { all: {}, av: { itemType: "av" } },
    rows: rows.map((row, i) => ({ id: `r${i}`, ...row }))
  }))

const known = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | null> => fc.option(arbitrary, { nil: null, freq: 6 })

/** Values that rows name, values that none names, and unknown ones. */
export const arbitraryContext: fc.Arbitrary<PolicyContext> = fc.record({
  readerCategory: known(fc.constantFrom(...Object.keys(domain.readerCategories), "removed")),
  itemType: known(fc.constantFrom(...Object.keys(domain.itemTypes), "removed")),
  branch: known(fc.constantFrom(...domain.branches)),
  collection: known(fc.constantFrom(...domain.words, "z")),
  location: known(fc.constantFrom(...domain.words, "z")),
  format: known(fc.constantFrom(...domain.words, "z")),
  language: known(fc.constantFrom(...domain.words, "z")),
  readerAge: known(fc.integer({ min: 0, max: 6 })),
  itemAgeDays: known(fc.integer({ min: 0, max: 6 })),
  waiting: known(fc.integer({ min: 0, max: 6 })),
  isRenewal: known(fc.boolean()),
  onSite: known(fc.boolean()),
  recalled: known(fc.boolean()),
  readerHome: known(fc.constantFrom("same" as const, "other" as const)),
  readerNear: known(fc.boolean())
})
