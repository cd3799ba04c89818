import { Storage } from "@openshelf/core"
import type { OpenFault } from "@openshelf/storage-sql"
import { Effect, Exit, Layer } from "effect"
import { runBatch } from "./batch.ts"
import { open } from "./open.ts"
import { read } from "./outside.ts"
import { run } from "./run.ts"
import type { Server } from "./server.ts"
import { fromServer, tenantCalls } from "./tenants.ts"

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=…` and so on as libpq has them. */
  readonly url: string
  /** The schema that holds the tables, made if it is not there; without it, the first of the user's search path. */
  readonly schema?: string
  /** Connections at most: 10 unless told. */
  readonly poolMax?: number
  /** How long a call waits for a connection before it is `Busy`, and for a server to be reached: 5,000 ms unless told. */
  readonly connectMs?: number
  /** How long the server may work on a statement: 10,000 ms unless told. */
  readonly statementMs?: number
  /** How long a statement waits for a row that another holds before the command is tried again: 2,000 ms unless told. */
  readonly lockMs?: number
  /** How long an answer may take before the connection is given up for broken: 30,000 ms unless told. */
  readonly answerMs?: number
  /** The same guarantees under either; `serializable` retries more. `read committed` unless told. */
  readonly isolation?: "read committed" | "serializable"
  /** The connections are those of a pooler that hands them on after each transaction: nothing is kept on them. */
  readonly throughPooler?: boolean
  /** Whether statements are prepared once a connection. Unless told, not through a pooler; newer ones can do it. */
  readonly namedStatements?: boolean
  /** Called at each flush to the server, before it. */
  readonly onRoundTrip?: () => void
  /** A statement to be run after a table was made, `select create_distributed_table(…)` for example; safe to run twice. */
  readonly afterTable?: (table: string) => string | null
}

/**
 * A storage on PostgreSQL, or on an engine that speaks its protocol. A command takes two round trips: all facts in one
 * statement, then all it writes in one transaction sent in one flush. The schema is brought up to date first.
 */
export const postgresStorage = (options: PostgresOptions): Layer.Layer<Storage, OpenFault> =>
  Layer.effect(
    Storage,
    Effect.map(
      Effect.acquireRelease(
        Effect.tryPromise({ try: () => open(options), catch: (cause) => cause as OpenFault }),
        ({ pool }) => Effect.promise(pool.close)
      ),
      service
    )
  )

const service = (server: Server): Storage["Service"] => ({
  run: (request) => fromServer(() => run(server, request)),
  commitMany: (tenant, requests) => fromServer(() => runBatch(server, tenant, requests)),
  read: (tenant, lookup) =>
    Object.keys(lookup).length === 0
      ? Exit.succeed({} as never)
      : fromServer(() => read(server, () => server.facts.of(tenant, lookup))),
  scan: (tenant, table, after, limit) =>
    fromServer(() =>
      read(server, () => {
        const { statement, values, gives } = server.statements.scans[table]
        const by = { after, limit }
        return { query: server.prepared(statement, values(tenant, by)), read: (rows) => gives(rows, by) }
      })
    ),
  ...tenantCalls(server)
})
