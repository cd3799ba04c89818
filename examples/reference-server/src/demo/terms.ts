import type { DemoItem } from "./data.ts"

/** How long a copy goes out, and whether its loan can be renewed. */
export interface DemoTerms {
  readonly loanDays: number
  readonly renewable: boolean
}

const byItemType: Readonly<Record<string, DemoTerms>> = {
  book: { loanDays: 28, renewable: true },
  cd: { loanDays: 14, renewable: true },
  dvd: { loanDays: 7, renewable: true },
  magazine: { loanDays: 14, renewable: false }
}

/**
 * What the circulation plan takes a copy's terms to be; `null`: it stays in the house. The same as `policy.jsonc` says
 * for an adult: a plan that knows less than the policy would ask for what gets refused.
 */
export const demoTerms = (item: Pick<DemoItem, "itemType" | "collection">): DemoTerms | null =>
  item.collection === "new" ? { loanDays: 14, renewable: false } : (byItemType[item.itemType] ?? null)
