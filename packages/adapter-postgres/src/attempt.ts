import {
  type Decision,
  DocumentsMoved,
  type Lookup,
  type RunFault,
  type RunOutcome,
  type RunRequest,
  StorageFault,
  TenantUnknown
} from "@openshelf/core"
import { answerOfKnown, commitPlan, receiptText, requireSound } from "@openshelf/storage-sql"
import { Exit, Result } from "effect"
import type { Looked } from "./facts.ts"
import type { Answer } from "./flush.ts"
import { lookBack } from "./lookBack.ts"
import type { Link } from "./pool.ts"
import type { Server } from "./server.ts"
import { natureOf } from "./sqlState.ts"

/** What one attempt at a command came to. */
export type Attempt<Receipt> =
  | { readonly kind: "ended"; readonly exit: Exit.Exit<RunOutcome<Receipt>, RunFault> }
  /** Nothing was written, and the next time may do. */
  | { readonly kind: "again"; readonly cause: unknown }
  /** It may be written or not. `receipt`: what it would have answered, as kept. */
  | { readonly kind: "lost"; readonly cause: unknown; readonly receipt: string }

/** A decision that is ready to be committed. */
export interface Prepared<L extends Lookup, Receipt> {
  readonly looked: Looked<L>
  readonly decision: Decision<Receipt>
  readonly receipt: string
}

/** A command in two round trips: facts, then everything that was decided. */
export const attempt = async <L extends Lookup, Receipt>(
  server: Server,
  link: Link,
  request: RunRequest<L, Receipt>
): Promise<Attempt<Receipt>> => {
  const looked = await look(server, link, request)
  if (!Result.isSuccess(looked)) return looked.failure
  const prepared = prepare(request, looked.success)
  if (!("decision" in prepared)) return { kind: "ended", exit: prepared }
  const steps = stepsOf(server, request, prepared)
  if (Exit.isFailure(steps)) return { kind: "ended", exit: Exit.failCause(steps.cause) }
  const answers = await link.flush([server.begin, ...steps.value, server.commit])
  return committed(server, link, request, prepared, answers)
}

const look = async <L extends Lookup, Receipt>(
  { facts }: Server,
  link: Link,
  { tenant, keyHash, lookup }: RunRequest<L, Receipt>
): Promise<Result.Result<Looked<L>, Attempt<never>>> => {
  try {
    const { query, read } = facts.before(tenant, keyHash, lookup)
    const [answer] = (await link.flush([query])) as [Answer]
    if (answer.ok) return Result.succeed(read(answer.rows))
    const { error: cause } = answer
    if (natureOf(cause) === "again") return Result.fail({ kind: "again", cause })
    return Result.fail({ kind: "ended", exit: Exit.fail(new StorageFault({ cause })) })
  } catch (cause) {
    // A cursor, a limit or a text that cannot be asked for.
    return Result.fail({ kind: "ended", exit: Exit.fail(new StorageFault({ cause })) })
  }
}

/** What can be said without writing, or else the decision. */
export const prepare = <L extends Lookup, Receipt>(
  request: RunRequest<L, Receipt>,
  looked: Looked<L>
): Exit.Exit<RunOutcome<Receipt>, RunFault> | Prepared<L, Receipt> => {
  const { known, documentsVersion, found } = looked
  if (known !== null && request.dryRun !== true) return answerOfKnown<Receipt>(known, request)
  if (documentsVersion === null) return Exit.fail(new TenantUnknown({ tenant: request.tenant }))
  if (documentsVersion !== request.documentsVersion) return Exit.fail(new DocumentsMoved({ documentsVersion }))
  const decided = attemptDecide(() => request.decide(found))
  if (Exit.isFailure(decided)) return Exit.failCause(decided.cause)
  if (Result.isFailure(decided.value)) return Exit.succeed(Result.fail(decided.value.failure))
  const decision = decided.value.success
  try {
    const receipt = receiptText(decision.receipt)
    if (request.dryRun !== true) return { looked, decision, receipt }
    return Exit.succeed(Result.succeed({ receipt: decision.receipt, repeated: false }))
  } catch (cause) {
    return Exit.fail(new StorageFault({ cause }))
  }
}

/** What `decide` throws is a bug of whoever wrote it, and no fault of the storage. */
const attemptDecide = <A>(decide: () => A): Exit.Exit<A> => {
  try {
    return Exit.succeed(decide())
  } catch (bug) {
    return Exit.die(bug)
  }
}

/** The decision as statements. Everything that can go wrong with its values goes wrong here, before anything is sent. */
export const stepsOf = <L extends Lookup, Receipt>(
  { statements, prepared }: Server,
  { tenant, keyHash, contentHash, name, at, documentsVersion }: RunRequest<L, Receipt>,
  { decision, receipt }: Prepared<L, Receipt>
): Exit.Exit<ReadonlyArray<ReturnType<Server["prepared"]>>, StorageFault> => {
  try {
    requireSound(decision)
    const note = { keyHash, contentHash, name, at, documentsVersion, receipt }
    const plan = commitPlan(statements.steps, tenant, decision, note)
    return Exit.succeed(plan.map(({ statement, values }) => prepared(statement, values)))
  } catch (cause) {
    return Exit.fail(new StorageFault({ cause }))
  }
}

const committed = async <L extends Lookup, Receipt>(
  server: Server,
  link: Link,
  request: RunRequest<L, Receipt>,
  prepared: Prepared<L, Receipt>,
  answers: ReadonlyArray<Answer>
): Promise<Attempt<Receipt>> => {
  const failed = failureOf(answers)
  if (failed === null) {
    server.growth(prepared.decision)
    const carried = { receipt: prepared.decision.receipt, repeated: false }
    return { kind: "ended", exit: Exit.succeed(Result.succeed(carried)) }
  }
  switch (failed.nature) {
    case "again":
      return { kind: "again", cause: failed.cause }
    case "lost":
      return { kind: "lost", cause: failed.cause, receipt: prepared.receipt }
    case "refused":
      return { kind: "ended", exit: await lookBack(server, link, request, prepared, failed.cause) }
  }
}

/** The first error of a transaction, the one that the others follow from. */
export const failureOf = (
  answers: ReadonlyArray<Answer>
): { readonly nature: ReturnType<typeof natureOf>; readonly cause: unknown } | null => {
  const at = answers.findIndex((answer) => !answer.ok)
  const first = answers[at]
  if (first === undefined || first.ok) return null
  const nature = natureOf(first.error)
  // An error of the commit itself that does not say that it was given up leaves open whether it was.
  const open = nature === "refused" && at === answers.length - 1
  return { nature: open ? "lost" : nature, cause: first.error }
}
