import { postgresStorage } from "@openshelf/adapter-postgres"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { type Library, openLibrary } from "@openshelf/core"

/** Where the data is: the path of an SQLite file, or a `postgres://` address. */
export type Database = string

const isPostgres = (database: Database): boolean => /^postgres(ql)?:\/\//.test(database)

/** Whether it names a server, and no file. */
export const isAddress = (database: Database): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(database)

/** The database as people may see it: without the password that an address can hold. */
export const databaseName = (database: Database): string => {
  if (!isPostgres(database)) return database
  const address = URL.parse(database)
  return address === null ? "the database" : `${address.host}${address.pathname}`
}

/** Throws when it is an address of what is no database of ours, before a file of such a name is made. */
const requireOurs = (database: Database): void => {
  if (isAddress(database) && !isPostgres(database))
    throw new Error(`a database is an SQLite file or a postgres:// address, not ${database.split("://")[0]}://`)
}

/** Opens what `--database` names. `server`: the name under which a server takes the lease of an SQLite file. */
export const openDatabase = async (database: Database, server?: string): Promise<Library> => {
  requireOurs(database)
  return isPostgres(database)
    ? openLibrary({ storage: postgresStorage({ url: database }) })
    : openLibrary({
        storage: sqliteStorage({ file: database, ...(server === undefined ? {} : { server: { name: server } }) })
      })
}
