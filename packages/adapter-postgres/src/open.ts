import { randomBytes } from "node:crypto"
import { hostname } from "node:os"
import {
  type Builder,
  builderFor,
  columnName,
  migrate,
  OpenFault,
  postgresTraits,
  type Statement,
  statementsFor
} from "@openshelf/storage-sql"
import pg from "pg"
import { factsOn } from "./facts.ts"
import { watchGrowth } from "./growth.ts"
import { databaseName, openFaultOf } from "./openFaultOf.ts"
import { openPool } from "./pool.ts"
import type { PostgresOptions } from "./postgresStorage.ts"
import type { Server } from "./server.ts"
import { sqlStateOf } from "./sqlState.ts"

/** Connects, brings the schema up to date, and opens the pool. Rejects with `OpenFault`. */
export const open = async (options: PostgresOptions): Promise<Server> => {
  const database = databaseName(options.url)
  const builder = builderFor(postgresTraits, options.schema)
  try {
    return serverOf(options, builder, await prepare(options, builder, database))
  } catch (cause) {
    throw openFaultOf(cause, database)
  }
}

const limits = ({ statementMs = 10_000, lockMs = 2000 }: PostgresOptions): Readonly<Record<string, number>> => ({
  statement_timeout: statementMs,
  lock_timeout: lockMs,
  idle_in_transaction_session_timeout: statementMs
})

const connectMsOf = ({ connectMs = 5000 }: PostgresOptions): number => connectMs

/** Brings the schema up to date, and gives how many rows the server knows of by table. */
const prepare = async (
  options: PostgresOptions,
  builder: Builder,
  database: string
): Promise<ReadonlyMap<string, number>> => {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: "openshelf",
    connectionTimeoutMillis: connectMsOf(options)
  })
  client.on("error", () => {})
  try {
    await client.connect()
    await requireUtf8(client, database)
    if (options.schema !== undefined) await makeSchema(client, builder, options.schema)
    await migrate({
      run: async (sql, values) => {
        const { rows, rowCount } = await client.query(sql, [...values])
        return { rows, changed: rowCount ?? 0 }
      },
      builder,
      database,
      schema: options.schema ?? null,
      owner: `process ${process.pid} on ${hostname()} ${randomBytes(4).toString("hex")}`,
      now: Date.now,
      sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      ...(options.afterTable && { afterTable: options.afterTable })
    })
    return await sizesOf(client, options.schema)
  } finally {
    await client.end()
  }
}

const sizesOf = async (client: pg.Client, schema: string | undefined): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await client.query<{ readonly name: string; readonly size: number | null }>(
    "select c.relname as name, c.reltuples as size from pg_class as c join pg_namespace as n on n.oid = c.relnamespace " +
      "where n.nspname = coalesce($1, current_schema())",
    [schema ?? null]
  )
  return new Map(rows.map(({ name, size }) => [name, Math.max(0, Number(size))]))
}

const requireUtf8 = async (client: pg.Client, database: string): Promise<void> => {
  const { rows } = await client.query("select current_setting('server_encoding') as encoding")
  const encoding = String(rows[0]?.encoding)
  if (/^utf-?8$/i.test(encoding)) return
  throw new OpenFault({
    code: "unusable",
    database,
    message: `${database} keeps text as ${encoding}; it has to be made with the encoding UTF8`
  })
}

/** `if not exists` fails all the same when two do it at once. */
const makeSchema = async (client: pg.Client, builder: Builder, schema: string): Promise<void> => {
  const { sql } = builder.db.schema.createSchema(schema).ifNotExists().compile()
  try {
    await client.query(sql)
  } catch (cause) {
    const state = sqlStateOf(cause)
    if (state !== "23505" && state !== "42P06") throw cause
  }
}

const serverOf = (options: PostgresOptions, builder: Builder, sizes: ReadonlyMap<string, number>): Server => {
  const { isolation = "read committed", throughPooler = false, namedStatements = !throughPooler } = options
  const statements = statementsFor(builder)
  const plan = ({ name, sql }: Statement) => (namedStatements ? { name, text: sql } : { text: sql })
  const pool = openPool({
    connection: {
      connectionString: options.url,
      application_name: "openshelf",
      keepAlive: true,
      types: { getTypeParser: numbersOr },
      ...(throughPooler ? {} : limits(options))
    },
    poolMax: options.poolMax ?? 10,
    connectMs: connectMsOf(options),
    answerMs: options.answerMs ?? 30_000,
    onRoundTrip: options.onRoundTrip ?? (() => {})
  })
  const qualified = (table: string): string =>
    [...(options.schema === undefined ? [] : [options.schema]), columnName(table)].map(pg.escapeIdentifier).join(".")
  return {
    pool,
    statements,
    facts: factsOn(statements, plan),
    prepared: (statement, values) => ({ ...plan(statement), values }),
    begin: { text: [`begin isolation level ${isolation}`, ...(throughPooler ? localLimits(options) : [])].join("; ") },
    commit: { text: "commit" },
    growth: watchGrowth(sizes, (table) => pool.use((link) => link.flush([{ text: `analyze ${qualified(table)}` }])))
  }
}

/** A pooler hands the connection on after each transaction: what is set must end with it. */
const localLimits = (options: PostgresOptions): ReadonlyArray<string> =>
  Object.entries(limits(options)).map(([name, value]) => `set local ${name} = ${Math.trunc(value)}`)

/** Whole numbers as numbers, on these connections alone; the core keeps them within what a number can hold. */
const numbersOr: typeof pg.types.getTypeParser = ((oid: number, format: "text" | "binary") =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as "text")) as never
