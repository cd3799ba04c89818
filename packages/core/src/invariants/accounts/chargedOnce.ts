import { isOfLoan } from "../../accounts/model.ts"
import type { MakeCheck } from "../check.ts"
import { eventFacts } from "../events/eventFacts.ts"

/**
 * I20: each cause is charged at most once: a loan's charge with something owed names its loan, and no other charge of its kind
 * names the same (that is the link's key). Keeps the charges with something owed.
 */
export const chargedOnce: MakeCheck = (report) => {
  const loanOfCharge = new Map<string, string | null>()
  const owedAgain = new Set<string>()
  const movedFrom = new Map<string, string>()
  /** Whether it is owed again, here or in the account that it was moved from. */
  const isOwedAgain = (chargeId: string): boolean => {
    const before = movedFrom.get(chargeId)
    return owedAgain.has(chargeId) || (before !== undefined && isOwedAgain(before))
  }
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
      for (const event of events) {
        if (event.tag === "ChargeMovedHere") {
          const { chargeId, movedFrom: before } = (eventFacts(event) ?? {}) as Readonly<Record<string, string>>
          if (chargeId !== undefined && before !== undefined) movedFrom.set(chargeId, before)
        }
        if (event.tag !== "EntryVoided") continue
        const allotments = (eventFacts(event)?.allotments ?? []) as ReadonlyArray<{ readonly chargeId: string }>
        for (const { chargeId } of allotments) owedAgain.add(chargeId)
      }
    },
    end: () => {
      for (const [chargeId, loanId] of loanOfCharge) {
        if (loanId === null && !isOwedAgain(chargeId))
          report("I20", [chargeId], "a charge with something owed names no loan, and could be raised again")
      }
    }
  }
}
