import {
  type Lookup,
  type OutcomeUnknown,
  type RunFault,
  type RunOutcome,
  type RunRequest,
  StorageFault,
  TenantUnknown
} from "@openshelf/core"
import { Cause, Exit, Result } from "effect"
import type { Store } from "./connection.ts"
import { execute } from "./execute.ts"
import { committed, writing } from "./transaction.ts"

/** One command in one transaction, without yielding. Throws only when the file is held by others. */
export const runCommand = <L extends Lookup, Receipt>(
  store: Store,
  request: RunRequest<L, Receipt>
): Exit.Exit<RunOutcome<Receipt>, RunFault> => {
  const { connection } = store
  if (request.dryRun === true) connection.beginRead()
  else connection.beginWrite()
  try {
    const { exit, wrote } = execute(store, request, connection.rollback)
    return wrote ? committed(connection, exit) : exit
  } finally {
    connection.rollback()
  }
}

// biome-ignore lint/suspicious/noExplicitAny: each request has types of its own, which only its `decide` sees
type AnyRequest = RunRequest<any, any>
type Outcome = Result.Result<RunOutcome<unknown>, RunFault>

/** Many commands in one transaction; each that fails leaves nothing and lets the others be. */
export const runBatch = (
  store: Store,
  tenant: string,
  requests: ReadonlyArray<AnyRequest>
): Exit.Exit<ReadonlyArray<Outcome>, StorageFault | OutcomeUnknown | TenantUnknown> => {
  const { connection, statements } = store
  return writing(connection, (): Exit.Exit<ReadonlyArray<Outcome>, StorageFault | TenantUnknown> => {
    if (connection.ask(statements.preface.documents, tenant, {}) === null)
      return Exit.fail(new TenantUnknown({ tenant }))
    const outcomes: Array<Outcome> = []
    for (const request of requests) {
      outcomes.push(request.tenant === tenant ? inSavepoint(store, request) : ofOtherTenant)
      // On some errors, a full disk for one, the engine gives up the whole transaction.
      if (!connection.inTransaction()) return Exit.fail(new StorageFault({ cause: outcomes.at(-1) }))
    }
    return Exit.succeed(outcomes)
  })
}

const inSavepoint = (store: Store, request: AnyRequest): Outcome => {
  const { connection } = store
  connection.savepoint()
  const { exit } = execute(store, request, () => {
    if (connection.inTransaction()) connection.rollbackToSavepoint()
  })
  if (connection.inTransaction()) connection.releaseSavepoint()
  return settled(exit)
}

/** A bug in one decision concerns that command alone. */
const settled = (exit: Exit.Exit<RunOutcome<unknown>, RunFault>): Outcome => {
  if (Exit.isSuccess(exit)) return Result.succeed(exit.value)
  const cause = Cause.squash(exit.cause)
  return Result.fail(Exit.hasFails(exit) ? (cause as RunFault) : new StorageFault({ cause }))
}

const ofOtherTenant: Outcome = Result.fail(
  new StorageFault({ cause: new Error("a command of another tenant in the list") })
)
