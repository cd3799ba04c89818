import type { TableName, Tables } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { type AliasedExpression, type Expression, sql } from "kysely"
import { columnName } from "../schema/columnName.ts"

/** One row as it comes from a driver: values by position. */
export type Cells = ReadonlyArray<unknown>

/** Columns that stand together in a row, and what they make. */
export interface Part<Value> {
  readonly columns: (name: string) => ReadonlyArray<AliasedExpression<unknown, string>>
  readonly width: number
  readonly read: (cells: Cells, start: number) => Value
}

/** What a statement selects, and how its rows become what a slot gives. */
export interface Shape<Row> {
  readonly columns: ReadonlyArray<AliasedExpression<unknown, string>>
  /** Names of the columns in the statement: `item_dueAt` for `dueAt` of the part `item`. */
  readonly names: ReadonlyArray<string>
  readonly read: (cells: Cells) => Row
}

/** Parts under their names, as an object of them. */
export const shapeOf = <const Parts extends Readonly<Record<string, Part<unknown>>>>(
  parts: Parts
): Shape<{ readonly [Name in keyof Parts]: Parts[Name] extends Part<infer Value> ? Value : never }> => {
  const names = Object.keys(parts)
  const list = Object.values(parts)
  const starts = startsOf(list)
  const columns = list.flatMap((part, at) => part.columns(names[at] as string))
  return {
    columns,
    names: columns.map(({ alias }) => alias as string),
    read: (cells) => {
      const row: Record<string, unknown> = {}
      for (let at = 0; at < list.length; at++) {
        row[names[at] as string] = (list[at] as Part<unknown>).read(cells, starts[at] as number)
      }
      return row as never
    }
  }
}

/** A part alone: what it makes, with no object around it. */
export const shapeOfOnly = <Value>(name: string, part: Part<Value>): Shape<Value> => {
  const columns = part.columns(name)
  return { columns, names: columns.map(({ alias }) => alias as string), read: (cells) => part.read(cells, 0) }
}

/** The same columns, made into something else. */
export const mapped = <From, To>(shape: Shape<From>, made: (row: From) => To): Shape<To> => ({
  ...shape,
  read: (cells) => made(shape.read(cells))
})

/** The row of a table, or some fields of it. `from` is the table's name in the statement. */
export const fieldsOf = <T extends TableName, Field extends keyof Tables[T] & string>(
  table: T,
  fields: ReadonlyArray<Field>,
  from: string = columnName(table)
): Part<Pick<Tables[T], Field>> => ({
  width: fields.length,
  columns: (name) => fields.map((field) => sql.ref(`${from}.${columnName(field)}`).as(`${name}_${field}`)),
  read: (cells, start) => {
    const row: Record<string, unknown> = {}
    for (let at = 0; at < fields.length; at++) row[fields[at] as string] = cells[start + at]
    return row as unknown as Pick<Tables[T], Field>
  }
})

/** The whole row of a table. */
export const rowOf = <T extends TableName>(table: T, from: string = columnName(table)): Part<Tables[T]> => {
  const fields = Object.keys(tables[table].columns) as Array<keyof Tables[T] & string>
  const part = fieldsOf(table, fields, from) as Part<Tables[T]>
  const bytes = fields.filter((field) => tables[table].columns[field] === "bytes")
  return bytes.length === 0 ? part : { ...part, read: (cells, start) => withPlainBytes(part.read(cells, start), bytes) }
}

/** One value, as `made` from what the column holds. */
export const oneValue = <Value>(
  expression: Expression<unknown>,
  made: (cell: unknown) => Value = (cell) => cell as Value
): Part<Value> => ({
  width: 1,
  columns: (name) => [sql`${expression}`.as(name)],
  read: (cells, start) => made(cells[start])
})

const startsOf = (parts: ReadonlyArray<Part<unknown>>): ReadonlyArray<number> => {
  let next = 0
  return parts.map(({ width }) => {
    const start = next
    next += width
    return start
  })
}

/** Drivers give Node's own kind of bytes. */
const withPlainBytes = <Row>(row: Row, fields: ReadonlyArray<keyof Row>): Row => {
  const copy = { ...row }
  for (const field of fields) {
    const bytes = row[field] as Uint8Array
    copy[field] = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) as Row[typeof field]
  }
  return copy
}
