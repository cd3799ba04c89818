import { compare, exactly } from "../../money/fraction.ts"
import type { CaseCondition } from "../../policy/form/compensation/values.ts"
import type { CodeCondition, RangeCondition } from "../../policy/form/conditions.ts"
import type { Working } from "./working.ts"

/** Whether a row holds for the case; a fact's name where that hangs on one that is not known. */
export const matches = (when: CaseCondition, working: Working): boolean | { readonly missing: string } => {
  const found = Object.keys(when).map((name) => conditions[name as keyof CaseCondition](when, working))
  if (found.includes(false)) return false
  const missing = Object.keys(when).find((_, i) => found[i] === "unknown")
  return missing === undefined ? true : { missing }
}

type Found = boolean | "unknown"

const conditions: Readonly<Record<keyof CaseCondition, (when: CaseCondition, working: Working) => Found>> = {
  kind: ({ kind }, { facts }) => codeMeets(kind, facts.item.kind),
  collection: ({ collection }, { facts }) => codeMeets(collection, facts.item.collection),
  origin: ({ origin }, { facts }) => codeMeets(origin, facts.item.origin),
  language: ({ language }, { facts }) => codeMeets(language, facts.item.language),
  binding: ({ binding }, { facts }) => codeMeets(binding, facts.item.binding),
  conduct: ({ conduct = [] }, { facts }) => [conduct].flat().includes(facts.conduct ?? "accident"),
  publicationYear: ({ publicationYear }, { facts }) => rangeMeets(publicationYear, facts.item.publicationYear),
  copies: ({ copies }, { facts }) => rangeMeets(copies, facts.item.copies),
  price: ({ price = {} }, { basis }) => {
    if (basis === undefined || basis === null) return "unknown"
    const above = price.min === undefined || compare(basis.term.value, exactly(price.min)) >= 0
    return above && (price.max === undefined || compare(basis.term.value, exactly(price.max)) <= 0)
  },
  inSet: ({ inSet }, { facts }) => inSet === ((facts.item.set ?? null) !== null),
  priceFrom: ({ priceFrom = [] }, { basis }) => {
    if (basis === undefined || basis === null) return "unknown"
    return (priceFrom as ReadonlyArray<string>).includes(basis.source)
  }
}

/** What is not known is none of any codes, and no other. */
const codeMeets = (condition: CodeCondition | undefined, code: string | null | undefined): boolean => {
  if (condition === undefined) return true
  if (typeof condition === "string") return condition === code
  if ("any" in condition) return true
  if ("not" in condition) return typeof code !== "string" || !condition.not.includes(code)
  return typeof code === "string" && condition.includes(code)
}

const rangeMeets = (range: RangeCondition | undefined, value: number | null | undefined): Found => {
  if (typeof value !== "number") return "unknown"
  return (range?.min ?? 0) <= value && value <= (range?.max ?? Number.POSITIVE_INFINITY)
}
