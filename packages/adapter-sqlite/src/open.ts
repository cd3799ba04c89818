import { randomBytes } from "node:crypto"
import { hostname } from "node:os"
import { resolve } from "node:path"
import {
  type Builder,
  builderFor,
  leaseStatements,
  migrate,
  sqliteTraits,
  statementsFor,
  stateTable
} from "@openshelf/storage-sql"
import { type Connection, connect, type Store } from "./connection.ts"
import { type Keeper, keepLease } from "./keeper.ts"
import { takeLease } from "./lease.ts"
import { openFaultOf, requireFolder } from "./openFaultOf.ts"
import { patient, sleep } from "./patience.ts"
import type { SqliteOptions } from "./sqliteStorage.ts"
import { steadyPlans } from "./steadyPlans.ts"

export interface Opened {
  readonly store: Store
  /** Who has the file as its server; `null`: this process is none. */
  readonly keeper: Keeper | null
  readonly close: () => void
}

/** Opens a file, its schema up to date, its lease taken if it is to be served. Rejects with `OpenFault`. */
export const open = async (options: SqliteOptions): Promise<Opened> => {
  const database = options.file === ":memory:" ? options.file : resolve(options.file)
  const builder = builderFor(sqliteTraits)
  let connection: Connection | null = null
  try {
    requireFolder(database)
    connection = connect(database)
    await prepare(connection, builder, database, options)
    const keeper = await serve(connection, builder, database, options)
    const store = { connection, statements: statementsFor(builder) }
    return { store, keeper, close: closing(connection, keeper) }
  } catch (cause) {
    connection?.file.close()
    throw openFaultOf(cause, database)
  }
}

const waitOf = ({ busyTimeoutMs = 5000 }: SqliteOptions): number => busyTimeoutMs

const prepare = async (
  { file }: Connection,
  builder: Builder,
  database: string,
  options: SqliteOptions
): Promise<void> => {
  await patient(waitOf(options), () => {
    // Looked at before anything is changed: it may be another program's file, or no database at all.
    const names = file.prepare("select name from sqlite_schema where type = 'table'").pluck().all()
    if (names.length === 0 || names.includes(stateTable)) file.pragma("journal_mode = wal")
  })
  file.pragma(`synchronous = ${options.synchronous ?? "full"}`)
  file.pragma("foreign_keys = on")
  // Pages that are written again and again reach the file once in 16 MB of log, not once in 4.
  file.pragma("wal_autocheckpoint = 4000")
  await migrate({
    run: (sql, values) => patient(waitOf(options), () => runAlone(file, sql, values)),
    builder,
    database,
    schema: null,
    owner: `${thisProcess()} ${randomBytes(4).toString("hex")}`,
    now: Date.now,
    sleep
  })
  await patient(waitOf(options), () => steadyPlans(file))
}

const runAlone = (file: Connection["file"], sql: string, values: ReadonlyArray<unknown>) => {
  const statement = file.prepare<unknown[], Readonly<Record<string, unknown>>>(sql)
  if (statement.reader) return { rows: statement.all(...values), changed: 0 }
  return { rows: [], changed: statement.run(...values).changes }
}

const serve = async (
  connection: Connection,
  builder: Builder,
  database: string,
  options: SqliteOptions
): Promise<Keeper | null> => {
  if (options.server === undefined) return null
  const { name, leaseMs = 10_000 } = options.server
  const owner = `${name} (${thisProcess()})`
  const lease = await patient(waitOf(options), () =>
    takeLease(connection, leaseStatements(builder), { owner, leaseMs, now: Date.now, database })
  )
  return keepLease(lease, { leaseMs, now: Date.now, database })
}

const closing = (connection: Connection, keeper: Keeper | null) => (): void => {
  keeper?.stop()
  try {
    connection.file.pragma("wal_checkpoint(truncate)")
  } catch {
    // A full disk, or others on the file: what was committed is in the log, and is taken from there by whoever opens next.
  }
  connection.file.close()
}

const thisProcess = (): string => `process ${process.pid} on ${hostname()}`
