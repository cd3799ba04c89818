import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, sql } from "kysely"
import type { Database } from "./schema/database.ts"
import type { Traits } from "./traits.ts"

/**
 * Writes `+?` for `?`. The plus changes nothing, but keeps the engine from looking into a value while it plans: from
 * version 3.47 or so on it does, and then plans the statement anew each time that it gets other values, at thirty times
 * what the statement itself takes.
 */
class SteadyCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return "+?"
  }
}

export const sqliteTraits: Traits = {
  builder: () =>
    new Kysely<Database>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SteadyCompiler()
      }
    }),
  types: { text: sql`text`, integer: sql`integer`, bytes: sql`blob` },
  keyed: sql`strict, without rowid`,
  heaped: sql`strict`,
  mustTouch: (update) => update,
  holdsEvery: (text, words) =>
    sql<boolean>`not exists (select 1 from json_each(${words}) as word where instr(${text}, word.value) = 0)`,
  tableNames: () => sql`select name from sqlite_schema where type = 'table' and name not like 'sqlite%'`,
  shared: false
}
