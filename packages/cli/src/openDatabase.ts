import { postgresStorage } from "@openshelf/adapter-postgres"
import { sqliteStorage } from "@openshelf/adapter-sqlite"
import { type Library, openLibrary } from "@openshelf/core"

/** Where the data is: the path of an SQLite file, or a `postgres://` address. */
export type Database = string

const isPostgres = (database: Database): boolean => /^postgres(ql)?:\/\//.test(database)

/** Opens what `--database` names. `server`: the name under which a server takes the lease of an SQLite file. */
export const openDatabase = (database: Database, server?: string): Promise<Library> =>
  isPostgres(database)
    ? openLibrary({ storage: postgresStorage({ url: database }) })
    : openLibrary({
        storage: sqliteStorage({ file: database, ...(server === undefined ? {} : { server: { name: server } }) })
      })
