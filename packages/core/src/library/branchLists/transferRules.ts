import type { TransferRules } from "../../reservations/targeting/index.ts"
import type { Rules } from "./rulesAt.ts"

/** The policy's `transfers` for the branches of the calendar. */
export const transferRules = ({ policy, calendar }: Rules): TransferRules => {
  const { branches } = calendar
  const { wayHomePercent = 0, load = {} } = policy.document.transfers ?? {}
  return {
    branches,
    costs: branches.map((from) => branches.map((to) => policy.transfers.cost(from, to))),
    // What stands in a branch that is closed today is none of the copies.
    closed: [],
    localFirst: policy.named.has("localFirst"),
    wayHomePercent,
    load: Object.fromEntries(Object.entries(load).filter(([code]) => branches.includes(code)))
  }
}
