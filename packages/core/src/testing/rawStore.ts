import { Effect, Layer } from "effect"
import { tables } from "../decision/tableShapes.ts"
import type { TableName, Tables } from "../decision/tables.ts"
import { memory } from "../storage/memory/memory.ts"
import { pageOf } from "../storage/memory/rows/page.ts"
import { inOrder } from "../storage/memory/rows/rowOrder.ts"
import { keyOf, keyOrder, keyText } from "../storage/memory/rows/table.ts"
import { Storage } from "../storage/port.ts"

/** Rows of one tenant that can be put past every rule of a storage, and scanned: for breaking a store on purpose. */
export interface RawStore {
  readonly tenant: string
  readonly layer: Layer.Layer<Storage>
  /** One row more, though its key or a unique value be there already. */
  readonly put: <T extends TableName>(table: T, row: Tables[T]) => void
  /** Changes fields of the row with this key. */
  readonly change: <T extends TableName>(table: T, key: ReadonlyArray<unknown>, fields: Partial<Tables[T]>) => void
  readonly remove: (table: TableName, key: ReadonlyArray<unknown>) => void
}

type Rows = { [T in TableName]: ReadonlyArray<Tables[T]> }

export const rawStore = (given: Partial<Rows> = {}): RawStore => {
  const none = Object.fromEntries(Object.keys(tables).map((table) => [table, []])) as unknown as Rows
  const rows: Rows = { ...none, ...given }
  const split = <T extends TableName>(table: T, key: ReadonlyArray<unknown>) => {
    const all: ReadonlyArray<Tables[T]> = rows[table]
    const row = all.find((one) => keyOf(table, one) === keyText(key))
    if (row === undefined) throw new Error(`there is no ${table} ${keyText(key)}`)
    return { row, others: all.filter((one) => one !== row) }
  }
  const assign = <T extends TableName>(table: T, all: ReadonlyArray<Tables[T]>): void => {
    rows[table] = all as Rows[T]
  }
  const storage: Storage["Service"] = {
    ...memory({}).storage,
    scan: <T extends TableName>(_: string, table: T, after: string | null, limit: number) =>
      Effect.sync(() => {
        const order = keyOrder(table)
        return pageOf<Tables[T]>(inOrder<Tables[T]>(rows[table], order), order, { after, limit, limitMax: 10_000 })
      })
  }
  return {
    tenant: "raw",
    layer: Layer.succeed(Storage, storage),
    put: (table, row) => assign(table, [...(rows[table] as ReadonlyArray<typeof row>), row]),
    change: (table, key, fields) => {
      const { row, others } = split(table, key)
      assign(table, [...others, { ...row, ...fields }])
    },
    remove: (table, key) => assign(table, split(table, key).others)
  }
}
