import type { MakeCheck } from "../check.ts"

/** I2: a loan is lost if and only if its loss is not over: reported, charged, to be replaced, or settled without ending it. */
export const lostLoanHasLoss: MakeCheck = (report) => {
  const lost = new Set<string>()
  const explained = new Set<string>()
  return {
    rows: {
      loan: ({ loanId, state }) => {
        if (state === "lost") lost.add(loanId)
      },
      incident: ({ incidentId, kind, state, loanId }) => {
        if (loanId === null || (kind !== "loss" && kind !== "theft")) return
        if (state === "found" || state === "dismissed") return
        if (lost.has(loanId)) explained.add(loanId)
        else if (state !== "settled") report("I2", [loanId, incidentId], `a loss is ${state}, but its loan is not lost`)
      }
    },
    end: () => {
      for (const loanId of lost)
        if (!explained.has(loanId)) report("I2", [loanId], "a loan is lost, but nothing says how")
    }
  }
}
