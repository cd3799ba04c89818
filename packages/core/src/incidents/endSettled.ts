import type { EntryId } from "../accounts/model.ts"
import type { Settling } from "../accounts/settle.ts"
import { consult } from "../decision/consult.ts"
import type { Draft } from "../decision/draft.ts"
import type { ChargedIncident } from "../decision/facts.ts"
import { policyCase } from "../decision/policyCase.ts"
import type { LoanId } from "../loans/model.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderRow } from "../readers/model.ts"

interface Charged {
  readonly reader: ReaderRow
  readonly incidents: ReadonlyArray<ChargedIncident>
  readonly isSettled: (chargeId: EntryId) => boolean
  readonly given: ReadonlyMap<EntryId, number>
  /** Loans that do not end by it, whatever the policy says. */
  readonly secured: ReadonlySet<LoanId>
  /** Loans whose deposit kept them open until now. */
  readonly released: ReadonlySet<LoanId>
}

/**
 * Ends the incidents of which nothing is owed any more, and the loans of lost items where the policy says so (I23). Gives
 * the loans that ended now. What names the incident of a settled charge is cut once its loan is over, into `loans`; it stays
 * as long as the money could still be given back.
 */
export const endSettled = (
  work: Draft,
  { reader, incidents, isSettled, given, secured, released }: Charged,
  { policy, at, branch, onlyLinks = false }: Settling,
  loans: Set<LoanId>
): ReadonlySet<LoanId> => {
  const ended = new Set<LoanId>()
  const isTouched = ({ charge, loan }: ChargedIncident): boolean =>
    given.has(charge.chargeId) || (loan?.state === "lost" && released.has(loan.loanId))
  const touched = new Set(incidents.filter(isTouched).map(idOf))
  for (const incidentId of touched) {
    const all = incidents.filter((one) => idOf(one) === incidentId)
    const [{ incident, loan, item }] = all as [ChargedIncident]
    if (!all.some(({ charge }) => isSettled(charge.chargeId))) continue
    const isOver = all.every(({ charge }) => isSettled(charge.chargeId))
    const ends = isOver && incident.state === "charged" && !onlyLinks
    if (ends) {
      work.restOn("incident", incident)
      work.emit({ _tag: "IncidentEnded", incidentId, as: "settled", because: "nothingOwed", at, branch })
    }
    if (incident.kind === "damage") {
      for (const { charge } of all) if (isSettled(charge.chargeId)) work.cut("chargeIncident", charge.chargeId)
      if (isOver) work.cut("incidentReader", incidentId)
      if (loan !== null && loan.closedAt !== null) loans.add(loan.loanId)
      continue
    }
    const rules = onlyLinks ? null : ruled(policy, reader, all[0], at)
    const isSettledLoss = ends || (isOver && !onlyLinks && incident.state === "settled")
    if (loan?.state === "lost" && isSettledLoss && !secured.has(loan.loanId) && rules?.ends === true) {
      work.restOn("item", item)
      work.restOn("loan", loan)
      const { loanId, itemType, collection, onSite } = loan
      const { itemId } = item
      const itemVersion = work.now("item", itemId).version + 1
      const closedAt = at < loan.lentAt ? loan.lentAt : at
      work.emit({ _tag: "LoanSettled", loanId, itemId, itemVersion, status: "lostAndPaid", at: closedAt, branch })
      work.count({ readerId: reader.readerId, itemType, collection, branch: loan.branch, onSite, count: -1 })
      ended.add(loanId)
    }
    if (loan !== null && loan.closedAt === null && !ended.has(loan.loanId)) continue
    if (loan !== null) loans.add(loan.loanId)
    // Also where it was paid before, and owed again meanwhile.
    const isGone =
      loan !== null && (ended.has(loan.loanId) || (item.status === "lostAndPaid" && incident.state === "settled"))
    if (isGone && rules?.mayGiveBack === true) continue
    for (const { charge } of all) if (isSettled(charge.chargeId)) work.cut("chargeIncident", charge.chargeId)
    if (loan === null && isOver) work.cut("incidentReader", incidentId)
  }
  return ended
}

const idOf = ({ incident }: ChargedIncident) => incident.incidentId

/** Whether the loan ends with the payment, and whether it could be paid back when the item is found after that. */
const ruled = (
  policy: CompiledPolicy | null,
  reader: ReaderRow,
  charged: ChargedIncident | undefined,
  at: number
): { readonly ends: boolean; readonly mayGiveBack: boolean } | null => {
  if (policy === null || charged === undefined) return null
  const { item, title, queue, incident, loan } = charged
  const asked = consult(
    policy,
    policyCase({
      kind: "losses",
      reader: { ...reader, category: loan?.readerCategory ?? reader.category },
      item,
      title,
      waiting: queue.waitingCount,
      isRenewal: false,
      onSite: loan?.onSite === 1,
      recalled: loan != null && loan.recalledAt !== null,
      at,
      branch: loan?.branch ?? incident.branch,
      policy,
      calendar: undefined
    })
  )
  const rule = policy.document.compensations?.[asked.optional("compensation", "")]
  return { ends: asked.optional("lostPaidEnds", false), mayGiveBack: rule?.refund?.gives === "paid" }
}
