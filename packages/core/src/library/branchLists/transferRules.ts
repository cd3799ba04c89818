import type { Instant } from "../../calendar/instant.ts"
import type { TransferRules } from "../../reservations/targeting/index.ts"
import type { Rules } from "./waitedTitles.ts"

/** The policy's `transfers` for the branches of the calendar. Those closed on the day of an instant neither send nor receive. */
export const transferRules = ({ policy, calendar }: Rules, at: Instant): TransferRules => {
  const { branches } = calendar
  const { wayHomePercent = 0, load = {} } = policy.document.transfers ?? {}
  return {
    branches,
    costs: branches.map((from) => branches.map((to) => policy.transfers.cost(from, to))),
    closed: branches.filter((code) => {
      const branch = calendar.branch(code)
      return branch === undefined || !branch.isOpenDay(branch.localDay(at))
    }),
    localFirst: policy.named.has("localFirst"),
    wayHomePercent,
    load: Object.fromEntries(Object.entries(load).filter(([code]) => branches.includes(code)))
  }
}
