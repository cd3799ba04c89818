import { tables } from "../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import type { TenantRow } from "../port.ts"
import { Breach } from "./breach.ts"
import { soundRow } from "./rows/soundRow.ts"
import { keyOf, type MemoryTable, memoryTable } from "./rows/table.ts"

/** All that one tenant has. */
export interface TenantStore {
  tenant: TenantRow
  readonly tables: { readonly [T in TableName]: MemoryTable<T> }
  /** A row with a key that no row has yet. */
  readonly insert: <T extends TableName>(table: T, row: Tables[T]) => void
  /** The row in place of the one with its key. */
  readonly replace: <T extends TableName>(table: T, row: Tables[T]) => void
  readonly remove: (table: TableName, key: string) => void
  /** Carries out all of it or, when it throws, nothing. */
  readonly atomically: <A>(write: () => A) => A
}

interface Undo {
  readonly table: TableName
  readonly key: string
  readonly before: Tables[TableName] | undefined
}

/** `beforeWrite` is called before each row is written, so that a test can make the write fail there. */
export const tenantStore = (tenant: TenantRow, beforeWrite: () => void): TenantStore => {
  const stored = Object.fromEntries(
    (Object.keys(tables) as ReadonlyArray<TableName>).map((table) => [table, memoryTable(table)])
  ) as unknown as TenantStore["tables"]
  let journal: Array<Undo> = []

  const note = (table: TableName, key: string): void => {
    beforeWrite()
    journal.push({ table, key, before: stored[table].get(key) })
  }
  const write = <T extends TableName>(table: T, row: Tables[T]): void => {
    requireReferences(stored, table, row)
    note(table, keyOf(table, row))
    stored[table].put(row)
  }
  const putBack = <T extends TableName>(table: T, row: Tables[TableName]): void => stored[table].put(row as Tables[T])
  const undo = (): void => {
    // What the last write took must be free again before the one before it is taken back.
    for (const { table, key, before } of journal.reverse()) {
      stored[table].remove(key)
      if (before !== undefined) putBack(table, before)
    }
  }

  const store: TenantStore = {
    tenant,
    tables: stored,
    insert: (table, given) => {
      const row = soundRow(table, given)
      const key = keyOf(table, row)
      if (stored[table].get(key) !== undefined) throw new Breach("key", `${table}: key ${key} is there already`)
      write(table, row)
    },
    replace: (table, row) => write(table, soundRow(table, row)),
    remove: (table, key) => {
      note(table, key)
      stored[table].remove(key)
    },
    atomically: (work) => {
      journal = []
      const before = store.tenant
      try {
        return work()
      } catch (cause) {
        undo()
        store.tenant = before
        throw cause
      }
    }
  }
  return store
}

const requireReferences = <T extends TableName>(stored: TenantStore["tables"], table: T, row: Tables[T]): void => {
  for (const [column, other] of Object.entries(tables[table].references) as ReadonlyArray<[string, TableName]>) {
    const key = (row as unknown as Record<string, string | null>)[column] as string | null
    if (key === null) continue
    if (stored[other].get(key) === undefined) {
      throw new Breach("reference", `${table}.${column} names ${key}, which is no ${other}`)
    }
  }
}
