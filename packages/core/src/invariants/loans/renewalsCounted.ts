import type { MakeCheck } from "../check.ts"

/** I5: the renewals counted on a loan are those that happened. */
export const renewalsCounted: MakeCheck = (report) => ({
  history: ({ table, id, row, events }) => {
    if (table !== "loan" || row === null) return
    const renewals = events.filter(({ tag }) => tag === "LoanRenewed").length
    if (row.renewalCount !== renewals) {
      report("I5", [id], `a loan counts ${row.renewalCount} renewals, but ${renewals} happened`)
    }
  }
})
