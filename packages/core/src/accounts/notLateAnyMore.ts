import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { LoanCharge } from "../decision/facts.ts"
import type { LoanRow } from "../loans/model.ts"
import { bringTo } from "./adjustCharge.ts"
import { accruing } from "./chargeOverdue.ts"
import { entryPair } from "./entryPair.ts"
import type { AccountRow } from "./model.ts"

/** How many ids it may need. */
export const notLateIds = 2

/**
 * A loan that is due later than now is not late: what ran up for that night by night comes to nothing, and what was paid of
 * it is a credit. The night looks at late loans alone, so this is done as the date changes.
 */
export const notLateAnyMore = (
  work: Draft,
  {
    loan,
    account,
    charges
  }: { readonly loan: LoanRow; readonly account: AccountRow; readonly charges: ReadonlyArray<LoanCharge> },
  of: {
    readonly dueAt: Instant
    readonly at: Instant
    readonly branch: string
    readonly ids: ReadonlyArray<string>
  }
): void => {
  const { dueAt, at, branch, ids } = of
  const known = dueAt > at ? accruing(charges, loan) : null
  if (known !== null) bringTo(work, known, 0, { account, reason: "dueDate", at, branch, entryIds: entryPair(ids, 0) })
}
