import type { LoanRow } from "../../loans/model.ts"
import type { LoanCountRow } from "../../readers/model.ts"
import type { MakeCheck } from "../check.ts"

type Group = Pick<LoanRow, "itemType" | "collection" | "branch" | "onSite">

/** Counts: what a reader's groups count is the reader's open loans in each. Keeps the open loans' groups. */
export const loansCountedByGroup: MakeCheck = (report) => {
  const groupOfLoan = new Map<string, Group>()
  const loansIn = new Map<string, number>()
  return {
    rows: {
      loan: (loan) => {
        if (loan.closedAt === null) groupOfLoan.set(loan.loanId, loan)
      },
      loanReader: ({ loanId, readerId }) => {
        const group = groupOfLoan.get(loanId)
        if (group === undefined) return
        const name = groupName({ ...group, readerId })
        loansIn.set(name, (loansIn.get(name) ?? 0) + 1)
      },
      loanCount: (row) => {
        const name = groupName(row)
        const loans = loansIn.get(name) ?? 0
        loansIn.delete(name)
        if (row.count !== loans) {
          report(
            "counts",
            [row.readerId],
            `a reader's group ${groupWords(row)} counts ${row.count} loans, but ${loans} are open`
          )
        }
      }
    },
    end: () => {
      for (const [name, loans] of loansIn) {
        const [readerId = "", ...group] = JSON.parse(name) as ReadonlyArray<string>
        report("counts", [readerId], `a reader's group ${group.join("/")} is not counted, but ${loans} loans are open`)
      }
    }
  }
}

const groupName = ({ readerId, itemType, collection, branch, onSite }: Omit<LoanCountRow, "count">): string =>
  JSON.stringify([readerId, itemType, collection, branch, onSite])

const groupWords = ({ itemType, collection, branch, onSite }: LoanCountRow): string =>
  [itemType, collection, branch, onSite].join("/")
