import { Result } from "effect"
import { assert, expect } from "vitest"
import { ruleBranchOf } from "../../src/decision/ruleBranch.ts"
import { parsePolicy } from "../../src/policy/documents.ts"
import { explainSetting } from "../../src/policy/explain.ts"
import {
  compilePolicy,
  type PolicyContext,
  type PolicyDocument,
  type PolicyRow,
  type Precedence,
  type PrecedenceStep,
  type RuleBranch,
  unknownContext
} from "../../src/policy/index.ts"
import { checkPolicy } from "../../src/policy/review.ts"
import answeredDifferently from "./differently/rules.json" with { type: "json" }
import { describeVectors } from "./vectorEntries.ts"

const { differently } = { differently: answeredDifferently as Readonly<Record<string, string>> }

const policy = (parts: Partial<PolicyDocument>): PolicyDocument => ({
  currency: "EUR",
  rounding: "halfUp",
  precedence: { by: "firstRow" },
  readerCategories: {},
  itemTypes: {},
  rows: [],
  ...parts
})

// Koha's rules: library before category before item type, `*` for any. Each is a row that sets one setting; which
// setting stands for its name does not matter, as all are resolved alike.

interface KohaRule {
  readonly library?: string
  readonly category?: string
  readonly itemType?: string
  readonly value: string
  readonly compare?: string
}

const named = (field: string, code: string | null | undefined): object =>
  code === undefined || code === null || code === "*" ? {} : { [field]: code }

const kohaPolicy = (rules: ReadonlyArray<KohaRule>): PolicyDocument =>
  policy({
    precedence: { by: "criteriaOrder", order: ["branch", "readerCategory", "itemType"] },
    readerCategories: { C1: {}, C2: {}, CAT1: {} },
    itemTypes: { T1: {}, T2: {}, BOOK: {} },
    rows: rules.map(
      ({ library, category, itemType, value }, i): PolicyRow => ({
        id: `rule ${i}`,
        when: { ...named("branch", library), ...named("readerCategory", category), ...named("itemType", itemType) },
        // Koha's blank is a rule that says nothing.
        set: value === "" ? {} : { lendable: true }
      })
    )
  })

const controls: Readonly<Record<string, RuleBranch>> = {
  patronLibrary: "readerHome",
  itemLibrary: "itemHome",
  checkinLibrary: "desk",
  sessionLibrary: "desk",
  itemHomeLibrary: "itemHome",
  itemHoldingLibrary: "itemPresent"
}

/** What Koha assumes where no rule says anything: a policy taken over from it says so in its last row. */
const builtIn: Readonly<Record<string, string>> = { onShelfHolds: "0" }

const lookUp = (rules: ReadonlyArray<KohaRule>, query: Partial<PolicyContext>): KohaRule | undefined => {
  const row = compilePolicy(kohaPolicy(rules), { version: 1 })
    .resolve({ ...unknownContext, ...query })
    .row("lendable")
  return row === null ? undefined : rules[Number(row.slice("rule ".length))]
}

describeVectors(["rule_lookup"], differently, ({ given, expect: expected }) => {
  const cloned = given.cloneAllLibrariesTo
  const rules: ReadonlyArray<KohaRule> = [
    ...given.rules.map((rule: KohaRule) =>
      cloned !== undefined && rule.library === "*" ? { ...rule, library: cloned } : rule
    ),
    ...(given.systemDefault === undefined ? [] : [{ value: given.systemDefault }]),
    ...(given.builtInDefault === true ? [{ value: builtIn[given.ruleName] ?? "" }] : [])
  ]
  const wanted = (code: string | null | undefined): string | null => (code === "*" ? null : (code ?? null))
  const branch =
    given.control === undefined
      ? wanted(given.query.library)
      : ruleBranchOf(controls[given.control], {
          desk: given.returnLibrary,
          readerHome: null,
          itemHome: given.item.homeLibrary,
          itemPresent: given.item.holdingLibrary
        })
  const found = lookUp(rules, {
    branch,
    readerCategory: wanted(given.query?.category),
    itemType: wanted(given.query?.itemType)
  })
  for (const [key, value] of Object.entries(expected)) {
    const answered = { compare: found?.compare, matchedLibrary: found?.library }[key] ?? found?.value ?? null
    expect(answered, key).toBe(value)
  }
})

describeVectors(["rule_scope"], differently, ({ given, expect: expected }) => {
  const criterion = { library: "branch", category: "readerCategory", itemType: "itemType" } as const
  const scope = ((given.scope ?? []) as ReadonlyArray<keyof typeof criterion>).map((name) => criterion[name])
  const text = JSON.stringify({
    ...policy({
      precedence: { by: "mostCriteria" },
      readerCategories: { any: {} },
      itemTypes: { any: {} }
    }),
    rows: [
      {
        id: "rule",
        when: Object.fromEntries(scope.map((name) => [name, "any"])),
        set: given.value === undefined ? { membershipMonths: 12 } : { overdueCap: given.value }
      }
    ]
  })
  const read = parsePolicy(text)
  expect(Result.isSuccess(read)).toBe(expected.accepted)
  if (Result.isFailure(read) && expected.errorAbout === "decimal") {
    expect(read.failure[0]).toMatchObject({
      path: "rows[0].set.overdueCap",
      expected: expect.stringContaining('such as "20.00"')
    })
  }
})

describeVectors(["control_library"], differently, ({ given, expect: expected }) => {
  const places = {
    desk: given.sessionLibrary,
    readerHome: given.patronLibrary,
    itemHome: given.itemLibrary,
    itemPresent: null
  }
  expect(ruleBranchOf(controls[given.circControl], places)).toBe(expected.library)
})

describeVectors(["policy-by-branch-group"], differently, ({ given, expect: expected }) => {
  const { days, branches, pickupBranches, holdable } = given.groupRule
  const document = policy({
    precedence: { by: "mostCriteria" },
    branchGroups: { group: branches ?? pickupBranches },
    rows: [
      {
        id: "base",
        when: {},
        set: days === undefined ? { reservable: given.holdableByDefault } : { loanPeriod: { days: given.defaultDays } }
      },
      {
        id: "group",
        when: { branchGroup: "group" },
        set: days === undefined ? { reservable: holdable } : { loanPeriod: { days } }
      }
    ]
  })
  const resolved = compilePolicy(document, { version: 1 }).resolve({
    ...unknownContext,
    branch: given.itemBranch ?? given.pickupBranch
  })
  if ("days" in expected) expect(resolved.get("loanPeriod")).toEqual({ days: expected.days })
  else expect(resolved.get("reservable")).toBe(expected.holdable)
})

// FOLIO's kinds of criteria. Its library is our branch, the campus a group of branches, the institution our library; its
// loan type, which hangs on the item like the material type, stands as the collection.

const folioCriteria = {
  patronGroup: "readerCategory",
  materialType: "itemType",
  loanType: "collection",
  location: "location",
  library: "branch",
  campus: "branchGroup",
  institution: "library"
} as const
type FolioKind = keyof typeof folioCriteria

const folioStep = (priority: string): PrecedenceStep => {
  const [step = "", kinds] = priority.split(":")
  if (kinds !== undefined) {
    const order = kinds.split(",").map((kind) => folioCriteria[kind.trim() as FolioKind])
    return { by: "strongestCriterion", order }
  }
  if (step === "most-criteria")
    return { by: "mostCriteria", countAsOne: [["location", "branch", "branchGroup", "library"]] }
  return { by: step === "first-rule" ? "firstRow" : "lastRow" }
}

const folioCondition = (condition: { anyOf?: ReadonlyArray<string>; noneOf?: ReadonlyArray<string> }) => {
  if (condition.anyOf !== undefined) return condition.anyOf
  return condition.noneOf === undefined ? { any: true as const } : { not: condition.noneOf }
}

describeVectors(["rules-matching"], differently, ({ given, expect: expected }) => {
  const { priority, rules, context, fallback } = given
  const codes = (kind: string): Record<string, object> =>
    Object.fromEntries(
      [context, ...rules.map((rule: { criteria: object }) => rule.criteria)].flatMap((one) => {
        const condition = one[kind]
        const list = typeof condition === "string" ? [condition] : (condition?.anyOf ?? condition?.noneOf ?? [])
        return list.map((code: string) => [code, {}])
      })
    )
  const steps = (priority as ReadonlyArray<string>).map(folioStep)
  const document = policy({
    precedence: { by: "steps", steps } satisfies Precedence,
    readerCategories: codes("patronGroup"),
    itemTypes: codes("materialType"),
    // The place of the case: its library lies on one campus and belongs to one institution.
    branchGroups: { ...mapped(codes("campus"), () => []), [context.campus]: [context.library] },
    libraries: { ...mapped(codes("institution"), () => []), [context.institution]: [context.library] },
    rows: rules.map((rule: { criteria: Record<FolioKind, object>; policy: string }, i: number) => ({
      id: `${i} ${rule.policy}`,
      when: Object.fromEntries(
        Object.entries(rule.criteria).map(([kind, condition]) => [
          folioCriteria[kind as FolioKind],
          folioCondition(condition)
        ])
      ),
      set: { loanPeriod: { days: i } }
    }))
  })
  const compiled = compilePolicy(document, { version: 1 })
  const here: PolicyContext = {
    ...unknownContext,
    readerCategory: context.patronGroup,
    itemType: context.materialType,
    collection: context.loanType,
    location: context.location,
    branch: context.library
  }
  const policyOf = (row: string): string => row.replace(/^\d+ /, "")
  const won = compiled.resolve(here).row("loanPeriod")
  if (expected.policy !== undefined) expect(won === null ? fallback : policyOf(won)).toBe(expected.policy)
  if (expected.rankedPolicies === undefined) return
  const matched = explainSetting(compiled, "loanPeriod", here).candidates.filter(({ matched }) => matched)
  expect([...matched.map(({ row }) => policyOf(row)), fallback]).toEqual(expected.rankedPolicies)
})

const mapped = <A>(of: object, make: () => A): Record<string, A> =>
  Object.fromEntries(Object.keys(of).map((key) => [key, make()]))

// FOLIO's kinds of policies, each stood for by a setting that a decision needs.
const folioKinds: Readonly<Record<string, string>> = {
  loan: "loanPeriod",
  request: "reservable",
  notice: "pickupDays",
  overdue: "overdueRate",
  lost: "debtMax"
}
const kindValues: Readonly<Record<string, unknown>> = {
  loanPeriod: { days: 7 },
  reservable: true,
  pickupDays: 3,
  overdueRate: "none",
  debtMax: "unlimited"
}

describeVectors(["rules-validation"], differently, ({ given, expect: expected }) => {
  const [error, about] = (expected.error as string).split(":") as [string, string]
  const kinds = (given.rulePolicyKinds ?? given.fallbackPolicyKinds) as ReadonlyArray<string>
  const members = kinds.map((kind) => {
    const setting = folioKinds[kind] ?? ""
    return `${JSON.stringify(setting)}: ${JSON.stringify(kindValues[setting])}`
  })
  const text = JSON.stringify({ ...policy({}), rows: [{ id: "fallback", when: {}, set: {} }] })
  const read = parsePolicy(text.replace('"set":{}', `"set":{${members.join(",")}}`))
  if (error === "duplicate-fallback-kind") {
    assert(Result.isFailure(read))
    expect(read.failure.map(({ path }) => path)).toContain(`rows[0].set.${folioKinds[about]}`)
    return
  }
  assert(Result.isSuccess(read))
  const unset = checkPolicy(read.success).flatMap((finding) =>
    finding.kind === "settingNeverSet" ? [finding.setting] : []
  )
  expect(unset.filter((setting) => Object.values(folioKinds).includes(setting))).toEqual([folioKinds[about]])
})
