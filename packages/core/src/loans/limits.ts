import type { Refusal } from "../decision/refusal.ts"
import { countTowards, type PolicyContext, type ResolvedSettings } from "../policy/index.ts"
import type { LoanCountRow } from "../readers/model.ts"

/** One limit as it stood: how many loans counted towards it before this one, and how many it allows. */
export interface LimitCount {
  readonly limit: string
  readonly count: number
  readonly countMax: number | "unlimited"
}

export interface Limits {
  readonly limits: ReadonlyArray<LimitCount>
  readonly counts: Readonly<Record<string, number>>
  readonly rows: Readonly<Record<string, string>>
  readonly refusals: ReadonlyArray<Refusal>
}

/**
 * Every limit of the policy that this item counts towards, against the reader's open loans. A limit that no row gives a
 * number to does not bind; that none at all is set is refused.
 */
export const limitsReached = (
  settings: ResolvedSettings,
  groups: ReadonlyArray<LoanCountRow>,
  context: PolicyContext
): Limits => {
  const limits: Array<LimitCount> = []
  const counts: Record<string, number> = {}
  const rows: Record<string, string> = {}
  const refusals: Array<Refusal> = []
  let declared = false
  for (const limit of settings.limits("loanCountMax")) {
    if (limit.max === undefined) continue
    declared = true
    if (limit.row !== null) rows[`loanCountMax.${limit.name}`] = limit.row
    const count = countTowards(limit, groups, context)
    counts[limit.name] = count
    limits.push({ limit: limit.name, count, countMax: limit.max })
    if (limit.max !== "unlimited" && count >= limit.max)
      refusals.push({ _tag: "LoanLimitReached", limit: limit.name, count, countMax: limit.max })
  }
  if (!declared) refusals.push({ _tag: "PolicySettingMissing", setting: "loanCountMax" })
  return { limits, counts, rows, refusals }
}
