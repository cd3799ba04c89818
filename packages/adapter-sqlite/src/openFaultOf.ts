import { existsSync } from "node:fs"
import { dirname } from "node:path"
import { OpenFault, type OpenFaultCode } from "@openshelf/storage-sql"
import { sqliteCode } from "./sqliteError.ts"

/** The engine makes files but no folders. */
export const requireFolder = (database: string): void => {
  const folder = dirname(database)
  if (database === ":memory:" || existsSync(folder)) return
  throw new OpenFault({
    code: "notFound",
    database,
    message: `there is no folder ${folder} for the database ${database}`
  })
}

/** Any error of opening as one that says what to do about it. */
export const openFaultOf = (cause: unknown, database: string): OpenFault => {
  if (cause instanceof OpenFault) return cause
  const { code, message } = said(sqliteCode(cause), database)
  return new OpenFault({ code, message, database, cause })
}

const said = (code: string | null, database: string): { readonly code: OpenFaultCode; readonly message: string } => {
  for (const [start, fault, says] of table) {
    if (code?.startsWith(start)) return { code: fault, message: `${database} ${says}` }
  }
  return { code: "unusable", message: `${database} could not be opened${code === null ? "" : ` (${code})`}` }
}

const table: ReadonlyArray<readonly [start: string, code: OpenFaultCode, says: string]> = [
  ["SQLITE_NOTADB", "notADatabase", "is not an SQLite database"],
  ["SQLITE_CORRUPT", "unusable", "is damaged; restore it from a backup"],
  ["SQLITE_CANTOPEN", "notPermitted", "cannot be opened: it is a folder, or this user may not read and write there"],
  ["SQLITE_READONLY", "notPermitted", "cannot be written by this user"],
  ["SQLITE_PERM", "notPermitted", "cannot be written by this user"],
  ["SQLITE_FULL", "full", "cannot be written: no space is left"],
  ["SQLITE_BUSY", "inUse", "is held by another process that does not let go"]
]
