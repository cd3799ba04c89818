import type { CodeCondition, RangeCondition } from "../form/conditions.ts"
import { type ContextField, type CriterionName, criteria, type PolicyContext } from "../form/criteria.ts"
import type { PolicyDocument, When } from "../form/document.ts"
import { codeTree } from "./codeTree.ts"
import { mapEntry } from "./mapEntry.ts"

/** What a field's value must be. Lists hold every value meant: trees and groups of branches are written out. */
export type Match =
  | { readonly kind: "oneOf"; readonly values: ReadonlySet<unknown> }
  | { readonly kind: "noneOf"; readonly values: ReadonlySet<unknown> }
  | { readonly kind: "range"; readonly min: number; readonly max: number }

/** One criterion of a row, or that part of it whose codes stand at one depth of their tree. */
export interface Condition {
  readonly criterion: CriterionName
  readonly field: ContextField
  readonly match: Match
  /** 1: "none of" and "any"; 2: a positive condition; more by the depth of its codes in their tree. */
  readonly strength: number
}

/** Whether a value meets a match. What is unknown is none of anything, and nothing else. */
export const meets = (match: Match, value: PolicyContext[ContextField]): boolean => {
  if (match.kind === "noneOf") return !match.values.has(value)
  if (value === null) return false
  if (match.kind === "oneOf") return match.values.has(value)
  return typeof value === "number" && match.min <= value && value <= match.max
}

/** Reads conditions as the document means them: with its trees, its groups of branches and its libraries. */
export const conditionReader = (document: PolicyDocument): ConditionReader => {
  const trees = { readerCategory: codeTree(document.readerCategories), itemType: codeTree(document.itemTypes) }
  const groups = { branchGroup: document.branchGroups ?? {}, library: document.libraries ?? {} }
  const sets = new Map<string, ReadonlySet<string>>()
  const flat = (code: string): ReadonlySet<string> => mapEntry(sets, code, () => new Set([code]))

  const codes = (criterion: CriterionName, condition: CodeCondition): ReadonlyArray<Condition> => {
    if (criterion === "readerCategory" || criterion === "itemType") {
      const { depthOf, within } = trees[criterion]
      return byDepth(criterion, condition, within, depthOf)
    }
    if (criterion === "branchGroup" || criterion === "library") {
      return byDepth(
        criterion,
        condition,
        (code) => new Set(groups[criterion][code]),
        () => 0
      )
    }
    return byDepth(criterion, condition, flat, () => 0)
  }

  return {
    read: (criterion, condition) => {
      if (criteria[criterion].kind === "range") return [range(criterion, condition as RangeCondition)]
      if (criteria[criterion].kind === "choice") return [positive(criterion, new Set([condition]), 0)]
      return codes(criterion, condition as CodeCondition)
    }
  }
}

export interface ConditionReader {
  /** The condition, or several of which any will do: one for each depth of the tree that its codes stand at. */
  readonly read: (criterion: CriterionName, condition: When[CriterionName]) => ReadonlyArray<Condition>
}

const byDepth = (
  criterion: CriterionName,
  condition: CodeCondition,
  meant: (code: string) => ReadonlySet<string>,
  depthOf: (code: string) => number
): ReadonlyArray<Condition> => {
  if (typeof condition === "string") return [positive(criterion, meant(condition), depthOf(condition))]
  if ("not" in condition || "any" in condition) {
    const values = union("not" in condition ? condition.not.map(meant) : [])
    return [{ criterion, field: criteria[criterion].field, match: { kind: "noneOf", values }, strength: 1 }]
  }
  const depths = [...new Set(condition.map(depthOf))]
  return depths.map((depth) => {
    const level = depths.length === 1 ? condition : condition.filter((code) => depthOf(code) === depth)
    return positive(criterion, union(level.map(meant)), depth)
  })
}

const positive = (criterion: CriterionName, values: ReadonlySet<unknown>, depth: number): Condition => ({
  criterion,
  field: criteria[criterion].field,
  match: { kind: "oneOf", values },
  strength: 2 + depth
})

const range = (criterion: CriterionName, { min, max }: RangeCondition): Condition => ({
  criterion,
  field: criteria[criterion].field,
  match: { kind: "range", min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY },
  strength: 2
})

const union = (sets: ReadonlyArray<ReadonlySet<string>>): ReadonlySet<string> => {
  const all = new Set<string>()
  for (const set of sets) for (const code of set) all.add(code)
  return all
}
