import { type TableName, type VersionedTable, versionedTables } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { columnName } from "../schema/columnName.ts"
import { parameter, statement, tenant } from "../statement.ts"
import type { Step } from "./step.ts"
import { touching } from "./touching.ts"

/** Brings a row of a table, whole. */
export const insertStep = ({ db }: Builder, table: TableName): Step => {
  const fields = Object.keys(tables[table].columns)
  const values = Object.fromEntries(fields.map((field) => [columnName(field), parameter(field)]))
  const query = db.insertInto(columnName(table)).values({ tenant_id: tenant, ...values } as never)
  return { ...statement(`insert_${columnName(table)}`, query), mustTouch: false }
}

/** Gives a row all its fields anew. Fails when its version is not `was`, or there is none. */
export const updateStep = (builder: Builder, table: VersionedTable): Step => {
  const key = keyOf(table)
  const fields = Object.keys(tables[table].columns).filter((field) => field !== key && field !== "version")
  const values = Object.fromEntries(fields.map((field) => [columnName(field), parameter(field)]))
  return versionStep(builder, `update_${columnName(table)}`, table, values)
}

/** Moves a row's version on. Fails when it is not `was`, or there is none. */
export const guardStep = (builder: Builder, table: VersionedTable): Step =>
  versionStep(builder, `guard_${columnName(table)}`, table, {})

/** A version that is not the one read becomes null, which its column does not take. */
const versionStep = (builder: Builder, name: string, table: VersionedTable, values: object): Step => {
  const version = sql`case when ${sql.ref("version")} = ${parameter("was")} then cast(${parameter("version")} as bigint) end`
  const query = builder.db
    .updateTable(columnName(table) as "item")
    .set({ ...values, version } as never)
    .where("tenant_id", "=", tenant)
    .where(sql.ref(columnName(keyOf(table))), "=", parameter(keyOf(table)))
  return touching(builder, statement(name, query))
}

/** Takes rows away, if they are there. */
export const deleteStep = ({ db }: Builder, table: TableName, field: string): Step => {
  const query = db
    .deleteFrom(columnName(table) as "card")
    .where("tenant_id", "=", tenant)
    .where(sql.ref(columnName(field)), "=", parameter(field))
  return { ...statement(`delete_${columnName(table)}`, query), mustTouch: false }
}

/** The one column that identifies a versioned row within its tenant. */
export const keyOf = (table: VersionedTable): string => tables[table].key[0] as string

/** A step for each versioned table. */
export const eachVersioned = (make: (table: VersionedTable) => Step): Readonly<Record<VersionedTable, Step>> =>
  Object.fromEntries(versionedTables.map((table) => [table, make(table)])) as Record<VersionedTable, Step>
