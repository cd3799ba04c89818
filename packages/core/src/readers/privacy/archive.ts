import type { Draft } from "../../decision/draft.ts"
import type { ChargeFacts, LoanFacts } from "../../decision/facts.ts"

/** How many loans that are over one command looks at. */
export const archivePage = 1_000

/** Cuts the links of loans that are over to their reader, but for those of which something is owed; how many. */
export const cutArchive = (
  work: Draft,
  loans: ReadonlyArray<LoanFacts>,
  charges: ReadonlyArray<ChargeFacts>
): number => {
  const owed = new Set(charges.map(({ loanId }) => loanId))
  const free = loans.filter(({ loan }) => !owed.has(loan.loanId))
  for (const { loan } of free) work.cut("loanReader", loan.loanId)
  return free.length
}
