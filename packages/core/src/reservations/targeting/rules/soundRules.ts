import type { TargetingRefusal } from "./refusal.ts"
import { costMax, type LoadStep, type TransferRules } from "./transferRules.ts"

/** Everything that cannot be right in the rules; empty: they are sound. */
export const unsoundRules = (rules: TransferRules): ReadonlyArray<TargetingRefusal> => {
  const known = new Set(rules.branches)
  const unknown = (branch: string, at: string): ReadonlyArray<TargetingRefusal> =>
    known.has(branch) ? [] : [{ _tag: "BranchUnknown", at, branch }]
  return [
    ...repeatedBranches(rules.branches),
    ...unsoundCosts(rules),
    ...rules.closed.flatMap((branch, place) => unknown(branch, `rules.closed[${place}]`)),
    ...unsoundPercent(rules.wayHomePercent),
    ...Object.entries(rules.load).flatMap(([branch, steps]) => [
      ...unknown(branch, `rules.load.${branch}`),
      ...unsoundSteps(steps, `rules.load.${branch}`)
    ])
  ]
}

const repeatedBranches = (branches: ReadonlyArray<string>): ReadonlyArray<TargetingRefusal> => {
  const seen = new Set<string>()
  return branches.flatMap((branch, place) => {
    const repeated = seen.has(branch)
    seen.add(branch)
    return repeated ? [{ _tag: "BranchRepeated" as const, at: `rules.branches[${place}]`, branch }] : []
  })
}

const unsoundCosts = ({ branches, costs }: TransferRules): ReadonlyArray<TargetingRefusal> => {
  const found: Array<TargetingRefusal> = []
  const tooMany = (row: ReadonlyArray<unknown>, at: string): void => {
    if (row.length > branches.length)
      found.push({ _tag: "CostsTooMany", at, found: row.length, branches: branches.length })
  }
  tooMany(costs, "rules.costs")
  for (let from = 0; from < branches.length; from++) {
    const row = costs[from]
    const at = `rules.costs[${from}]`
    if (!Array.isArray(row)) {
      found.push({ _tag: "CostMissing", at })
      continue
    }
    tooMany(row, at)
    // By number: a hole in an array is not visited by its own methods.
    for (let to = 0; to < branches.length; to++) found.push(...unsoundCost(row[to], `${at}[${to}]`))
  }
  return found
}

const unsoundCost = (cost: unknown, at: string): ReadonlyArray<TargetingRefusal> => {
  if (cost === undefined) return [{ _tag: "CostMissing", at }]
  return cost === null || isCost(cost) ? [] : [{ _tag: "CostInvalid", at, found: String(cost), costMax }]
}

const isCost = (cost: unknown): boolean => Number.isInteger(cost) && Number(cost) >= 0 && Number(cost) <= costMax

const unsoundPercent = (percent: number): ReadonlyArray<TargetingRefusal> =>
  Number.isInteger(percent) && percent >= 0 && percent <= 100
    ? []
    : [{ _tag: "PercentInvalid", at: "rules.wayHomePercent", found: String(percent) }]

const unsoundSteps = (steps: ReadonlyArray<LoadStep>, at: string): ReadonlyArray<TargetingRefusal> =>
  steps.flatMap(({ after, costEach }, place): ReadonlyArray<TargetingRefusal> => {
    const step = `${at}[${place}]`
    const before = steps[place - 1]
    if (!isCost(costEach)) return [{ _tag: "CostInvalid", at: `${step}.costEach`, found: String(costEach), costMax }]
    if (!Number.isSafeInteger(after) || after < 0 || (before !== undefined && !(after > before.after)))
      return [{ _tag: "LoadStepInvalid", at: `${step}.after`, found: String(after) }]
    return before !== undefined && costEach < before.costEach
      ? [{ _tag: "LoadFalls", at: `${step}.costEach`, costEach, before: before.costEach }]
      : []
  })
