import { tables } from "../../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"
import { Breach } from "../breach.ts"
import { type Indexed, rowIndex } from "./rowIndex.ts"
import { inOrder, type RowOrder } from "./rowOrder.ts"
import { uniqueSets } from "./uniqueSets.ts"

/** The rows of one table of one tenant, by key. Rows that come in are sound and frozen; rows that go out are the same. */
export interface MemoryTable<T extends TableName> {
  readonly get: (key: string) => Tables[T] | undefined
  /** Puts a row in place of the one with its key, if there is one. Refuses what breaks a unique set. */
  readonly put: (row: Tables[T]) => void
  readonly remove: (key: string) => void
  /** Rows whose column has this value, in no order. */
  readonly having: (column: IndexedColumn<T>, value: string) => ReadonlyArray<Tables[T]>
  /** The one row whose unique columns have these values. */
  readonly only: (
    columns: ReadonlyArray<keyof Tables[T] & string>,
    values: ReadonlyArray<unknown>
  ) => Tables[T] | undefined
  readonly inKeyOrder: () => ReadonlyArray<Tables[T]>
}

/** Columns by which rows are found besides key and unique sets. */
const indexed = {
  item: ["titleId"],
  loan: ["itemId"],
  card: ["readerId"],
  loanCount: ["readerId"],
  loanReader: ["readerId"],
  unseenRenewal: ["loanId"],
  claimSearch: ["loanId"],
  reservation: ["titleId"],
  reservationReader: ["readerId"],
  transit: ["itemId"],
  entry: ["accountId"],
  charge: ["accountId"],
  credit: ["accountId"],
  allotment: ["chargeId"],
  chargeLoan: ["loanId"],
  incident: ["itemId"],
  chargeIncident: ["incidentId"],
  condition: ["itemId"],
  incidentReader: ["readerId"],
  appeal: ["accountId"],
  booking: ["itemId"],
  bookingReader: ["readerId"],
  readerBlock: ["readerId"],
  readerNote: ["readerId"],
  readerLink: ["readerId", "otherId"],
  lostCard: ["readerId"],
  cashEntry: ["cashDeskId"],
  event: ["streamId"]
} as const satisfies { readonly [T in TableName]?: ReadonlyArray<keyof Tables[T] & string> }
type IndexedColumn<T extends TableName> = T extends keyof typeof indexed ? (typeof indexed)[T][number] : never

export const memoryTable = <T extends TableName>(table: T): MemoryTable<T> => {
  const rows = new Map<string, Tables[T]>()
  const indexes = new Map<string, Indexed>()
  for (const column of (indexed as Partial<Record<TableName, ReadonlyArray<string>>>)[table] ?? []) {
    indexes.set(column, rowIndex())
  }
  const uniques = uniqueSets(table)
  let sorted: ReadonlyArray<Tables[T]> | null = null

  const forget = (key: string): void => {
    const row = rows.get(key)
    if (row === undefined) return
    for (const unique of uniques) unique.forget(row)
    for (const [column, index] of indexes) index.remove(columnOf(row, column), key)
    rows.delete(key)
    sorted = null
  }

  return {
    get: (key) => rows.get(key),
    put: (row) => {
      const key = keyOf(table, row)
      for (const unique of uniques) {
        const holder = unique.holderOf(row)
        if (holder !== undefined && holder !== key) {
          throw new Breach("unique", `${table}: ${unique.name} is there already`)
        }
      }
      forget(key)
      sorted = null
      rows.set(key, row)
      for (const unique of uniques) unique.note(row, key)
      for (const [column, index] of indexes) index.add(columnOf(row, column), key)
    },
    remove: forget,
    having: (column, value) => [...(indexes.get(column)?.keys(value) ?? [])].map((key) => rows.get(key) as Tables[T]),
    only: (columns, values) => {
      const unique = uniques.find(({ name }) => name === columns.join(", "))
      const key = unique?.holderOfValues(values)
      return key === undefined ? undefined : rows.get(key)
    },
    inKeyOrder: () => {
      sorted ??= inOrder([...rows.values()], keyOrder(table))
      return sorted
    }
  }
}

/** A row's key as one text. */
export const keyOf = <T extends TableName>(table: T, row: Tables[T]): string =>
  keyText(tables[table].key.map((column) => row[column]))

/** The text of a key given as its values. */
export const keyText = (values: ReadonlyArray<unknown>): string =>
  values.length === 1 ? (values[0] as string) : JSON.stringify(values)

export const keyOrder = <T extends TableName>(table: T): RowOrder<Tables[T]> =>
  tables[table].key.map((column) => ({ column }))

const columnOf = (row: unknown, column: string): string => (row as Record<string, string>)[column] as string
