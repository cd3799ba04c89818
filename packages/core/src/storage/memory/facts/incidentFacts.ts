import type { FactSlots, IncidentCharge, IncidentFacts, Page } from "../../../decision/facts.ts"
import type { Tables } from "../../../decision/tables.ts"
import { pageOf } from "../rows/page.ts"
import { inOrder, type RowOrder } from "../rows/rowOrder.ts"
import type { TenantStore } from "../tenantStore.ts"
import { paidCharge } from "./chargeFacts.ts"
import { itemFacts } from "./itemFacts.ts"
import { readerFacts } from "./readerFacts.ts"

type Item = Tables["item"] | undefined

export const incidentFacts = (store: TenantStore, incidentId: string): IncidentFacts | null => {
  const incident = store.tables.incident.get(incidentId)
  const facts = incident === undefined ? null : itemFacts(store, store.tables.item.get(incident.itemId))
  if (incident === undefined || facts === null) return null
  const { loanId } = incident
  const link = store.tables.incidentReader.get(incidentId) ?? store.tables.loanReader.get(loanId ?? "")
  return {
    incident,
    ...facts,
    loan: loanId === null ? null : (store.tables.loan.get(loanId) ?? null),
    liable: link === undefined ? null : readerFacts(store, link.readerId)
  }
}

const oldestFirst: RowOrder<Tables["incident"]> = [{ column: "reportedAt" }, { column: "incidentId" }]

/** Incidents of an item that have not ended. */
export const openIncidentsOf = (store: TenantStore, item: Item): ReadonlyArray<Tables["incident"]> =>
  item === undefined
    ? []
    : inOrder(
        store.tables.incident.having("itemId", item.itemId).filter(({ endedAt }) => endedAt === null),
        oldestFirst
      )

export const chargesOfIncident = (store: TenantStore, incidentId: string): ReadonlyArray<IncidentCharge> =>
  inOrder(store.tables.chargeIncident.having("incidentId", incidentId), [{ column: "chargeId" }]).flatMap((link) => {
    const charge = store.tables.charge.get(link.chargeId)
    return charge === undefined ? [] : [{ ...paidCharge(store, charge), incidentId: link.incidentId }]
  })

const byBill: RowOrder<Tables["incident"]> = [{ column: "billAt" }, { column: "incidentId" }]

export const incidentsToBill = (
  store: TenantStore,
  { before, after, limit }: FactSlots["incidentsToBill"]["by"]
): Page<Tables["incident"]> => {
  const due = store.tables.incident.inKeyOrder().filter(({ billAt }) => billAt !== null && billAt < before)
  return pageOf(inOrder(due, byBill), byBill, { after, limit, limitMax: 1000 })
}

const byId: RowOrder<Tables["incident"]> = [{ column: "incidentId" }]

export const registeredIncidents = (
  store: TenantStore,
  { after, limit }: FactSlots["registeredIncidents"]["by"]
): FactSlots["registeredIncidents"]["gives"] => {
  const page = pageOf(store.tables.incident.inKeyOrder(), byId, { after, limit, limitMax: 1000 })
  const rows = page.rows.map((incident) => {
    const item = store.tables.item.get(incident.itemId) as Tables["item"]
    return { incident, barcode: item.barcode, title: store.tables.title.get(item.titleId)?.title ?? "" }
  })
  return { ...page, rows }
}

const lastReported: RowOrder<Tables["incident"]> = [
  { column: "reportedAt", down: true },
  { column: "incidentId", down: true }
]

export const allIncidentsOf = (
  store: TenantStore,
  item: Item,
  { after, limit }: { readonly after: string | null; readonly limit: number }
): Page<Tables["incident"]> =>
  item === undefined
    ? { rows: [], next: null }
    : pageOf(inOrder(store.tables.incident.having("itemId", item.itemId), lastReported), lastReported, {
        after,
        limit,
        limitMax: 1000
      })

/** Links of a reader to incidents that have not ended. */
export const incidentLinksOf = (store: TenantStore, readerId: string): ReadonlyArray<Tables["incidentReader"]> =>
  inOrder(
    store.tables.incidentReader
      .having("readerId", readerId)
      .filter(({ incidentId }) => store.tables.incident.get(incidentId)?.endedAt === null),
    [{ column: "incidentId" }]
  )

const newestFirst: RowOrder<Tables["condition"]> = [
  { column: "at", down: true },
  { column: "conditionId", down: true }
]

export const conditionsOf = (
  store: TenantStore,
  item: Item,
  { after, limit }: { readonly after: string | null; readonly limit: number }
): Page<Tables["condition"]> =>
  item === undefined
    ? { rows: [], next: null }
    : pageOf(inOrder(store.tables.condition.having("itemId", item.itemId), newestFirst), newestFirst, {
        after,
        limit,
        limitMax: 1000
      })
