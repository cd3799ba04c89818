import type { RuleBranch } from "../policy/index.ts"

/** The branches that a case has to do with; `null`: not known, or there is none. */
export interface Branches {
  readonly desk: string | null
  readonly readerHome: string | null
  readonly itemHome: string | null
  readonly itemPresent: string | null
}

/** The branch whose rules and hours hold; `null`: none is known. */
export const ruleBranchOf = (control: RuleBranch | undefined, branches: Branches): string | null =>
  branches[control ?? "desk"] ?? branches.desk ?? branches.itemHome ?? branches.readerHome
