import type { PolicyRow } from "@openshelf/core"
import type { PolicyPart } from "../composePolicy.ts"

type Settings = PolicyRow["set"]

/** What one library takes for being late, as a part to lay over a policy. */
export interface OverduePreset {
  /** `overdue-` and the number of the source. */
  readonly id: string
  /** `null`: the source names no library. */
  readonly library: string | null
  /** Addresses, without their scheme. */
  readonly sources: ReadonlyArray<string>
  readonly part: PolicyPart
  /** What the source leaves open and was filled in. */
  readonly assumed: ReadonlyArray<string>
  /** What the source says and no setting does. */
  readonly notSaid: ReadonlyArray<string>
}

/** A row that goes before one without conditions: it asks for any item type. */
export const forAnyItem = (id: string, set: Settings): PolicyRow => ({ id, when: { itemType: { any: true } }, set })

/** A row for what was recalled, whatever its type. */
export const whenRecalled = (id: string, set: Settings): PolicyRow => ({
  id: `${id}-recalled`,
  when: { itemType: { any: true }, recalled: true },
  set
})

export const perDay = (amount: string, overdueCap = "unlimited"): Settings => ({
  overdueRate: { amount, per: "day" },
  overdueCap
})
