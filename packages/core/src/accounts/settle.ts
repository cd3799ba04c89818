import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ChargeFacts } from "../decision/facts.ts"
import type { IncidentRow } from "../incidents/model.ts"
import type { LoanId } from "../loans/model.ts"
import type { ReaderRow } from "../readers/model.ts"
import type { EntryId } from "./model.ts"

interface Settled {
  readonly at: Instant
  readonly branch: string
}

/**
 * Cuts what names the loan of a charge for which nothing is owed any more, where the loan is over too; and the loan's
 * reader with the last of its charges, unless the reader wants to keep a history. `open` is everything that the reader owes, before what is `given` for each charge.
 */
export const cutSettled = (
  work: Draft,
  { historyConsentAt }: Pick<ReaderRow, "historyConsentAt">,
  open: ReadonlyArray<ChargeFacts>,
  given: ReadonlyMap<EntryId, number>,
  when: Settled
): void => {
  const isSettled = ({ charge }: ChargeFacts): boolean => (given.get(charge.chargeId) ?? 0) >= charge.outstanding
  endDamage(work, open, isSettled, when)
  const loans = new Set<LoanId>()
  for (const one of open) {
    if (one.loanId === null || !one.loanClosed || !isSettled(one)) continue
    work.cut("chargeLoan", one.charge.chargeId)
    loans.add(one.loanId)
  }
  if (historyConsentAt !== null) return
  for (const loanId of loans) {
    if (open.every((one) => one.loanId !== loanId || isSettled(one))) work.cut("loanReader", loanId)
  }
}

/** An incident of damage ends once nothing is owed for it; what it was charged with names it no longer. */
const endDamage = (
  work: Draft,
  open: ReadonlyArray<ChargeFacts>,
  isSettled: (one: ChargeFacts) => boolean,
  { at, branch }: Settled
): void => {
  const ended = new Set<string>()
  for (const one of open) {
    const { incident, charge } = one
    if (incident === null || incident.kind !== "damage" || !isSettled(one)) continue
    work.cut("chargeIncident", charge.chargeId)
    if (ended.has(incident.incidentId) || open.some((other) => isOf(other, incident) && !isSettled(other))) continue
    ended.add(incident.incidentId)
    if (incident.endedAt !== null) continue
    work.restOn("incident", incident)
    work.emit({
      _tag: "IncidentEnded",
      incidentId: incident.incidentId,
      as: "settled",
      because: "nothingOwed",
      at,
      branch
    })
    work.cut("incidentReader", incident.incidentId)
  }
}

const isOf = ({ incident }: ChargeFacts, { incidentId }: IncidentRow): boolean => incident?.incidentId === incidentId
