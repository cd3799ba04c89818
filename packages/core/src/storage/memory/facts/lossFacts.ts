import { isOfIncident } from "../../../accounts/model.ts"
import type { ChargedIncident, LossCharge, LossFacts } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { Minor } from "../../../money/minor.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { allotmentsTo, isMoney, paidCharge } from "./chargeFacts.ts"
import { chargesOfIncident } from "./incidentFacts.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"

const newestFirst: RowOrder<Tables["incident"]> = [
  { column: "reportedAt", down: true },
  { column: "incidentId", down: true }
]

/** The last loss of an item that is not over, or was settled. */
export const lossOf = (store: TenantStore, item: Tables["item"] | undefined): LossFacts | null => {
  if (item === undefined) return null
  const incident = inOrder(store.tables.incident.having("itemId", item.itemId), newestFirst).find(
    ({ kind, state, endedAt }) => kind !== "damage" && (endedAt === null || state === "settled")
  )
  if (incident === undefined) return null
  return { incident, loan: incident.loanId === null ? null : (store.tables.loan.get(incident.loanId) ?? null) }
}

export const chargesOfLoss = (store: TenantStore, item: Tables["item"] | undefined): ReadonlyArray<LossCharge> => {
  const loss = lossOf(store, item)
  if (loss === null) return []
  return chargesOfIncident(store, loss.incident.incidentId).flatMap(({ charge, paid }) => {
    const owner = readerFacts(store, charge.accountId)
    return owner === null
      ? []
      : [{ charge, paid, paidAt: paidAt(store, charge), handedOver: handedOver(store, charge), ...owner }]
  })
}

/** When money was last allotted to it that was not taken back. */
const paidAt = (store: TenantStore, charge: Tables["charge"]): LossCharge["paidAt"] => {
  const money = allotmentsTo(store, charge).filter(({ entryId }) => {
    const entry = store.tables.entry.get(entryId)
    return entry !== undefined && isMoney(entry)
  })
  const left = (entryId: string): number =>
    money.reduce((sum, one) => (one.entryId === entryId ? sum + one.amount : sum), 0)
  return money.reduce<LossCharge["paidAt"]>(
    (last, { entryId, amount, at }) => (amount > 0 && left(entryId) > 0 && at > (last ?? -1) ? at : last),
    null
  )
}

const handedOver = (store: TenantStore, charge: Tables["charge"]): Minor =>
  Minor.make(
    allotmentsTo(store, charge).reduce(
      (sum, { entryId, amount }) => (store.tables.entry.get(entryId)?.kind === "transfer" ? sum + amount : sum),
      0
    )
  )

/** Charges of a reader that are linked to an incident. */
export const incidentChargesOf = (store: TenantStore, readerId: string): ReadonlyArray<ChargedIncident> =>
  inOrder(
    store.tables.charge.having("accountId", readerId).filter(({ kind }) => isOfIncident(kind)),
    [{ column: "chargeId" }]
  ).flatMap((charge) => {
    const link = store.tables.chargeIncident.get(charge.chargeId)
    const incident = link === undefined ? undefined : store.tables.incident.get(link.incidentId)
    const item = incident === undefined ? null : itemFacts(store, store.tables.item.get(incident.itemId))
    if (incident === undefined || item === null) return []
    const loan = incident.loanId === null ? null : (store.tables.loan.get(incident.loanId) ?? null)
    return [{ ...paidCharge(store, charge), incident, loan, ...item }]
  })

/** Incidents of a reader's loans that block borrowing until a copy is brought. */
export const blockingOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["incident"]> =>
  inOrder(
    store.tables.loanReader.having("readerId", readerId).flatMap(({ loanId }) => {
      const itemId = store.tables.loan.get(loanId)?.itemId
      return itemId === undefined
        ? []
        : store.tables.incident
            .having("itemId", itemId)
            .filter((incident) => incident.loanId === loanId && incident.blocksBorrowing === 1)
    }),
    [{ column: "incidentId" }]
  )
