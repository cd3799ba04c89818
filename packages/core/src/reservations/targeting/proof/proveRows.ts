import type { TargetingProblem } from "../problem.ts"
import type { TransferRules } from "../rules/transferRules.ts"
import type { Ways } from "../rules/ways.ts"
import type { LocalTurn, TargetingPrices } from "../targeting.ts"
import type { TargetingFlaw } from "./flaw.ts"
import { type Grounds, groundsOf } from "./grounds.ts"
import { type Matching, matchingOf } from "./matching.ts"
import { provePrices } from "./provePrices.ts"
import { proveTurns } from "./proveTurns.ts"

/** Who has which copy, and what shows that it is right. */
export interface Answer {
  readonly assignments: ReadonlyArray<LocalTurn>
  readonly localTurns: ReadonlyArray<LocalTurn>
  readonly prices: TargetingPrices
}

export interface RowsProof {
  readonly flaws: ReadonlyArray<TargetingFlaw>
  readonly grounds: Grounds
  readonly matching: Matching
}

/** The proof for some rows by themselves: nobody else waits for these copies. What it leaves out is the branches' load. */
export const proveRows = (
  rows: Pick<TargetingProblem, "reservations" | "copies">,
  { assignments, localTurns, prices }: Answer,
  { localFirst, branches }: TransferRules,
  ways: Ways
): RowsProof => {
  const grounds = groundsOf(rows, ways)
  const matching = matchingOf(grounds, assignments, false)
  return {
    grounds,
    matching,
    flaws: [
      ...matching.flaws,
      ...proveTurns(grounds, matching, localTurns, localFirst),
      ...provePrices(grounds, matching, prices, branches)
    ]
  }
}
