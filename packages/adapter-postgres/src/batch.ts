import { Busy, type OutcomeUnknown, type RunFault, type RunOutcome, StorageFault, TenantUnknown } from "@openshelf/core"
import { Cause, Exit, Result } from "effect"
import { failureOf, stepsOf } from "./attempt.ts"
import type { Query } from "./flush.ts"
import type { Link } from "./pool.ts"
import { type LostAnswer, run } from "./run.ts"
import type { Server } from "./server.ts"
import { type AnyLooked, type AnyRequest, isPrepared, type Member, waveOf } from "./wave.ts"

type Outcome = Result.Result<RunOutcome<unknown>, RunFault>

/** Enough that a round trip hardly counts, and no more than a server holds back without trouble. */
const waveMax = 250

/**
 * Many commands in waves of two round trips. Those of a wave are committed together; when that fails, one by one, so
 * that what is wrong with one is told of it alone.
 */
export const runBatch = async (
  server: Server,
  tenant: string,
  requests: ReadonlyArray<AnyRequest>
): Promise<Exit.Exit<ReadonlyArray<Outcome>, StorageFault | Busy | OutcomeUnknown | TenantUnknown>> => {
  const outcomes: Array<Outcome> = []
  while (outcomes.length < requests.length) {
    const open = requests.slice(outcomes.length, outcomes.length + waveMax)
    const stranger = open.findIndex((request) => request.tenant !== tenant)
    if (stranger === 0) {
      outcomes.push(ofOtherTenant)
      continue
    }
    const wave = await wavesOutcomes(server, stranger < 0 ? open : open.slice(0, stranger))
    if (wave === null) return Exit.fail(new TenantUnknown({ tenant }))
    if (Result.isSuccess(wave)) outcomes.push(...wave.success)
    else if (outcomes.length === 0) return Exit.fail(wave.failure)
    else outcomes.push(...open.map(() => Result.fail(wave.failure)))
  }
  return Exit.succeed(outcomes)
}

const ofOtherTenant: Outcome = Result.fail(
  new StorageFault({ cause: new Error("a command of another tenant in the list") })
)

/** Outcomes of the first commands of these, one at least; `null` when there is no such tenant. */
const wavesOutcomes = async (
  server: Server,
  requests: ReadonlyArray<AnyRequest>
): Promise<Result.Result<ReadonlyArray<Outcome>, Busy | StorageFault> | null> => {
  try {
    const wave = await server.pool.use(async (link) => {
      const looked = await look(server, link, requests)
      if (looked[0]?.[1].documentsVersion === null) return null
      const members = waveOf(looked).map((member) => withSteps(server, member))
      return { members, failed: await commit(server, link, members) }
    })
    if (wave === null) return null
    const [first] = requests as readonly [AnyRequest]
    // The first could not even be looked at together with others: alone it tells why.
    return Result.succeed(wave.members.length === 0 ? [await alone(server, first, null)] : await settle(server, wave))
  } catch (cause) {
    if (cause instanceof Busy || cause instanceof StorageFault) return Result.fail(cause)
    throw cause
  }
}

/** Facts for as many of the commands as can have them, in one flush. */
const look = async (
  { facts }: Server,
  link: Link,
  requests: ReadonlyArray<AnyRequest>
): Promise<ReadonlyArray<readonly [AnyRequest, AnyLooked]>> => {
  const asked: Array<ReturnType<typeof facts.before>> = []
  for (const { tenant, keyHash, lookup } of requests) {
    try {
      asked.push(facts.before(tenant, keyHash, lookup))
    } catch {
      break
    }
  }
  if (asked.length === 0) return []
  const answers = await link.flush(asked.map(({ query }) => query))
  const looked: Array<readonly [AnyRequest, AnyLooked]> = []
  for (const [at, answer] of answers.entries()) {
    if (!answer.ok) break
    looked.push([requests[at] as AnyRequest, (asked[at] as (typeof asked)[number]).read(answer.rows)])
  }
  return looked
}

type Ready = Member & { readonly steps: ReadonlyArray<Query> }

const withSteps = (server: Server, { request, next }: Member): Ready => {
  if (!isPrepared(next)) return { request, next, steps: [] }
  const steps = stepsOf(server, request, next)
  return Exit.isSuccess(steps)
    ? { request, next, steps: steps.value }
    : { request, next: Exit.failCause(steps.cause), steps: [] }
}

const commit = async (
  { begin, commit: end, growth }: Server,
  link: Link,
  members: ReadonlyArray<Ready>
): Promise<ReturnType<typeof failureOf>> => {
  const steps = members.flatMap((member) => member.steps)
  const failed = steps.length === 0 ? null : failureOf(await link.flush([begin, ...steps, end]))
  if (failed === null) for (const { next } of members) if (isPrepared(next)) growth(next.decision)
  return failed
}

const settle = async (
  server: Server,
  { members, failed }: { readonly members: ReadonlyArray<Ready>; readonly failed: ReturnType<typeof failureOf> }
): Promise<ReadonlyArray<Outcome>> => {
  const outcomes: Array<Outcome> = []
  for (const { request, next } of members) {
    if (!isPrepared(next)) outcomes.push(settled(next))
    else if (failed === null)
      outcomes.push(Result.succeed(Result.succeed({ receipt: next.decision.receipt, repeated: false })))
    else
      outcomes.push(
        await alone(server, request, failed.nature === "lost" ? { ...failed, receipt: next.receipt } : null)
      )
  }
  return outcomes
}

const alone = async (server: Server, request: AnyRequest, lost: LostAnswer | null): Promise<Outcome> =>
  settled(await run(server, request, lost))

/** A bug in one decision concerns that command alone. */
const settled = (exit: Exit.Exit<RunOutcome<unknown>, RunFault>): Outcome => {
  if (Exit.isSuccess(exit)) return Result.succeed(exit.value)
  const cause = Cause.squash(exit.cause)
  return Result.fail(Exit.hasFails(exit) ? (cause as RunFault) : new StorageFault({ cause }))
}
