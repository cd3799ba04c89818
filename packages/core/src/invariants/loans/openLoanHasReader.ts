import type { MakeCheck } from "../check.ts"

/** Links: an open loan has a reader, or nobody could be asked for the item. Keeps the open loans. */
export const openLoanHasReader: MakeCheck = (report) => {
  const nobodys = new Set<string>()
  return {
    rows: {
      loan: ({ loanId, closedAt }) => {
        if (closedAt === null) nobodys.add(loanId)
      },
      loanReader: ({ loanId }) => {
        nobodys.delete(loanId)
      }
    },
    end: () => {
      for (const loanId of nobodys) report("links", [loanId], "an open loan has no reader")
    }
  }
}
