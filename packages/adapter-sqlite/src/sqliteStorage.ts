import { type Busy, Storage, type StorageFault } from "@openshelf/core"
import type { OpenFault } from "@openshelf/storage-sql"
import { Effect, Exit, Layer } from "effect"
import { runBatch, runCommand } from "./commands.ts"
import { factsOf } from "./execute.ts"
import { type Opened, open } from "./open.ts"
import { patiently as waiting } from "./patience.ts"
import { tenantCalls } from "./tenants.ts"
import { reading } from "./transaction.ts"

export interface SqliteOptions {
  /** The database file; made if it is not there, its folder is not. `:memory:` forgets everything at the end. */
  readonly file: string
  /**
   * `full` (the default): what was acknowledged survives a loss of power. `normal`: it survives the end of the process,
   * but after a loss of power the last commands may be missing; the file stays whole. Several times faster on slow disks.
   */
  readonly synchronous?: "full" | "normal"
  /**
   * This process serves the file: a second server on it is refused with who has it. One that was killed blocks the next
   * for `leaseMs` at most (10,000 unless told). Without it (command-line tools), a process works beside the server and
   * waits for its turn to write.
   */
  readonly server?: { readonly name: string; readonly leaseMs?: number }
  /** How long a call waits for another process that writes, before it is `Busy`: 5,000 ms unless told. */
  readonly busyTimeoutMs?: number
}

/**
 * A storage on one SQLite file. Every command is one transaction that never yields, so one process has one command at a
 * time; write-ahead logging lets others read meanwhile. The schema is brought up to date first.
 */
export const sqliteStorage = (options: SqliteOptions): Layer.Layer<Storage, OpenFault> =>
  Layer.effect(
    Storage,
    Effect.map(
      Effect.acquireRelease(
        Effect.tryPromise({ try: () => open(options), catch: (cause) => cause as OpenFault }),
        ({ close }) => Effect.sync(close)
      ),
      (opened) => service(opened, options.busyTimeoutMs ?? 5000)
    )
  )

/** Work that waits its turn: without a lease that is lost, and for a bounded time. */
export type Patiently = <A, E>(work: () => Exit.Exit<A, E>) => Effect.Effect<A, E | StorageFault | Busy>

const service = ({ store, keeper }: Opened, waitMs: number): Storage["Service"] => {
  const { connection, statements } = store
  const patiently: Patiently = <A, E>(work: () => Exit.Exit<A, E>) =>
    waiting(waitMs, (): Exit.Exit<A, E | StorageFault> => keeper?.check() ?? work())
  return {
    run: (request) => patiently(() => runCommand(store, request)),
    commitMany: (tenant, requests) => patiently(() => runBatch(store, tenant, requests)),
    read: (tenant, lookup) => patiently(() => reading(connection, () => Exit.succeed(factsOf(store, tenant, lookup)))),
    scan: (tenant, table, after, limit) =>
      patiently(() =>
        reading(connection, () => Exit.succeed(connection.ask(statements.scans[table], tenant, { after, limit })))
      ),
    ...tenantCalls(store, patiently)
  }
}
