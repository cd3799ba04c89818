import type { MakeCheck } from "../check.ts"

/**
 * Recalls: a loan that is recalled for a reservation is so for a live one of its title that recalls and is not suspended, unless
 * it was claimed returned or lost since: such a loan keeps its dates. Keeps these loans.
 */
export const recalledForSomebody: MakeCheck = (report) => {
  const titles = new Map<string, string>()
  const recalling = new Set<string>()
  const kept = new Set<string>()
  return {
    rows: {
      loan: ({ loanId, titleId, state, recalledBy }) => {
        if (state === "onLoan" && recalledBy === "reservation") titles.set(loanId, titleId)
      },
      reservation: ({ titleId, kind, suspended, endedAt }) => {
        if (endedAt === null && kind === "recall" && suspended === 0) recalling.add(titleId)
      }
    },
    history: ({ table, id, events }) => {
      if (table !== "loan" || !titles.has(id)) return
      const recall = events.findLastIndex(({ tag }) => tag === "LoanRecalled")
      if (events.slice(recall).some(({ tag }) => tag === "LoanTakenUpAgain")) kept.add(id)
    },
    end: () => {
      for (const [loanId, titleId] of titles)
        if (!recalling.has(titleId) && !kept.has(loanId))
          report("recalls", [loanId, titleId], "a loan is recalled for a reservation, and none recalls its title")
    }
  }
}
