import {
  type Decision,
  DocumentsMoved,
  type Found,
  type Lookup,
  type RunFault,
  type RunOutcome,
  type RunRequest,
  type SlotName,
  StorageFault,
  TenantUnknown,
  VersionMoved
} from "@openshelf/core"
import { answerOfKnown, commitPlan, type Query, receiptText, requireSound, restsOn } from "@openshelf/storage-sql"
import { Exit, Result } from "effect"
import type { Store } from "./connection.ts"
import { isBusy } from "./sqliteError.ts"

export interface Executed<Receipt> {
  readonly exit: Exit.Exit<RunOutcome<Receipt>, RunFault>
  /** Whether there is something to commit. */
  readonly wrote: boolean
}

/**
 * Looks, decides and writes inside a transaction that is open. When writing fails, `undo` has taken back what was
 * written before the reason is looked for. Throws only when the file is held by others.
 */
export const execute = <L extends Lookup, Receipt>(
  store: Store,
  request: RunRequest<L, Receipt>,
  undo: () => void
): Executed<Receipt> => {
  let decision: Decision<Receipt> | null = null
  try {
    const early = answerBefore(store, request)
    if (early !== null) return { exit: early, wrote: false }
    const found = factsOf(store, request.tenant, request.lookup)
    const decided = attemptDecide(request, found)
    if (Exit.isFailure(decided)) return { exit: Exit.failCause(decided.cause), wrote: false }
    if (Result.isFailure(decided.value)) return { exit: Exit.succeed(Result.fail(decided.value.failure)), wrote: false }
    decision = decided.value.success
    const receipt = receiptText(decision.receipt)
    const outcome = Exit.succeed(Result.succeed({ receipt: decision.receipt, repeated: false }))
    if (request.dryRun === true) return { exit: outcome, wrote: false }
    requireSound(decision)
    write(store, request, decision, receipt)
    return { exit: outcome, wrote: true }
  } catch (cause) {
    if (isBusy(cause)) throw cause
    undo()
    const moved = decision !== null && hasMoved(store, request.tenant, decision)
    return { exit: Exit.fail(moved ? new VersionMoved() : new StorageFault({ cause })), wrote: false }
  }
}

/** Facts of a lookup. To be seen together they need a transaction around them. */
export const factsOf = <L extends Lookup>(
  { connection, statements: { slots } }: Store,
  tenant: string,
  lookup: L
): Found<L> => {
  const found: Record<string, unknown> = {}
  for (const name of Object.keys(lookup) as ReadonlyArray<SlotName>) {
    found[name] = connection.ask(slots[name] as Query<unknown, unknown>, tenant, lookup[name])
  }
  return found as Found<L>
}

/** What can be answered without facts: a key that is known, a tenant that is not, other documents. */
const answerBefore = <Receipt>(
  { connection, statements: { preface } }: Store,
  request: RunRequest<Lookup, Receipt>
): Exit.Exit<RunOutcome<Receipt>, RunFault> | null => {
  const { tenant, keyHash } = request
  const known = request.dryRun === true ? null : connection.ask(preface.command, tenant, { keyHash })
  if (known !== null) return answerOfKnown<Receipt>(known, request)
  const set = connection.ask(preface.documents, tenant, {})
  if (set === null) return Exit.fail(new TenantUnknown({ tenant }))
  return set.documentsVersion === request.documentsVersion ? null : Exit.fail(new DocumentsMoved(set))
}

/** What `decide` throws is a bug of whoever wrote it, and no fault of the storage. */
const attemptDecide = <L extends Lookup, Receipt>(
  request: RunRequest<L, Receipt>,
  found: Found<L>
): Exit.Exit<ReturnType<typeof request.decide>> => {
  try {
    return Exit.succeed(request.decide(found))
  } catch (bug) {
    return Exit.die(bug)
  }
}

const write = (
  { connection, statements: { steps } }: Store,
  { tenant, keyHash, contentHash, name, at, documentsVersion }: RunRequest<Lookup, unknown>,
  decision: Decision<unknown>,
  receipt: string
): void => {
  const note = { keyHash, contentHash, name, at, documentsVersion, receipt }
  for (const { statement, values } of commitPlan(steps, tenant, decision, note)) {
    const changed = connection.change(statement, values)
    if (changed === 0 && statement.mustTouch) throw new Error(`${statement.name} found no row`)
  }
}

const hasMoved = (
  { connection, statements: { versions } }: Store,
  tenant: string,
  decision: Decision<unknown>
): boolean =>
  restsOn(decision).some(({ table, id, was }) => {
    const version = connection.ask(versions[table], tenant, { id })
    return version !== null && version !== was
  })
