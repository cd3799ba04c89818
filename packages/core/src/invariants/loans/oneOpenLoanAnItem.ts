import type { MakeCheck } from "../check.ts"

/** I1: an item has at most one open loan. Keeps the open loans. */
export const oneOpenLoanAnItem: MakeCheck = (report) => {
  const openLoanOf = new Map<string, string>()
  return {
    rows: {
      loan: ({ loanId, itemId, closedAt }) => {
        if (closedAt !== null) return
        const other = openLoanOf.get(itemId)
        if (other === undefined) openLoanOf.set(itemId, loanId)
        else report("I1", [itemId, other, loanId], "an item has two open loans")
      }
    }
  }
}
