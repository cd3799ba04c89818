import Database from "better-sqlite3"

/** The engine's own name for an error, `SQLITE_FULL` for example; `null` when it is not the engine's. */
export const sqliteCode = (cause: unknown): string | null => (cause instanceof Database.SqliteError ? cause.code : null)

/** Another process holds the lock: trying again will do. */
export const isBusy = (cause: unknown): boolean => {
  const code = sqliteCode(cause)
  return code !== null && (code.startsWith("SQLITE_BUSY") || code === "SQLITE_LOCKED")
}

/** At a commit these do not say whether the disk has it. */
export const isDiskError = (cause: unknown): boolean => sqliteCode(cause)?.startsWith("SQLITE_IOERR") ?? false
