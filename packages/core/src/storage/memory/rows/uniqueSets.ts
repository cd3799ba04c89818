import { tables } from "../../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"

/** Columns whose values together belong to one row at most. */
export interface UniqueSet<Row> {
  /** Its columns. */
  readonly name: string
  /** Key of the row that has this row's values. */
  readonly holderOf: (row: Row) => string | undefined
  readonly holderOfValues: (values: ReadonlyArray<unknown>) => string | undefined
  readonly note: (row: Row, key: string) => void
  readonly forget: (row: Row) => void
}

/** The unique sets of a table besides its key. An open loan has its item alone; a set with a null in it is free. */
export const uniqueSets = <T extends TableName>(table: T): ReadonlyArray<UniqueSet<Tables[T]>> => {
  const sets = tables[table].unique.map((columns) => uniqueSet<Tables[T]>(columns))
  if (table !== "loan") return sets
  const openLoan = uniqueSet<Tables["loan"]>(["itemId"], ({ closedAt }) => closedAt === null)
  return [...sets, openLoan as unknown as UniqueSet<Tables[T]>]
}

const uniqueSet = <Row>(
  columns: ReadonlyArray<keyof Row & string>,
  counts: (row: Row) => boolean = () => true
): UniqueSet<Row> => {
  const holders = new Map<string, string>()
  const textOf = (values: ReadonlyArray<unknown>): string | null =>
    values.includes(null) ? null : JSON.stringify(values)
  const rowText = (row: Row): string | null => (counts(row) ? textOf(columns.map((column) => row[column])) : null)
  const holder = (text: string | null): string | undefined => (text === null ? undefined : holders.get(text))
  return {
    name: columns.join(", "),
    holderOf: (row) => holder(rowText(row)),
    holderOfValues: (values) => holder(textOf(values)),
    note: (row, key) => {
      const text = rowText(row)
      if (text !== null) holders.set(text, key)
    },
    forget: (row) => {
      const text = rowText(row)
      if (text !== null) holders.delete(text)
    }
  }
}
