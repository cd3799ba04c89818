import type { Draft } from "../../decision/draft.ts"
import type { ChargedIncident, ChargeFacts, LoanFacts } from "../../decision/facts.ts"
import type { LoanId } from "../../loans/model.ts"

/** How many loans that are over one command looks at. */
export const archivePage = 1_000

/** Cuts the links of loans that are over to their reader, but for those of which something is owed; how many. */
export const cutArchive = (
  work: Draft,
  loans: ReadonlyArray<LoanFacts>,
  charges: ReadonlyArray<ChargeFacts>,
  incidents: ReadonlyArray<ChargedIncident>
): number => {
  const owed = new Set<LoanId | null>(charges.map(({ loanId }) => loanId))
  for (const { charge, loan } of incidents) if (charge.outstanding > 0) owed.add(loan?.loanId ?? null)
  const free = loans.filter(({ loan }) => !owed.has(loan.loanId))
  for (const { loan } of free) work.cut("loanReader", loan.loanId)
  return free.length
}
