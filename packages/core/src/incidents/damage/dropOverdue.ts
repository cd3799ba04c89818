import { bringTo, comesTo } from "../../accounts/adjustCharge.ts"
import { entryPair } from "../../accounts/entryPair.ts"
import type { AccountRow } from "../../accounts/model.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { Draft } from "../../decision/draft.ts"
import type { LoanCharge } from "../../decision/facts.ts"
import { Minor } from "../../money/minor.ts"

/** How many overdue charges of one loan, one a stretch between renewals, an inspection takes something off. */
const chargesMax = 4
export const dropIds = 2 * chargesMax

/**
 * Takes so much off what a loan still owes for being late, as paying for damage or a loss takes its place. Gives the loan's
 * charges as they are then, for what ends the loan.
 */
export const dropOverdue = (
  work: Draft,
  charges: ReadonlyArray<LoanCharge>,
  amount: number,
  {
    account,
    at,
    branch,
    ids
  }: {
    readonly account: AccountRow
    readonly at: Instant
    readonly branch: string
    readonly ids: ReadonlyArray<string>
  }
): ReadonlyArray<LoanCharge> => {
  let left = amount
  let nth = 0
  return charges.map((one) => {
    const off = one.charge.kind === "overdue" ? Math.min(left, one.charge.outstanding) : 0
    if (off <= 0 || nth >= chargesMax) return one
    left -= off
    const entryIds = entryPair(ids, nth++)
    bringTo(work, one, comesTo(one.charge) - off, { account, reason: "damage", at, branch, entryIds })
    const [amount, outstanding] = [one.charge.amount - off, one.charge.outstanding - off].map((sum) => Minor.make(sum))
    return { ...one, charge: { ...one.charge, amount: amount as Minor, outstanding: outstanding as Minor } }
  })
}
