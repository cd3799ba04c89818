import type { TableName } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { beforeAll, describe, expect, it } from "vitest"
import { type Opened, open } from "./open.ts"

const stored = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
const types = { text: "text", integer: "integer", bytes: "blob" } as const

describe("the migrated schema is what the core says of its tables", () => {
  let opened: Opened
  beforeAll(async () => {
    opened = await open({ file: ":memory:" })
    return () => opened.close()
  })
  const rows = <Row>(sql: string, ...values: ReadonlyArray<unknown>): ReadonlyArray<Row> =>
    opened.store.connection.file.prepare(sql).all(...values) as Row[]

  it.each(Object.keys(tables) as ReadonlyArray<TableName>)("%s", (table) => {
    const { key, columns, nullable, unique, references } = tables[table] as Shape
    const name = stored(table)
    const there = rows<Column>('select name, lower(type) as type, "notnull", pk from pragma_table_info(?)', name)
    const own = there.filter(
      ({ name: column }) => column !== "tenant_id" && !(table === "command" && column === "documents_version")
    )
    expect(own.map((column) => [column.name, column.type, column.notnull === 0])).toEqual(
      Object.entries(columns).map(([field, type]) => [stored(field), types[type], nullable.includes(field)])
    )
    const primary = there.filter(({ pk }) => pk > 0).toSorted((left, right) => left.pk - right.pk)
    expect(primary.map((column) => column.name)).toEqual(["tenant_id", ...key.map(stored)])
    expect(uniques(name)).toEqual(unique.map((set) => ["tenant_id", ...set.map(stored)].join()).toSorted())
    const foreign = rows<Foreign>(
      'select id, "from", "to", "table" from pragma_foreign_key_list(?) where "from" <> \'tenant_id\'',
      name
    )
    expect(foreign.map((one) => `${one.from} ${one.table}.${one.to}`).toSorted()).toEqual(
      Object.entries(references)
        .map(
          ([field, other]) => `${stored(field)} ${stored(other)}.${stored((tables[other] as Shape).key[0] as string)}`
        )
        .toSorted()
    )
  })

  it("an item has one open loan at most", () => {
    const sql = rows<{ sql: string }>("select sql from sqlite_schema where name = 'loan_open_of_item'")[0]?.sql
    expect(sql).toMatch(/unique index .* \("tenant_id", "item_id"\) where closed_at is null/i)
  })

  const uniques = (table: string): ReadonlyArray<string> =>
    rows<{ name: string }>("select name from pragma_index_list(?) where origin = 'u'", table)
      .map(({ name }) =>
        rows<{ name: string }>("select name from pragma_index_info(?) order by seqno", name)
          .map((column) => column.name)
          .join()
      )
      .toSorted()
})

interface Shape {
  readonly key: ReadonlyArray<string>
  readonly columns: Readonly<Record<string, keyof typeof types>>
  readonly nullable: ReadonlyArray<string>
  readonly unique: ReadonlyArray<ReadonlyArray<string>>
  readonly references: Readonly<Record<string, TableName>>
}
interface Column {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly pk: number
}
interface Foreign {
  readonly from: string
  readonly to: string
  readonly table: string
}
