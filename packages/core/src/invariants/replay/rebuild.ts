import type { DomainEvent, EventRow } from "../../decision/event.ts"
import { project } from "../../decision/project.ts"
import type { ProjectedTable, RowChange } from "../../decision/rowChange.ts"
import { tables } from "../../decision/tableShapes.ts"
import { eventFacts } from "../events/eventFacts.ts"

/** A row as the events make it, whatever order they are read in. */
export interface RebuiltRow {
  /** The row as it came; `null` while no event has brought it. */
  came: Readonly<Record<string, unknown>> | null
  /** Last value of each column that was set, with the version at which it was. */
  readonly set: Map<string, { readonly value: unknown; readonly version: number }>
  readonly added: Map<string, number>
  version: number
}

/** Rows by table and key, made by applying events. */
export interface Rebuilt {
  readonly rows: ReadonlyMap<ProjectedTable, Map<string, RebuiltRow>>
  /** Whether the event could be read and applied. */
  readonly apply: (event: EventRow) => boolean
}

export const projectedTables = [
  "item",
  "titleQueue",
  "loan",
  "unseenRenewal",
  "libraryEntry",
  "claimSearch",
  "reservation",
  "transit",
  "account",
  "entry",
  "charge",
  "credit",
  "allotment",
  "incident",
  "condition",
  "cashDesk",
  "cashEntry",
  "appeal",
  "booking",
  "pickupSlot",
  "interloan"
] as const satisfies ReadonlyArray<ProjectedTable>

/** `wanted`: which rows to make, by key; the others are passed over. */
export const rebuild = (wanted: (key: string) => boolean): Rebuilt => {
  const rows = new Map(projectedTables.map((table) => [table, new Map<string, RebuiltRow>()] as const))
  const rowOf = (table: ProjectedTable, key: string): RebuiltRow => {
    const known = rows.get(table)?.get(key)
    if (known !== undefined) return known
    const row: RebuiltRow = { came: null, set: new Map(), added: new Map(), version: 0 }
    rows.get(table)?.set(key, row)
    return row
  }
  const change = ({ key, change: one }: KeyedChange): void => {
    if (!wanted(key)) return
    const row = rowOf(one.table, key)
    if (one.op === "insert") came(row, one.row)
    else if (one.op === "set") set(row, one.version, one.set)
    else add(row, one.add as Readonly<Record<string, number>>)
  }
  return {
    rows,
    apply: (event) => {
      const changes = changesOf(event)
      for (const one of changes ?? []) change(one)
      return changes !== null
    }
  }
}

/** The row that the events make; `null`: they change it, but none brought it. */
export const rowOf = ({ came, set, added, version }: RebuiltRow): Readonly<Record<string, unknown>> | null => {
  if (came === null) return null
  const row: Record<string, unknown> = { ...came }
  for (const [column, { value }] of set) row[column] = value
  for (const [column, sum] of added) row[column] = (row[column] as number) + sum
  if ("version" in row) row.version = version
  return row
}

/** A key as one text: the id where there is one column. */
export const rowKey = (table: ProjectedTable, row: object): string =>
  tables[table].key.map((column) => (row as Record<string, unknown>)[column]).join(" ")

interface KeyedChange {
  readonly key: string
  readonly change: RowChange
}

/** `null`: the event is of a kind that this version does not know, or lacks what it should say. */
const changesOf = (event: EventRow): ReadonlyArray<KeyedChange> | null => {
  const facts = eventFacts(event)
  if (facts === null) return null
  const { overrides: _, ...fields } = facts
  try {
    const { seq, actor } = event
    return project({ _tag: event.tag, ...fields } as unknown as DomainEvent, { seq, actor }).map((change) => ({
      key: change.op === "insert" ? rowKey(change.table, change.row) : change.id,
      change
    }))
  } catch {
    return null
  }
}

const came = (row: RebuiltRow, whole: object): void => {
  row.came = { ...whole }
  if ("version" in whole) row.version = Math.max(row.version, whole.version as number)
}

const set = (row: RebuiltRow, version: number, columns: object): void => {
  row.version = Math.max(row.version, version)
  for (const [column, value] of Object.entries(columns)) {
    const before = row.set.get(column)
    if (before === undefined || before.version <= version) row.set.set(column, { value, version })
  }
}

const add = (row: RebuiltRow, columns: Readonly<Record<string, number>>): void => {
  for (const [column, amount] of Object.entries(columns)) row.added.set(column, (row.added.get(column) ?? 0) + amount)
}
