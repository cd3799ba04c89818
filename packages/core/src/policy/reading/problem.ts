/** One thing wrong with a policy: where, what belongs there, what stands there. Plain data for an editor to show. */
export interface PolicyProblem {
  /** As one would write it in JavaScript: `rows[3].set.loanPeriod`; empty for the document as a whole. */
  readonly path: string
  /** From 1; only when the policy was read from text. */
  readonly line?: number
  /** From 1, in UTF-16 units; only when the policy was read from text. */
  readonly column?: number
  readonly expected: string
  readonly found: string
  /** The nearest name or code that would be right there, if one is near. */
  readonly suggestion?: string
}

/** At least one, in the order of the text, or of the checks when there is no text. */
export type PolicyProblems = readonly [PolicyProblem, ...ReadonlyArray<PolicyProblem>]

/** A problem in one line of English, for logs and command lines. */
export const formatProblem = (problem: PolicyProblem): string => {
  const at = problem.line === undefined ? "" : `line ${problem.line}, column ${problem.column}: `
  const hint = problem.suggestion === undefined ? "" : `; did you mean ${JSON.stringify(problem.suggestion)}?`
  const path = problem.path === "" ? "the policy" : problem.path
  return `${at}${path}: expected ${problem.expected}, found ${problem.found}${hint}`
}
