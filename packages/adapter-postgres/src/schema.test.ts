import { openLibrary, type TableName } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { type FreshDatabase, freshDatabase } from "../test/freshDatabase.ts"
import { postgresStorage } from "./index.ts"

const server = inject("postgresUrl")
const stored = (field: string): string => field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
const types = { text: "text", integer: "bigint", bytes: "bytea" } as const

describe.skipIf(server === null)("the migrated schema is what the core says of its tables", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase(server as string)
    await (await openLibrary({ storage: postgresStorage({ url: database.url }) })).close()
  })
  afterAll(() => database.drop())

  it.each(Object.keys(tables) as ReadonlyArray<TableName>)("%s", async (table) => {
    const { key, columns, nullable, unique, references } = tables[table] as Shape
    const name = stored(table)
    const there = await database.query(
      "select column_name, data_type, is_nullable, collation_name from information_schema.columns where table_name = $1 order by ordinal_position",
      [name]
    )
    const own = there.filter(
      ({ column_name: column }) => column !== "tenant_id" && !(table === "command" && column === "documents_version")
    )
    expect(own.map((column) => [column.column_name, column.data_type, column.is_nullable === "YES"])).toEqual(
      Object.entries(columns).map(([field, type]) => [stored(field), types[type], nullable.includes(field)])
    )
    expect(
      there.filter(({ data_type: type }) => type === "text").every((column) => column.collation_name === "C")
    ).toBe(true)
    const rules = (
      await database.query(
        "select pg_get_constraintdef(oid) as def from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'f')",
        [name]
      )
    ).map(({ def }) => def as string)
    expect(rules.toSorted()).toEqual(
      [
        `PRIMARY KEY (${["tenant_id", ...key.map(stored)].join(", ")})`,
        ...unique.map((set) => `UNIQUE (${["tenant_id", ...set.map(stored)].join(", ")})`),
        ...Object.entries(references).map(
          ([field, other]) =>
            `FOREIGN KEY (tenant_id, ${stored(field)}) REFERENCES ${stored(other)}(tenant_id, ${stored((tables[other] as Shape).key[0] as string)})`
        )
      ].toSorted()
    )
  })
})

interface Shape {
  readonly key: ReadonlyArray<string>
  readonly columns: Readonly<Record<string, keyof typeof types>>
  readonly nullable: ReadonlyArray<string>
  readonly unique: ReadonlyArray<ReadonlyArray<string>>
  readonly references: Readonly<Record<string, TableName>>
}
