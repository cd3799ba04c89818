import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely"
import type { Database } from "./schema/database.ts"
import type { Traits } from "./traits.ts"

export const postgresTraits: Traits = {
  builder: () =>
    new Kysely<Database>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler()
      }
    }),
  types: { text: sql`text collate "C"`, integer: sql`bigint`, bytes: sql`bytea` },
  keyed: null,
  heaped: null,
  // The commit is on its way behind the update: so the update itself has to fail. A word that is no number does.
  mustTouch: (update) =>
    `with touched as (${update} returning 1) ` +
    "select cast(case when exists (select 1 from touched) then '1' else 'missing row' end as bigint)",
  holdsEvery: (text, words) =>
    sql<boolean>`not exists (select 1 from json_array_elements_text(cast(${words} as json)) as word where strpos(${text}, word) = 0)`,
  tableNames: (schema) =>
    sql`select table_name as name from information_schema.tables where table_schema = ${schema === null ? sql`current_schema()` : sql.lit(schema)}`,
  shared: true
}
