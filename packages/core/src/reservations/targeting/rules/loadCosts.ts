import type { LoadStep, TransferRules } from "./transferRules.ts"

/** What giving out copies costs, by the branch's place. */
export interface LoadCosts {
  /** Of the branch's n-th copy, counted from 1. Never falls with n. The 0th costs less than any. */
  readonly ofCopy: (branch: number, n: number) => number
  /** Of its first n copies together. */
  readonly ofFirst: (branch: number, n: number) => number
  /** How many copies it gives out before one costs at least so much, and before one costs more. */
  readonly countsAt: (branch: number, price: number) => { readonly least: number; readonly most: number }
}

export const loadCostsOf = (rules: TransferRules): LoadCosts => {
  const load = new Map(Object.entries(rules.load))
  const stepsOf = rules.branches.map((branch) => wholeSteps(load.get(branch) ?? []))
  const steps = (branch: number): ReadonlyArray<LoadStep> => stepsOf[branch] as ReadonlyArray<LoadStep>
  return {
    ofCopy: (branch, n) =>
      n <= 0 ? Number.NEGATIVE_INFINITY : (steps(branch).findLast(({ after }) => after < n) as LoadStep).costEach,
    ofFirst: (branch, n) =>
      steps(branch).reduce((sum, { after, costEach }, at, all) => {
        const end = Math.min(n, all[at + 1]?.after ?? n)
        return sum + Math.max(0, end - after) * costEach
      }, 0),
    countsAt: (branch, price) => ({
      least: steps(branch).find(({ costEach }) => costEach >= price)?.after ?? Number.POSITIVE_INFINITY,
      most: steps(branch).find(({ costEach }) => costEach > price)?.after ?? Number.POSITIVE_INFINITY
    })
  }
}

/** From the first copy on: those before the first step are free. */
const wholeSteps = (steps: ReadonlyArray<LoadStep>): ReadonlyArray<LoadStep> =>
  steps[0]?.after === 0 ? steps : [{ after: 0, costEach: 0 }, ...steps]
