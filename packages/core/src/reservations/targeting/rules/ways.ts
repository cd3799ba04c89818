import type { Instant } from "../../../calendar/instant.ts"
import type { TargetedCopy } from "../problem.ts"
import type { TransferRules } from "./transferRules.ts"

/** What of a copy decides where it may go and at what cost. Branches are places in the list of the rules. */
export interface Standing {
  readonly from: number
  readonly home: number
  /** Whether it is picked up at its home branch alone. */
  readonly onlyAtHome: boolean
  /** Where it stays when it is given back: everywhere, nowhere, or at these branches, the same set for the same list. */
  readonly floating: boolean | ReadonlySet<number>
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
  const homewards = rules.costs.map((row) => row.map((cost) => Math.ceil(((cost ?? 0) * rules.wayHomePercent) / 100)))
  const wayHome = ({ home, floating }: Standing, pickup: number): number =>
    pickup === home || floating === true || (floating !== false && floating.has(pickup))
      ? 0
      : (homewards[pickup]?.[home] as number)
  const stays = new Map<ReadonlyArray<string>, ReadonlySet<number>>()
  const floatingOf = (floating: TargetedCopy["floating"]): Standing["floating"] => {
    if (typeof floating === "boolean") return floating
    const known = stays.get(floating) ?? new Set(floating.map(placeOf))
    stays.set(floating, known)
    return known
  }
  return {
    placeOf,
    standing: (copy) => ({
      from: placeOf(copy.branch),
      home: placeOf(copy.homeBranch),
      onlyAtHome: !copy.lentElsewhere || (copy.protectedUntil !== null && at < copy.protectedUntil),
      floating: floatingOf(copy.floating)
    }),
    wayHome,
    cost: (copy, pickup) =>
      isClosed[copy.from] || isClosed[pickup] || (copy.onlyAtHome && pickup !== copy.home)
        ? Number.POSITIVE_INFINITY
        : (transfers[copy.from]?.[pickup] as number) + wayHome(copy, pickup)
  }
}
