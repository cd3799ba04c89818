export { OpenFault, type OpenFaultCode } from "@openshelf/storage-sql"
export { type SqliteOptions, sqliteStorage } from "./sqliteStorage.ts"
