import { type Expression, type Kysely, sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import type { Database } from "../schema/database.ts"

/** One change of the schema: a single DDL statement that does nothing where it was done before. */
export interface Ddl {
  readonly sql: string
  /** The tenant table that it makes. */
  readonly table?: string
}

/** What brings the schema from one version to the next. Once released it never changes. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly steps: (builder: Builder) => ReadonlyArray<Ddl>
}

type Type = "text" | "integer" | "bytes"

/** Columns by name; `?` behind the type: may be null. */
type ColumnTypes = Readonly<Record<string, Type | `${Type}?`>>

interface TableDefinition {
  readonly columns: ColumnTypes
  /** What identifies a row within its tenant. */
  readonly key: ReadonlyArray<string>
  readonly unique?: ReadonlyArray<ReadonlyArray<string>>
  /** Column → the table whose row it names, and that table's column. */
  readonly references?: Readonly<Record<string, readonly [table: string, column: string]>>
  /** What has to be true of each row, by name. */
  readonly checks?: Readonly<Record<string, string>>
  /** Whether rows run to hundreds of bytes. */
  readonly long?: boolean
}

/** A table of a tenant: the tenant's id comes first in its key, in every unique set and in every reference. */
export const tenantTable = (builder: Builder, name: string, definition: TableDefinition): Ddl => {
  const { key, unique = [], references = {} } = definition
  let table = plainTable(builder, name, {
    ...definition,
    columns: { tenant_id: "text", ...definition.columns }
  }).addPrimaryKeyConstraint(`${name}_key`, ["tenant_id", ...key] as never)
  for (const columns of unique) {
    table = table.addUniqueConstraint(`${name}_${columns.join("_")}_unique`, ["tenant_id", ...columns] as never)
  }
  for (const [column, [other, otherColumn]] of Object.entries(references)) {
    table = table.addForeignKeyConstraint(`${name}_${column}_there`, ["tenant_id", column] as never, other, [
      "tenant_id",
      otherColumn
    ])
  }
  return { sql: table.compile().sql, table: name }
}

/** A table without a tenant: small, and about the database itself. */
export const bookkeepingTable = (builder: Builder, name: string, columns: ColumnTypes, key: string): Ddl => ({
  sql: plainTable(builder, name, { columns })
    .addPrimaryKeyConstraint(`${name}_key`, [key] as never)
    .compile().sql
})

/** An index that begins with the tenant. `expressions` stand behind the columns; `where` makes it partial. */
export const tenantIndex = (
  { db }: Builder,
  name: string,
  table: string,
  columns: ReadonlyArray<string>,
  { unique = false, where, expressions = [] }: IndexOptions = {}
): Ddl => {
  const plain = db.schema
    .createIndex(name)
    .ifNotExists()
    .on(table)
    .columns(["tenant_id", ...columns])
  const full = expressions.reduce(
    (index, expression) => index.expression(expression as never),
    unique ? plain.unique() : plain
  )
  return { sql: (where === undefined ? full : full.where(sql<boolean>`${sql.raw(where)}`)).compile().sql }
}

interface IndexOptions {
  readonly unique?: boolean
  readonly where?: string
  readonly expressions?: ReadonlyArray<Expression<string>>
}

const plainTable = (
  { db, traits }: Builder,
  name: string,
  { columns, checks = {}, long = false }: Pick<TableDefinition, "columns" | "checks" | "long">
): ReturnType<Kysely<Database>["schema"]["createTable"]> => {
  let table = db.schema.createTable(name).ifNotExists()
  for (const [column, type] of Object.entries(columns)) {
    const storedAs = traits.types[type.replace("?", "") as Type] as never
    table = table.addColumn(column, storedAs, (added) => (type.endsWith("?") ? added : added.notNull()))
  }
  for (const [check, holds] of Object.entries(checks)) {
    table = table.addCheckConstraint(`${name}_${check}_holds`, sql`${sql.raw(holds)}`)
  }
  const end = long ? traits.heaped : traits.keyed
  return end === null ? table : table.modifyEnd(end)
}
