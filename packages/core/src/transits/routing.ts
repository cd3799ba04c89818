import type { CompiledPolicy } from "../policy/index.ts"
import { floatsAt } from "./floatsAt.ts"
import type { TransitReason } from "./model.ts"

/** What is known of a copy that is in hand at a branch. */
export interface RoutedCopy {
  /** The branch. */
  readonly here: string
  readonly homeBranch: string
  readonly type: string
  readonly collection: string
  /** Where somebody waits for it who may have it; `null`: nobody does. */
  readonly pickupBranch: string | null
  /** Where somebody fetches it who has booked it, from the first lead day on; `null`: nobody has it booked now. */
  readonly bookedBranch: string | null
  /** Where staff sent it: it has not come there yet, or is to stay there until it is lent. `null`: nowhere. */
  readonly sentTo: string | null
  /** Where it is to go next by what was planned; `null`: nothing was. */
  readonly planned: string | null
  /** It is withdrawn and nobody gets it any more; or it needs repair, or is to be made ready for the shelf, before anybody does. */
  readonly needs: "disposal" | "repair" | "processing" | null
}

/** What the policy says of it. */
export interface RoutingRules {
  readonly repairBranch: string | null
  readonly processingBranch: string | null
  readonly withdrawnBranch: string | null
  readonly floating: "no" | "everywhere" | "library" | "group"
  /** Whether the calendar knows it: one that it knows no more was closed for good. */
  readonly isBranch: (branch: string) => boolean
  readonly policy: Pick<CompiledPolicy, "sameLibrary" | "sameGroup" | "transfers">
}

/** Where a copy goes, and by which row of the table. */
export interface Route {
  readonly row: RoutingName
  /** `null`: it stays here. */
  readonly to: string | null
  /** Why it travels; `null`: it does not, or nobody follows where what is withdrawn goes. */
  readonly reason: TransitReason | null
}

interface RoutingRow {
  readonly name: string
  readonly holds: (copy: RoutedCopy, rules: RoutingRules) => boolean
  readonly to: (copy: RoutedCopy, rules: RoutingRules) => string | null
  readonly reason: TransitReason | null
}

const stays = () => null

/** Whether such a copy may set out from here to there. */
const isOpen = (
  { here, ...copy }: Pick<RoutedCopy, "here" | "type" | "collection">,
  to: string | null,
  { isBranch, policy }: Pick<RoutingRules, "isBranch" | "policy">
): to is string => to !== null && to !== here && isBranch(to) && policy.transfers.may(here, to, copy)

/**
 * Where a copy goes that is in hand at a branch, whatever it was before: the first row that holds. `docs/transits.md` is made
 * from it and `routingWords`. What needs repair goes there before anybody gets it; who waits or has booked it
 * goes before what staff sent or planned, and that before the way home.
 */
export const routingTable = [
  {
    name: "withdrawnElsewhere",
    holds: (copy, rules) => copy.needs === "disposal" && isOpen(copy, rules.withdrawnBranch, rules),
    to: (_, { withdrawnBranch }) => withdrawnBranch,
    reason: null
  },
  {
    name: "withdrawnHere",
    holds: ({ needs }) => needs === "disposal",
    to: stays,
    reason: null
  },
  {
    name: "repairElsewhere",
    holds: (copy, rules) => copy.needs === "repair" && isOpen(copy, rules.repairBranch, rules),
    to: (_, { repairBranch }) => repairBranch,
    reason: "repair"
  },
  {
    name: "repairHere",
    holds: ({ needs }) => needs === "repair",
    to: stays,
    reason: null
  },
  {
    name: "processingElsewhere",
    holds: (copy, rules) => copy.needs === "processing" && isOpen(copy, rules.processingBranch, rules),
    to: (_, { processingBranch }) => processingBranch,
    reason: "processing"
  },
  {
    name: "processingHere",
    holds: ({ needs }) => needs === "processing",
    to: stays,
    reason: null
  },
  {
    name: "reservedHere",
    holds: ({ pickupBranch, here }) => pickupBranch === here,
    to: stays,
    reason: null
  },
  {
    name: "reservedElsewhere",
    holds: ({ pickupBranch }) => pickupBranch !== null,
    to: ({ pickupBranch }) => pickupBranch,
    reason: "reservation"
  },
  {
    name: "bookedHere",
    holds: ({ bookedBranch, here }) => bookedBranch === here,
    to: stays,
    reason: null
  },
  {
    name: "bookedElsewhere",
    holds: (copy, rules) => isOpen(copy, copy.bookedBranch, rules),
    to: ({ bookedBranch }) => bookedBranch,
    reason: "booking"
  },
  {
    name: "sentElsewhere",
    holds: (copy, rules) => isOpen(copy, copy.sentTo, rules),
    to: ({ sentTo }) => sentTo,
    reason: "moved"
  },
  {
    name: "planned",
    holds: ({ planned, here }) => planned !== null && planned !== here,
    to: ({ planned }) => planned,
    reason: "moved"
  },
  {
    name: "home",
    holds: ({ homeBranch, here }) => homeBranch === here,
    to: stays,
    reason: null
  },
  {
    name: "sentHere",
    holds: ({ sentTo, here }) => sentTo === here,
    to: stays,
    reason: null
  },
  {
    name: "floats",
    holds: ({ homeBranch, here }, { floating, policy }) => floatsAt(here, homeBranch, floating, policy),
    to: stays,
    reason: null
  },
  {
    name: "homeClosed",
    holds: ({ homeBranch }, { isBranch }) => !isBranch(homeBranch),
    to: stays,
    reason: null
  },
  {
    name: "transferForbidden",
    holds: (copy, rules) => !isOpen(copy, copy.homeBranch, rules),
    to: stays,
    reason: null
  },
  {
    name: "awayFromHome",
    holds: () => true,
    to: ({ homeBranch }) => homeBranch,
    reason: "home"
  }
] as const satisfies ReadonlyArray<RoutingRow>

export type RoutingName = (typeof routingTable)[number]["name"]

/** Where this copy goes. */
export const routeOf = (copy: RoutedCopy, rules: RoutingRules): Route => {
  const rows: ReadonlyArray<RoutingRow> = routingTable
  const row = rows.find(({ holds }) => holds(copy, rules)) as RoutingRow
  return { row: row.name as RoutingName, to: row.to(copy, rules), reason: row.reason }
}
