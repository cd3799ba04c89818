import { Result } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { Minor } from "../../money/minor.ts"
import type { CodeCondition, RangeCondition } from "../form/conditions.ts"
import { type CriterionName, criteria, criterionNames, type PolicyContext, unknownContext } from "../form/criteria.ts"
import type { PolicyDocument, PolicyRow, PrecedenceStep, TreeEntry } from "../form/document.ts"
import type { SettingName } from "../form/settings.ts"
import { decodePolicy } from "../reading/decodePolicy.ts"
import { arbitraryContext, arbitraryPolicy } from "../testing/arbitraryPolicy.ts"
import { compilePolicy, type ResolvedSettings } from "./compilePolicy.ts"

const names: ReadonlyArray<SettingName> = [
  "loanPeriod",
  "renewalCountMax",
  "debtMax",
  "lendable",
  "loanCountMax.all",
  "loanCountMax.av",
  "pickupDays"
]
const rowsOf = (resolved: ResolvedSettings): ReadonlyArray<string | null> => names.map((name) => resolved.row(name))
const resolveWith = (document: PolicyDocument, context: PolicyContext): ResolvedSettings =>
  compilePolicy(document, { version: 1 }).resolve(context)

describe("resolve", () => {
  it("finds what going through the rows one by one finds", () => {
    fc.assert(
      fc.property(
        arbitraryPolicy,
        fc.array(arbitraryContext, { minLength: 1, maxLength: 20 }),
        (document, contexts) => {
          const policy = compilePolicy(document, { version: 1 })
          for (const context of contexts) {
            const expected = names.map((name) => winnerByDefinition(document, name, context)?.id ?? null)
            assert.deepEqual(rowsOf(policy.resolve(context)), expected)
          }
        }
      ),
      { numRuns: 400 }
    )
  })

  it("is not changed by a row that does not match", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, fc.nat(), (document, context, at) => {
        const row: PolicyRow = {
          id: "elsewhere",
          when: { branch: "nowhere", readerCategory: "adult" },
          set: { loanPeriod: { days: 1 }, lendable: false, "loanCountMax.all": 0, pickupDays: 9 }
        }
        const rows = document.rows.toSpliced(at % (document.rows.length + 1), 0, row)
        assert.deepEqual(rowsOf(resolveWith({ ...document, rows }, context)), rowsOf(resolveWith(document, context)))
      })
    )
  })

  it("takes a list for the row written once for every code in it", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, (document, context) => {
        const rows = document.rows.flatMap((row) => {
          const { readerCategory, ...when } = row.when
          if (!Array.isArray(readerCategory)) return [row]
          return readerCategory.map((code, i) => ({
            ...row,
            id: `${row.id}/${i}`,
            when: { ...when, readerCategory: code }
          }))
        })
        const once = rowsOf(resolveWith({ ...document, rows }, context)).map((id) => id?.split("/")[0] ?? null)
        assert.deepEqual(once, rowsOf(resolveWith(document, context)))
      })
    )
  })

  it("gives the same after the document was written as JSON and read back", () => {
    fc.assert(
      fc.property(arbitraryPolicy, arbitraryContext, (document, context) => {
        const back = Result.getOrThrow(decodePolicy(JSON.parse(JSON.stringify(document))))
        assert.deepEqual(back, document)
        assert.deepEqual(rowsOf(resolveWith(back, context)), rowsOf(resolveWith(document, context)))
      })
    )
  })

  it("tells not set, zero and unlimited apart, and gives money in minor units", () => {
    const resolved = resolveWith(
      policy([{ id: "a", when: {}, set: { renewalCountMax: 0, debtMax: "12.5" } }]),
      unknownContext
    )
    assert.strictEqual(resolved.get("renewalCountMax"), 0)
    assert.strictEqual(resolved.get("debtMax"), Minor.make(1_250))
    assert.isUndefined(resolved.get("loanPeriod"))
    assert.isNull(resolved.row("loanPeriod"))
    const unlimited = resolveWith(policy([{ id: "a", when: {}, set: { debtMax: "unlimited" } }]), unknownContext)
    assert.strictEqual(unlimited.get("debtMax"), "unlimited")
  })

  it("keeps the currency's decimals: none for JPY, three for KWD", () => {
    const set = { debtMax: "15", overdueRate: { amount: "0.005", per: "day" } } as const
    const rows = [{ id: "a", when: {}, set }]
    assert.strictEqual(resolveWith({ ...policy(rows), currency: "JPY" }, unknownContext).get("debtMax"), Minor.make(15))
    assert.strictEqual(
      resolveWith({ ...policy(rows), currency: "KWD" }, unknownContext).get("debtMax"),
      Minor.make(15_000)
    )
    assert.deepEqual(resolveWith(policy(rows), unknownContext).get("overdueRate"), { amount: "0.005", per: "day" })
  })

  it("finds winners among more than 32 settings", () => {
    const limits = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`limit${i}`, {}]))
    const set = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`loanCountMax.limit${i}`, i]))
    const rows = [
      { id: "base", when: {}, set },
      { id: "child", when: { readerCategory: "child" }, set: { "loanCountMax.limit39": 1 } }
    ]
    const resolved = resolveWith({ ...policy(rows), limits }, { ...unknownContext, readerCategory: "child" })
    assert.deepEqual(
      resolved.limits("loanCountMax").map(({ max, row }) => [max, row]),
      Array.from({ length: 40 }, (_, i) => (i === 39 ? [1, "child"] : [i, "base"]))
    )
  })
})

const policy = (rows: PolicyDocument["rows"]): PolicyDocument => ({
  currency: "CNY",
  rounding: "halfUp",
  precedence: { by: "mostCriteria" },
  readerCategories: { child: {} },
  itemTypes: {},
  rows
})

// The definition, said once more and as plainly as possible: nothing below uses the code under test.

const winnerByDefinition = (document: PolicyDocument, name: string, context: PolicyContext): PolicyRow | undefined => {
  const candidates = document.rows
    .filter((row) => Object.hasOwn(row.set, name))
    .map((row) => ({
      row,
      strengths: criterionNames.map((criterion) => strengthOf(document, row, criterion, context))
    }))
    .filter(({ strengths }) => !strengths.includes(null))
    .map(({ row, strengths }) => ({ row, rank: rankOf(document, strengths.map(Number)) }))
  const { precedence } = document
  const last = precedence.by === "steps" ? precedence.steps.at(-1)?.by : precedence.by
  const inTurn = last === "lastRow" ? candidates.toReversed() : candidates
  return inTurn.reduce<(typeof candidates)[number] | undefined>(
    (best, next) => (best === undefined || isBefore(next.rank, best.rank) ? next : best),
    undefined
  )?.row
}

const isBefore = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean => {
  const i = a.findIndex((value, at) => value !== b[at])
  return i !== -1 && (a[i] ?? 0) > (b[i] ?? 0)
}

const rankOf = ({ precedence }: PolicyDocument, strengths: ReadonlyArray<number>): ReadonlyArray<number> => {
  if (precedence.by === "steps") return precedence.steps.flatMap((step) => rankBy(step, strengths))
  const positive = strengths.filter((strength) => strength >= 2)
  const ties = [positive.length, positive.reduce((sum, strength) => sum + strength - 2, 0)]
  const counts = precedence.by === "weights" || precedence.by === "mostCriteria"
  return [...rankBy(precedence, strengths), ...(counts ? ties : [])]
}

const rankBy = (step: PrecedenceStep, strengths: ReadonlyArray<number>): ReadonlyArray<number> => {
  const strengthOfNamed = (criterion: CriterionName): number => strengths[criterionNames.indexOf(criterion)] ?? 0
  const used = criterionNames.filter((criterion) => strengthOfNamed(criterion) !== 0)
  switch (step.by) {
    case "criteriaOrder":
      return step.order.map(strengthOfNamed)
    case "strongestCriterion": {
      const places = used.map((criterion) => step.order.indexOf(criterion))
      return [places.length === 0 ? Number.NEGATIVE_INFINITY : -Math.min(...places)]
    }
    case "weights":
      return [used.reduce((sum, criterion) => sum + (step.weights[criterion] ?? 0), 0)]
    case "mostCriteria": {
      const together = (step.countAsOne ?? []).filter((names) => names.some((name) => used.includes(name)))
      return [together.length + used.filter((name) => !together.some((names) => names.includes(name))).length]
    }
    case "firstRow":
    case "lastRow":
      return []
  }
}

/** 0: no condition; 1: none of, any; 2 and more: positive, by depth; `null`: not met. */
const strengthOf = (
  document: PolicyDocument,
  row: PolicyRow,
  criterion: CriterionName,
  context: PolicyContext
): number | null => {
  const condition = row.when[criterion]
  const value = context[criteria[criterion].field]
  if (condition === undefined) return 0
  if (criteria[criterion].kind === "range")
    return inRange(condition as RangeCondition, value as number | null) ? 2 : null
  if (typeof condition === "boolean" || criterion === "readerHome") return condition === value ? 2 : null
  const standing = placesOf(document, criterion, value as string | null)
  const codes = condition as CodeCondition
  if (typeof codes === "object" && "any" in codes) return 1
  if (typeof codes === "object" && "not" in codes) return codes.not.some((code) => standing.has(code)) ? null : 1
  const depths = [codes].flat().flatMap((code) => (standing.has(code) ? [standing.get(code) ?? 0] : []))
  return depths.length === 0 ? null : 2 + Math.max(...depths)
}

const inRange = ({ min, max }: RangeCondition, value: number | null): boolean =>
  value !== null && (min === undefined || min <= value) && (max === undefined || value <= max)

/** The codes that a value answers to, with their depths. */
const placesOf = (document: PolicyDocument, criterion: CriterionName, value: string | null): Map<string, number> => {
  if (value === null) return new Map()
  if (criterion === "readerCategory") return lineage(document.readerCategories, value)
  if (criterion === "itemType") return lineage(document.itemTypes, value)
  if (criterion === "branchGroup") return groupsWith(document.branchGroups ?? {}, value)
  if (criterion === "library") return groupsWith(document.libraries ?? {}, value)
  return new Map([[value, 0]])
}

const groupsWith = (groups: Readonly<Record<string, ReadonlyArray<string>>>, branch: string): Map<string, number> =>
  new Map(Object.keys(groups).flatMap((group) => (groups[group]?.includes(branch) ? [[group, 0] as const] : [])))

const lineage = (tree: Readonly<Record<string, TreeEntry>>, code: string): Map<string, number> => {
  const parent = tree[code]?.parent
  const above = parent === undefined ? new Map<string, number>() : lineage(tree, parent)
  return above.set(code, above.size)
}
