import type { Page, TableName, Tables } from "@openshelf/core"
import { tables } from "@openshelf/core/tables"
import { columnName } from "../schema/columnName.ts"
import { tenant } from "../statement.ts"
import type { Builder } from "./builder.ts"
import { pageOfRows, type Query } from "./query.ts"
import { rowOf, shapeOfOnly } from "./shape.ts"

interface ScanBy {
  readonly after: string | null
  readonly limit: number
}
export type Scans = { readonly [T in TableName]: Query<ScanBy, Page<Tables[T]>> }

/** Each table's rows by its key, page by page. */
export const scans = (builder: Builder): Scans =>
  Object.fromEntries(
    (Object.keys(tables) as ReadonlyArray<TableName>).map((table) => [table, scan(builder, table)])
  ) as unknown as Scans

const scan = <T extends TableName>({ db }: Builder, table: T): Query<ScanBy, Page<Tables[T]>> => {
  const { key, columns } = tables[table]
  return pageOfRows(
    `scan_${columnName(table)}`,
    shapeOfOnly(table as string, rowOf(table)),
    db.selectFrom(columnName(table) as "item").where("tenant_id", "=", tenant),
    {
      order: key.map((field) => [table, field] as const),
      limitMax: 10_000,
      cursor: key.map((field) => (columns[field] === "text" ? "text" : "integer"))
    }
  )
}
