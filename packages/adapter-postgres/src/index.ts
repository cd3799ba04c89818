export { OpenFault, type OpenFaultCode } from "@openshelf/storage-sql"
export { type PostgresOptions, postgresStorage } from "./postgresStorage.ts"
