import { type Kysely, sql } from "kysely"
import type { Builder } from "../facts/builder.ts"
import { parameter, type Statement, statement } from "../statement.ts"
import { bookkeepingTable, type Ddl } from "./ddl.ts"

/** The one row that says which version the schema has, and who is changing it. */
export interface SchemaState {
  readonly create: Ddl
  readonly insert: Statement
  /** Gives `version`, `owner`, `held_until`. */
  readonly read: Statement
  /** Changes one row if nobody else is at it. */
  readonly hold: Statement
  /** Changes one row if it is still held by `owner`. */
  readonly prolong: Statement
  readonly moveOn: Statement
  readonly release: Statement
}

export const stateTable = "openshelf_schema"

export const schemaState = (builder: Builder): SchemaState => {
  // The name of the row is its key; the table is in no tenant and not part of `Database`.
  const db = builder.db as unknown as Kysely<{ [stateTable]: StateRow }>
  const held = db.updateTable(stateTable).where("name", "=", sql.lit("schema"))
  const holding = { owner: parameter<string>("owner"), held_until: parameter<number>("heldUntil") }
  return {
    create: bookkeepingTable(
      builder,
      stateTable,
      { name: "text", version: "integer", owner: "text?", held_until: "integer?" },
      "name"
    ),
    insert: statement(
      "schema_insert",
      db
        .insertInto(stateTable)
        .values({ name: sql.lit("schema"), version: sql.lit(0), owner: sql`null`, held_until: sql`null` })
        .onConflict((conflict) => conflict.column("name").doNothing())
    ),
    read: statement(
      "schema_read",
      db.selectFrom(stateTable).select(["version", "owner", "held_until"]).where("name", "=", sql.lit("schema"))
    ),
    hold: statement(
      "schema_hold",
      held
        .set(holding)
        .where((where) => where.or([where("owner", "is", null), where("held_until", "<", parameter<number>("now"))]))
    ),
    prolong: statement("schema_prolong", held.set(holding).where("owner", "=", parameter<string>("owner"))),
    moveOn: statement(
      "schema_move_on",
      held
        .set({ version: parameter<number>("version") })
        .where("owner", "=", parameter<string>("owner"))
        .where("version", "<", parameter<number>("version"))
    ),
    release: statement(
      "schema_release",
      held.set({ owner: sql`null`, held_until: sql`null` }).where("owner", "=", parameter<string>("owner"))
    )
  }
}

interface StateRow {
  readonly name: string
  readonly version: number
  readonly owner: string | null
  readonly held_until: number | null
}
