import { type Decision, type VersionedTable, versionedTables } from "@openshelf/core"
import { sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { oneRow, type Query } from "../facts/query.ts"
import { oneValue, shapeOfOnly } from "../facts/shape.ts"
import { columnName } from "../schema/columnName.ts"
import { parameter, tenant } from "../statement.ts"
import { keyOf } from "../steps/rowSteps.ts"

/** The version that a row has, for finding out why a commit failed. */
export type Versions = Readonly<Record<VersionedTable, Query<{ readonly id: string }, number | null>>>

export const versions = ({ db }: Builder): Versions =>
  Object.fromEntries(
    versionedTables.map((table) => [
      table,
      oneRow(
        `version_of_${columnName(table)}`,
        shapeOfOnly("version", oneValue<number>(sql.ref("version"))),
        db
          .selectFrom(columnName(table) as "item")
          .where("tenant_id", "=", tenant)
          .where(sql.ref(columnName(keyOf(table))), "=", parameter("id"))
      )
    ])
  ) as unknown as Versions

export interface RestedOn {
  readonly table: VersionedTable
  readonly id: string
  readonly was: number
}

/** The rows and versions that a decision rests on. */
export const restsOn = ({ update, guard }: Decision<unknown>): ReadonlyArray<RestedOn> =>
  versionedTables.flatMap((table) => [
    ...(update[table] ?? []).map(({ row, was }) => ({
      table,
      id: (row as unknown as Readonly<Record<string, string>>)[keyOf(table)] as string,
      was
    })),
    ...(guard[table] ?? []).map(({ id, was }) => ({ table, id, was }))
  ])
