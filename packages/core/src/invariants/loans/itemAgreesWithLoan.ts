import { lentStatuses } from "../../catalogue/model.ts"
import type { MakeCheck } from "../check.ts"

/** I2: an item is lent, claimed returned or lost if and only if it has an open loan, and names that one. Keeps the items on loan. */
export const itemAgreesWithLoan: MakeCheck = (report) => {
  const itemSaidToHave = new Map<string, string>()
  return {
    rows: {
      item: ({ itemId, status, loanId }) => {
        if (lentStatuses.includes(status) !== (loanId !== null)) {
          report(
            "I2",
            [itemId, loanId],
            `an item is ${status} and ${loanId === null ? "names no loan" : "names a loan"}`
          )
        }
        if (loanId !== null) itemSaidToHave.set(loanId, itemId)
      },
      loan: ({ loanId, itemId, closedAt }) => {
        const said = itemSaidToHave.get(loanId)
        itemSaidToHave.delete(loanId)
        if (closedAt === null && said !== itemId)
          report("I2", [loanId, itemId], "the item of an open loan does not name it")
        if (closedAt !== null && said !== undefined) report("I2", [loanId, said], "an item names a loan that is closed")
      }
    },
    end: () => {
      for (const [loanId, itemId] of itemSaidToHave)
        report("I2", [itemId, loanId], "an item names a loan that is not there")
    }
  }
}
