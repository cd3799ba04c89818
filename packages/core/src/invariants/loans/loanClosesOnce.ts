import type { MakeCheck } from "../check.ts"

/** I3: a loan begins once and is closed at most once, not before it began, and nothing happens to it afterwards. */
export const loanClosesOnce: MakeCheck = (report) => ({
  rows: {
    loan: ({ loanId, state, lentAt, closedAt }) => {
      if ((state === "closed") !== (closedAt !== null)) {
        report("I3", [loanId], `a loan is ${state} and has ${closedAt === null ? "no" : "an"} instant of closing`)
      }
      if (closedAt !== null && closedAt < lentAt) report("I3", [loanId], "a loan was closed before it was lent")
    }
  },
  history: ({ table, id, row, events }) => {
    if (table !== "loan") return
    const tags = events.map(({ tag }) => tag)
    if (tags.lastIndexOf("ItemCheckedOut") > 0) report("I3", [id], "a loan was lent again")
    const returned = tags.findIndex((tag) => tag === "ItemReturned" || tag === "LoanSettled")
    if (returned >= 0 && returned < tags.length - 1)
      report("I3", [id], "something happened to a loan after it was closed")
    if (row !== null && events.length > 0 && (row.state === "closed") !== returned >= 0) {
      report("I3", [id], `a loan is ${row.state}, but its events say otherwise`)
    }
  }
})
