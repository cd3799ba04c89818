import type { CompiledPolicy, SettingName } from "../../policy/index.ts"

/** The most overdue loans that a command reads of one reader. */
const overdueReadMax = 1_000

const counts = ["overdueLoansMax", "lostItemsMax"] as const
const days = ["overdueDaysMax"] as const
/** Those waited for need not be the first to have fallen due. */
const awaited = ["awaitedOverdueMax", "awaitedOverdueDaysMax"] as const

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

const neededBy = ({ values }: CompiledPolicy): number => {
  let needed = 0
  for (const row of values) {
    for (const name of counts) {
      const max = row.get(name)
      if (typeof max === "number") needed = Math.max(needed, max + 1)
    }
    if (days.some((name) => typeof row.get(name) === "number")) needed = Math.max(needed, 1)
    if (awaited.some((name) => typeof row.get(name) === "number")) needed = overdueReadMax
  }
  return Math.min(needed, overdueReadMax)
}
