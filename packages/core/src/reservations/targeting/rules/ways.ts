import type { Instant } from "../../../calendar/instant.ts"
import type { TargetedCopy } from "../problem.ts"
import type { TransferRules } from "./transferRules.ts"

/** What of a copy decides where it may go and at what cost. Branches are places in the list of the rules. */
export interface Standing {
  readonly from: number
  readonly home: number
  /** Whether it is picked up at its home branch alone. */
  readonly onlyAtHome: boolean
  readonly floating: boolean
}

/** The ways of the rules, looked up by the branches' places. */
export interface Ways {
  readonly placeOf: (branch: string) => number
  readonly standing: (copy: TargetedCopy) => Standing
  /** What the way to a pickup branch and the way home cost together; `Infinity`: the copy must not go there. */
  readonly cost: (copy: Standing, pickup: number) => number
  readonly wayHome: (copy: Standing, pickup: number) => number
}

/** Of sound rules, at the instant at which protection is looked at. */
export const waysOf = (rules: TransferRules, at: Instant): Ways => {
  const places = new Map(rules.branches.map((branch, place) => [branch, place]))
  const placeOf = (branch: string): number => places.get(branch) as number
  const closed = new Set(rules.closed)
  const isClosed = rules.branches.map((branch) => closed.has(branch))
  const transfers = rules.costs.map((row) => row.map((cost) => cost ?? Number.POSITIVE_INFINITY))
  const homewards = transfers.map((row) => row.map((cost) => shareOf(cost, rules.wayHomePercent)))
  const wayHome = ({ home, floating }: Standing, pickup: number): number =>
    floating || pickup === home ? 0 : (homewards[pickup]?.[home] as number)
  return {
    placeOf,
    standing: (copy) => ({
      from: placeOf(copy.branch),
      home: placeOf(copy.homeBranch),
      onlyAtHome: !copy.lentElsewhere || (copy.protectedUntil !== null && at < copy.protectedUntil),
      floating: copy.floating
    }),
    wayHome,
    cost: (copy, pickup) =>
      isClosed[copy.from] || isClosed[pickup] || (copy.onlyAtHome && pickup !== copy.home)
        ? Number.POSITIVE_INFINITY
        : (transfers[copy.from]?.[pickup] as number) + wayHome(copy, pickup)
  }
}

const shareOf = (cost: number, percent: number): number => (percent === 0 ? 0 : Math.ceil((cost * percent) / 100))
