import type { CompiledPolicy, SettingForm, SettingName } from "../../policy/index.ts"

/** The most overdue loans that a command reads of one reader. */
const overdueReadMax = 1_000

const counts = ["overdueLoansMax", "lostItemsMax"] as const
const days = ["overdueDaysMax"] as const
/** Those waited for or recalled need not be the first to have fallen due. */
const awaited = ["awaitedOverdueMax", "awaitedOverdueDaysMax", "recalledOverdueMax", "recalledOverdueDaysMax"] as const

const awaitedOf = ["awaitedOverdue", "awaitedOverdueDays", "recalledOverdue", "recalledOverdueDays"] as const

const known = new WeakMap<CompiledPolicy, number>()

/**
 * How many overdue loans, those due first, decide whatever this policy asks of them: one more than its highest maximum, at
 * most `overdueReadMax`; 0 where it asks nothing, and then nothing is read.
 */
export const overdueNeeded = (policy: CompiledPolicy | null): number => {
  if (policy === null) return 0
  const found = known.get(policy) ?? neededBy(policy)
  known.set(policy, found)
  return found
}

/** Whether any row of the policy sets it: facts that only this setting looks at are not read where none does. */
export const sets = (policy: CompiledPolicy | null, name: SettingName): boolean => policy?.named.has(name) === true

/** Whether this policy looks at what is owed of compensation. */
export const compensationNeeded = (policy: CompiledPolicy | null): boolean =>
  sets(policy, "compensationDebtMax") || rulesOf(policy).some(({ all }) => all.compensationDebt !== undefined)

/** Every rule of the library's own that some row sets. */
const rulesOf = (policy: CompiledPolicy | null): ReadonlyArray<Rule> =>
  sets(policy, "blocksWhen")
    ? (policy?.values.flatMap((row) => (row.get("blocksWhen") ?? []) as ReadonlyArray<Rule>) ?? [])
    : []

type Rule = SettingForm<"blocksWhen">[number]

const neededBy = (policy: CompiledPolicy): number => {
  let needed = 0
  for (const { all } of rulesOf(policy)) {
    if (all.overdueLoans !== undefined) needed = Math.max(needed, all.overdueLoans.over + 1)
    if (all.overdueDays !== undefined) needed = Math.max(needed, 1)
    if (awaitedOf.some((name) => all[name] !== undefined)) needed = overdueReadMax
  }
  for (const row of policy.values) {
    for (const name of counts) {
      const max = row.get(name)
      if (typeof max === "number") needed = Math.max(needed, max + 1)
    }
    if (days.some((name) => typeof row.get(name) === "number")) needed = Math.max(needed, 1)
    if (awaited.some((name) => typeof row.get(name) === "number")) needed = overdueReadMax
  }
  return Math.min(needed, overdueReadMax)
}
