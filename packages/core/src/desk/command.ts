import { Data, Effect, Result, Schedule } from "effect"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import type { Place } from "../decision/draft.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { type CommandName, notPermitted } from "../decision/permission.ts"
import type { Refusal, Refusals } from "../decision/refusal.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import {
  Busy,
  type Carried,
  type OutcomeUnknown,
  type RunFault,
  type RunRequest,
  Storage,
  type StorageFault,
  type TenantUnknown
} from "../storage/port.ts"
import { Documents } from "./documents.ts"
import { contentHash, keyHash } from "./hash.ts"
import { Ids } from "./ids.ts"

/** The command was not carried out, for these reasons. Nothing was written. */
export class Refused extends Data.TaggedError("Refused")<{ readonly refusals: Refusals }> {}

/** Where a command is given: at a place, in a tenant. */
export interface Station extends Place {
  readonly tenant: string
  /** What time it is there, where that is known: a command of a later instant is refused. */
  readonly now?: number
}

/** What sets one command apart from the others; everything else is alike. */
export interface CommandShape<Command extends { readonly at: number }, L extends Lookup, Receipt> {
  readonly name: CommandName
  /** How many new ids the decision may need. */
  readonly idCount: number | ((command: Command, policy: CompiledPolicy | null, queueMax?: number) => number)
  /**
   * `policy` is the one in force at the command's instant: some facts are asked for only where it looks at them.
   * `queueMax`: how many of a queue; set where the first look was not enough.
   */
  readonly lookup: (command: Command, policy: CompiledPolicy | null, queueMax?: number) => L
  readonly decide: (
    found: Found<L>,
    command: Command,
    context: DecisionContext
  ) => Result.Result<Decision<Receipt>, Refusals>
  /** How many of a queue to look at before this is decided, if what was found of it is not enough; `null`: it is. */
  readonly further?: (
    found: Found<L>,
    receipt: Receipt,
    queueMax: number | undefined,
    command: Command
  ) => number | null
}

/** How a command is to be carried out. */
export type Mode =
  /** Under this key: a repeat with the same key has its effect once and gives the same receipt. */
  | { readonly key: string }
  /** Only to see what would come of it. */
  | { readonly dryRun: true }

export type CommandFault = Refused | Busy | StorageFault | OutcomeUnknown | TenantUnknown

const attemptsMax = 12
const backoff = Schedule.jittered(Schedule.exponential("2 millis", 1.6))

/** A command as an effect: name the facts, decide, commit, receipt; again, a bounded number of times, if a row moved. */
export const command =
  <Command extends { readonly at: number }, L extends Lookup, Receipt>(shape: CommandShape<Command, L, Receipt>) =>
  (
    station: Station,
    given: Command,
    mode: Mode
  ): Effect.Effect<Carried<Receipt>, CommandFault, Storage | Documents | Ids> => {
    const forbidden = notPermitted(shape.name, station.actor, station.channel)
    const barred = forbidden ?? inFuture(station, given)
    if (barred !== null) return Effect.fail(new Refused({ refusals: [barred] }))
    return attempt(shape, station, given, mode).pipe(
      Effect.retry({
        while: (fault) => fault._tag === "VersionMoved" || fault._tag === "DocumentsMoved",
        times: attemptsMax - 1,
        schedule: backoff
      }),
      Effect.catchTags({
        VersionMoved: () => Effect.fail(new Busy({ attempts: attemptsMax })),
        DocumentsMoved: () => Effect.fail(new Busy({ attempts: attemptsMax })),
        KeyUsed: () => Effect.fail(new Refused({ refusals: [{ _tag: "KeyUsedForOther" }] }))
      }),
      Effect.withSpan(`openshelf.${shape.name}`)
    )
  }

/** Clocks of two machines differ. */
const aheadMaxMs = 60_000

/** Nothing is done in the future. */
export const inFuture = ({ now }: Pick<Station, "now">, { at }: { readonly at: number }): Refusal | null =>
  now !== undefined && at > now + aheadMaxMs ? { _tag: "InFuture", at, nowAt: now } : null

const attempt = Effect.fnUntraced(function* <Command extends { readonly at: number }, L extends Lookup, Receipt>(
  shape: CommandShape<Command, L, Receipt>,
  station: Station,
  given: Command,
  mode: Mode,
  queueMax?: number
): Effect.fn.Return<Carried<Receipt>, Refused | RunFault, Storage | Documents | Ids> {
  const storage = yield* Storage
  const documents = yield* Documents
  const { request, further } = yield* requestFor(shape, station, given, mode, queueMax)
  const outcome = yield* storage
    .run(request)
    .pipe(
      Effect.tapError((fault) => Effect.sync(() => fault._tag === "DocumentsMoved" && documents.forget(station.tenant)))
    )
  const more = further()
  if (Result.isFailure(outcome) && more !== null) return yield* attempt(shape, station, given, mode, more)
  if (Result.isFailure(outcome)) return yield* new Refused({ refusals: outcome.failure })
  return outcome.success
})

/** Written in place of a decision that needs to see more: a refusal writes nothing. Nobody is told it. */
const undecided: Result.Result<never, Refusals> = Result.fail([{ _tag: "TooMuchAtOnce", countMax: 0 }])

/**
 * The same command as a request to a storage, for carrying out many at once. `further`: once it was refused, how many of a
 * queue it needs to see to be decided; `null`: it was decided.
 */
export const requestFor = Effect.fnUntraced(function* <
  Command extends { readonly at: number },
  L extends Lookup,
  Receipt
>(
  { name, idCount, lookup, decide, further }: CommandShape<Command, L, Receipt>,
  { tenant, now: _, ...place }: Station,
  given: Command,
  mode: Mode,
  queueMax?: number
) {
  const { take } = yield* Ids
  const { documentsVersion, policy, calendar, history } = yield* (yield* Documents).at(tenant, given.at)
  const context: DecisionContext = {
    tenant,
    place,
    policy,
    calendar,
    history,
    ...(queueMax === undefined ? {} : { queueMax }),
    ids: take(typeof idCount === "number" ? idCount : idCount(given, policy, queueMax))
  }
  let more: number | null = null
  const request: RunRequest<L, Receipt> = {
    tenant,
    name,
    keyHash: "key" in mode ? keyHash(place.actor, mode.key) : "",
    contentHash: "key" in mode ? contentHash(mode.key, name, place.branch, given) : "",
    at: given.at,
    documentsVersion,
    lookup: lookup(given, policy, queueMax),
    decide: (found) => {
      const decided = decide(found, given, context)
      more = Result.isSuccess(decided) ? (further?.(found, decided.success.receipt, queueMax, given) ?? null) : null
      return more === null ? decided : undecided
    },
    dryRun: "dryRun" in mode
  }
  return { request, further: () => more }
})
