import type { Statement, Statements } from "@openshelf/storage-sql"
import type { Facts } from "./facts.ts"
import type { Query } from "./flush.ts"
import type { Growth } from "./growth.ts"
import type { Pool } from "./pool.ts"

/** A server with the statements that are run on it. */
export interface Server {
  readonly pool: Pool
  readonly statements: Statements
  readonly facts: Facts
  /** A statement as it goes on the wire. */
  readonly prepared: (statement: Statement, values: ReadonlyArray<unknown>) => Query
  /** What a transaction begins with. */
  readonly begin: Query
  readonly commit: Query
  readonly growth: Growth
}
