/** What it costs to bring copies from branch to branch, and which ways there are. */
export interface TransferRules {
  /** Every branch that a copy or a reservation names. */
  readonly branches: ReadonlyArray<string>
  /**
   * `costs[from][to]` in the order of `branches`: whole numbers from 0 to `costMax` in any one unit, as minutes or cents.
   * `null`: no copy goes that way. From a branch to itself it is what a pickup costs where the copy stands, usually 0.
   */
  readonly costs: ReadonlyArray<ReadonlyArray<number | null>>
  /** Branches that neither send nor receive. */
  readonly closed: ReadonlyArray<string>
  /** Whether reservations that a copy at their own pickup branch, or one of `firstFor`, can fill have their turn before all others. */
  readonly localFirst: boolean
  /**
   * How much of the way from the pickup branch home counts, in percent, rounded up; 0: nothing. Where there is no such way
   * none is paid for, and the copy may be sent there all the same. Copies of floating collections have no way home.
   */
  readonly wayHomePercent: number
  /**
   * What it costs a branch to give out many copies in one run, those for its own readers too: somebody fetches them from
   * the shelf just the same. Branches that are not named give out any number at no cost.
   */
  readonly load: Readonly<Record<string, ReadonlyArray<LoadStep>>>
}

/** Each copy after the first so many costs so much, until the next step. Never less than at the step before. */
export interface LoadStep {
  readonly after: number
  readonly costEach: number
}

/** The largest single cost: sums of millions of them are exact. */
export const costMax = 1_000_000
