import { type Decision, type VersionedTable, versionedTables } from "../../decision/decision.ts"
import { tables } from "../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import { VersionMoved } from "../port.ts"
import { Breach } from "./breach.ts"
import { keyOf, keyText } from "./rows/table.ts"
import type { TenantStore } from "./tenantStore.ts"

/**
 * Carries a decision out: guards first, then what goes, what changes and what comes, tables in the order of `tables`,
 * rows in the order given. Throws `VersionMoved`, or the `Breach` of whatever else does not hold.
 */
export const applyDecision = (store: TenantStore, decision: Decision<unknown>): void => {
  requireVersions(store, decision)
  cut(store, decision.cut)
  for (const table of versionedTables) changeRows(store, table, decision)
  for (const { chargeId, ...owed } of decision.charges)
    store.replace("charge", { ...stored(store, "charge", chargeId), ...owed })
  for (const { creditId, ...left } of decision.credits)
    store.replace("credit", { ...stored(store, "credit", creditId), ...left })
  for (const table of Object.keys(tables) as ReadonlyArray<TableName>) insertRows(store, table, decision)
  for (const group of decision.count) addCount(store, group)
}

const requireVersions = (store: TenantStore, { guard, update }: Decision<unknown>): void => {
  for (const table of versionedTables) {
    const seen = new Set<string>()
    const requireVersion = (id: string, was: number): void => {
      if (seen.has(id)) throw new Breach("decision", `${table} ${id} is guarded or updated twice in one decision`)
      seen.add(id)
      if (stored(store, table, id).version !== was) throw new VersionMoved()
    }
    for (const { row, was } of update[table] ?? []) {
      if (row.version <= was) throw new Breach("decision", `${table} ${idOf(table, row)} keeps its version ${was}`)
      requireVersion(idOf(table, row), was)
    }
    for (const { id, was } of guard[table] ?? []) requireVersion(id, was)
  }
}

const cut = (store: TenantStore, gone: Decision<unknown>["cut"]): void => {
  for (const loanId of gone.loanReader ?? []) store.remove("loanReader", loanId)
  for (const reservationId of gone.reservationReader ?? []) store.remove("reservationReader", reservationId)
  for (const chargeId of gone.chargeLoan ?? []) {
    const link = store.tables.chargeLoan.only(["chargeId"], [chargeId])
    if (link !== undefined) store.remove("chargeLoan", keyOf("chargeLoan", link))
  }
  for (const card of gone.card ?? []) store.remove("card", card)
  for (const blockId of gone.readerBlock ?? []) store.remove("readerBlock", blockId)
  for (const noteId of gone.readerNote ?? []) store.remove("readerNote", noteId)
  for (const linkId of gone.readerLink ?? []) store.remove("readerLink", linkId)
  for (const incidentId of gone.incidentReader ?? []) store.remove("incidentReader", incidentId)
  for (const chargeId of gone.chargeIncident ?? []) store.remove("chargeIncident", chargeId)
  for (const appealId of gone.appealStatement ?? []) store.remove("appealStatement", appealId)
  for (const bookingId of gone.bookingReader ?? []) store.remove("bookingReader", bookingId)
  for (const reservationId of gone.slotTaken ?? []) store.remove("slotTaken", reservationId)
  for (const messageId of gone.outbox ?? []) store.remove("outbox", messageId)
  for (const card of gone.lostCard ?? []) store.remove("lostCard", card)
  for (const titleId of gone.titleRecord ?? []) store.remove("titleRecord", titleId)
}

const changeRows = (store: TenantStore, table: VersionedTable, { guard, update }: Decision<unknown>): void => {
  for (const { row } of update[table] ?? []) store.replace(table, row)
  for (const { id, was } of guard[table] ?? []) store.replace(table, { ...stored(store, table, id), version: was + 1 })
}

/** Tables that no decision inserts into: documents and tokens have calls of their own, counts are added to. */
const notInserted: ReadonlySet<string> = new Set(["command", "document", "token", "loanCount"])

const insertRows = (store: TenantStore, table: TableName, { insert }: Decision<unknown>): void => {
  const rows = (insert as { readonly [T in TableName]?: ReadonlyArray<Tables[T]> })[table] ?? []
  if (rows.length > 0 && notInserted.has(table)) throw new Breach("decision", `no decision inserts a ${table}`)
  for (const row of rows) store.insert(table, row)
}

const addCount = (store: TenantStore, group: Tables["loanCount"]): void => {
  const key = keyText(tables.loanCount.key.map((column) => group[column]))
  const before = store.tables.loanCount.get(key)
  store.replace("loanCount", { ...group, count: (before?.count ?? 0) + group.count })
}

const stored = <T extends TableName>(store: TenantStore, table: T, id: string): Tables[T] => {
  const row = store.tables[table].get(id)
  if (row === undefined) throw new Breach("missing", `there is no ${table} ${id}`)
  return row as Tables[T]
}

const idOf = <T extends VersionedTable>(table: T, row: Tables[T]): string =>
  row[tables[table].key[0] as keyof Tables[T]] as string
