import type { RuleBranch, RuleBranches, RuleKind } from "../policy/index.ts"

/** The branches that a case has to do with; `null`: not known, or there is none. */
export interface Branches {
  readonly desk: string | null
  readonly readerHome: string | null
  readonly itemHome: string | null
  readonly itemPresent: string | null
}

/** Whose branch decides a kind of rules. */
export const controlOf = (ruleBranch: RuleBranches | undefined, kind: RuleKind): RuleBranch | undefined =>
  typeof ruleBranch === "object" ? ruleBranch[kind] : ruleBranch

/** The branch whose rules and hours hold; `null`: none is known. */
export const ruleBranchOf = (control: RuleBranch | undefined, branches: Branches): string | null =>
  branches[control ?? "desk"] ?? branches.desk ?? branches.itemHome ?? branches.readerHome
