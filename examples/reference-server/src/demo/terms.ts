import { type CompiledPolicy, unknownContext } from "@openshelf/core"
import type { DemoItem } from "./data.ts"

/** How long a copy goes out, and whether its loan can be renewed. */
export interface DemoTerms {
  readonly loanDays: number
  readonly renewable: boolean
}

/**
 * The terms that a policy gives an adult for a copy; `null`: it stays in the house, or goes out by the hour. For the
 * circulation plan, which would otherwise ask for much that is refused.
 */
export const termsBy =
  (policy: CompiledPolicy) =>
  ({ itemType, collection, branch }: Pick<DemoItem, "itemType" | "collection" | "branch">): DemoTerms | null => {
    const settings = policy.resolve({ ...unknownContext, readerCategory: "adult", itemType, collection, branch })
    const period = settings.get("loanPeriod")
    if (settings.get("lendable") !== true || period === undefined || !("days" in period)) return null
    const renewals = settings.get("renewalCountMax")
    return { loanDays: period.days, renewable: renewals === "unlimited" || (renewals ?? 0) > 0 }
  }
