import { tables } from "../../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../../decision/tables.ts"
import { Breach } from "../breach.ts"
import { rowChecks } from "./rowChecks.ts"

/** A frozen copy of a row that has exactly its table's columns, each of its type, and holds to the table's checks. */
export const soundRow = <T extends TableName>(table: T, row: Tables[T]): Tables[T] => {
  const copy = typedRow(table, row)
  for (const { name, holds } of rowChecks[table] ?? []) {
    if (!holds(copy)) throw new Breach("check", `${table}: ${name} does not hold`)
  }
  return copy
}

const typedRow = <T extends TableName>(table: T, row: Tables[T]): Tables[T] => {
  const given = row as unknown as Readonly<Record<string, unknown>>
  const { columns, nullable } = shapeOf(table)
  const copy: Record<string, unknown> = {}
  for (const [column, type] of Object.entries(columns)) {
    copy[column] = soundValue(`${table}.${column}`, given[column], type, nullable.includes(column))
  }
  const stray = Object.keys(given).find((column) => !(column in columns))
  if (stray !== undefined) throw new Breach("column", `${table} has no column ${stray}`)
  return Object.freeze(copy) as unknown as Tables[T]
}

interface LooseShape {
  readonly columns: Readonly<Record<string, "text" | "integer" | "bytes">>
  readonly nullable: ReadonlyArray<string>
}
const shapeOf = (table: TableName): LooseShape => tables[table] as unknown as LooseShape

const soundValue = (column: string, value: unknown, type: "text" | "integer" | "bytes", nullable: boolean): unknown => {
  if (value === null && nullable) return null
  if (value === null || value === undefined) throw new Breach("column", `${column} has no value`)
  switch (type) {
    case "integer":
      if (!Number.isSafeInteger(value)) throw new Breach("column", `${column} is no integer: ${String(value)}`)
      // Plus zero: no database keeps -0.
      return (value as number) + 0
    case "bytes":
      if (!(value instanceof Uint8Array)) throw new Breach("column", `${column} is no bytes`)
      return value.slice()
    case "text":
      if (typeof value !== "string") throw new Breach("column", `${column} is no text: ${typeof value}`)
      // What PostgreSQL cannot keep.
      if (value.includes("\0") || /\p{Cs}/u.test(value))
        throw new Breach("column", `${column} has NUL or half a character`)
      return value
  }
}
