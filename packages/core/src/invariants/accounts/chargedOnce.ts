import { isOfLoan } from "../../accounts/model.ts"
import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"

/**
 * I20: each cause is charged at most once: a loan's charge with something owed names its loan, and no other charge of its kind
 * names the same (that is the link's key). Keeps the charges with something owed.
 */
export const chargedOnce: MakeCheck = (report) => {
  const loanOfCharge = new Map<string, string | null>()
  return {
    rows: {
      charge: ({ chargeId, kind, outstanding }) => {
        if (outstanding > 0 && isOfLoan(kind)) loanOfCharge.set(chargeId, null)
      },
      chargeLoan: ({ chargeId, loanId }) => {
        const other = loanOfCharge.get(chargeId)
        if (other === null) loanOfCharge.set(chargeId, loanId)
        else if (other !== undefined) report("I20", [chargeId, other, loanId], "a charge stands for two loans")
      }
    },
    // What was settled and is owed again, as its payment was undone, had its link cut when it was settled.
    history: ({ table, events }) => {
      if (table !== "account") return
      for (const event of events)
        if (event.tag === "EntryVoided")
          for (const { chargeId } of (eventFacts(event)?.allotments ?? []) as ReadonlyArray<{
            readonly chargeId: string
          }>)
            loanOfCharge.delete(chargeId)
    },
    end: () => {
      for (const [chargeId, loanId] of loanOfCharge) {
        if (loanId === null)
          report("I20", [chargeId], "a charge with something owed names no loan, and could be raised again")
      }
    }
  }
}
