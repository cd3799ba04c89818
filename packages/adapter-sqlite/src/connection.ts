import type { Cells, Query, Statement, Statements } from "@openshelf/storage-sql"
import Database from "better-sqlite3"

/** A file open in this process. Everything on it is synchronous. */
export interface Connection {
  readonly ask: <By, Gives>(query: Query<By, Gives>, tenant: string, by: By) => Gives
  /** Rows as they come, for statements that write and return. */
  readonly rows: (statement: Statement, values: ReadonlyArray<unknown>) => ReadonlyArray<Cells>
  /** How many rows it changed. */
  readonly change: (statement: Statement, values: ReadonlyArray<unknown>) => number
  readonly beginWrite: () => void
  readonly beginRead: () => void
  readonly commit: () => void
  readonly savepoint: () => void
  readonly releaseSavepoint: () => void
  readonly rollbackToSavepoint: () => void
  /** Ends a transaction, if there is one, as if it had not begun. */
  readonly rollback: () => void
  readonly inTransaction: () => boolean
  readonly file: Database.Database
}

/** A file with the statements that are run on it. */
export interface Store {
  readonly connection: Connection
  readonly statements: Statements
}

/**
 * How long the engine itself waits for a lock, during which nothing else of the process runs. Longer waits are for
 * whoever calls, who can let others run meanwhile.
 */
const lockWaitMs = 5

export const connect = (path: string): Connection => {
  const file = new Database(path, { timeout: lockWaitMs })
  const writing = prepared((statement) => file.prepare(statement.sql))
  const reading = prepared((statement) => file.prepare(statement.sql).raw(true))
  const plain = (sql: string): (() => void) => {
    const statement = file.prepare(sql)
    return () => void statement.run()
  }
  const rows: Connection["rows"] = (statement, values) => reading(statement).all(values) as Array<Cells>
  const rollback = plain("rollback")

  return {
    file,
    rows,
    ask: (query, tenant, by) => query.gives(rows(query.statement, query.values(tenant, by)), by),
    change: (statement, values) => writing(statement).run(values).changes,
    beginWrite: plain("begin immediate"),
    beginRead: plain("begin"),
    commit: plain("commit"),
    savepoint: plain("savepoint command"),
    releaseSavepoint: plain("release command"),
    rollbackToSavepoint: plain("rollback to command"),
    rollback: () => {
      if (file.inTransaction) rollback()
    },
    inTransaction: () => file.inTransaction
  }
}

/** Statements are prepared when they are first needed, and once. */
const prepared = (
  prepare: (statement: Statement) => Database.Statement
): ((statement: Statement) => Database.Statement) => {
  const known = new Map<Statement, Database.Statement>()
  return (statement) => {
    const found = known.get(statement)
    if (found !== undefined) return found
    const made = prepare(statement)
    known.set(statement, made)
    return made
  }
}
