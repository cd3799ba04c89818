import { Effect, Result, Schema } from "effect"
import { decoder, type Invalid } from "../decision/invalid.ts"
import { type CommandName, commandRights, notPermitted } from "../decision/permission.ts"
import type { Refusals } from "../decision/refusal.ts"
import { type CommandFault, type CommandShape, inFuture, type Mode, requestFor, type Station } from "../desk/command.ts"
import type { Documents } from "../desk/documents.ts"
import type { Ids } from "../desk/ids.ts"
import type { PickupBranches, PickupBranchesToChange, PickupBranchesToPlace } from "../reservations/pickupBranches.ts"
import { type RunRequest, Storage } from "../storage/port.ts"
import { type CommandInput, deskCommands } from "./deskCommands.ts"
import type { Receipts } from "./receipts.ts"

/** What came of a command. `repeated`: it had been carried out before under this key, and this is the first receipt. */
export type Answer<Receipt> =
  | { readonly ok: true; readonly receipt: Receipt; readonly repeated: boolean }
  | { readonly ok: false; readonly refusals: Refusals }
  | { readonly ok: false; readonly invalid: ReadonlyArray<Invalid> }

/** The key of a command: whoever repeats a command with the same key, has it carried out once. 1 to 200 characters. */
export interface Keyed {
  readonly key: string
}

export type Commands = {
  readonly [N in CommandName]: (input: CommandInput<N> & Keyed) => Promise<Answer<Receipts[N]>>
}

export type DryRuns = { readonly [N in CommandName]: (input: CommandInput<N>) => Promise<Answer<Receipts[N]>> }

/** A place where commands are given, by one actor. */
export interface Desk extends Commands {
  /** What would come of a command: the same answer, and nothing is written. Takes no key. */
  readonly dryRun: DryRuns
  /**
   * Where it could be fetched: the judgement of `reserve`, or with `reservation` of `changeReservation`, at every branch, over
   * facts that are read once. Who may not give the command is refused; nothing is written.
   */
  readonly pickupBranches: (
    asked: (typeof PickupBranchesToPlace)["Encoded"] | (typeof PickupBranchesToChange)["Encoded"]
  ) => Promise<Answer<PickupBranches>>
  /** Many commands of one kind at once, for imports and jobs; the answers in their order. A fault of one is thrown for all. */
  readonly many: <N extends CommandName>(
    name: N,
    inputs: ReadonlyArray<CommandInput<N> & Keyed>
  ) => Promise<ReadonlyArray<Answer<Receipts[N]>>>
}

type Services = Storage | Documents | Ids
export type RunPromise = <A, E>(program: Effect.Effect<A, E, Services>) => Promise<A>

const decodeKey = decoder(Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(200)))
const names = Object.keys(commandRights) as ReadonlyArray<CommandName>

type AnyCommand = {
  readonly decode: (input: unknown) => Result.Result<{ readonly at: number }, ReadonlyArray<Invalid>>
  readonly run: (
    station: Station,
    command: never,
    mode: Mode
  ) => Effect.Effect<{ readonly receipt: unknown; readonly repeated: boolean }, CommandFault, Services>
  readonly shape: unknown
}
const commands = new Map<string, AnyCommand>()

const know = (more: Readonly<Record<string, Omit<AnyCommand, "decode"> & { readonly schema: unknown }>>): void => {
  for (const [name, { schema, run, shape }] of Object.entries(more))
    commands.set(name, { decode: decoder(schema as Schema.ConstraintDecoder<{ readonly at: number }>), run, shape })
}
know(deskCommands)

/** A command about reservations, of the office, of losses and damage, or of loans between systems: each kind is loaded when the first of it is given. */
const rareCommand = async (name: CommandName): Promise<AnyCommand> => {
  if (!commands.has(name)) know((await import("@openshelf/core/reservations")).reservationCommands)
  if (!commands.has(name)) know((await import("@openshelf/core/office")).officeCommands)
  if (!commands.has(name)) know((await import("@openshelf/core/incidents")).incidentCommands)
  if (!commands.has(name)) know((await import("@openshelf/core/interlending")).interlendingCommands)
  return commands.get(name) as AnyCommand
}

export const deskOf = (runPromise: RunPromise, station: Station): Desk => {
  const one = (name: CommandName, input: unknown, keyed: boolean): Promise<Answer<unknown>> => {
    const known = commands.get(name)
    return known === undefined
      ? rareCommand(name).then((command) => give(command, input, keyed))
      : give(known, input, keyed)
  }
  const give = (named: AnyCommand, input: unknown, keyed: boolean): Promise<Answer<unknown>> => {
    const read = keyed ? keyedCommand(named, input) : plainCommand(named, input)
    if (Result.isFailure(read)) return Promise.resolve({ ok: false, invalid: read.failure })
    const { command, mode } = read.success
    return runPromise(answered(named.run(station, command as never, mode)))
  }
  const each = (keyed: boolean): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, (input: unknown) => one(name, input, keyed)]))
  return {
    ...(each(true) as Commands),
    dryRun: each(false) as DryRuns,
    pickupBranches: async (asked) => {
      const { pickupBranchQueries } = await import("@openshelf/core/reservations")
      const named = `pickupBranchesTo${"reservation" in asked ? "Change" : "Place"}` as const
      const { schema, run } = pickupBranchQueries[named]
      return give({ run, shape: null, decode: decoder(schema as never) }, asked, false) as never
    },
    many: (name, inputs) => runPromise(manyOf(station, name, inputs)) as never
  }
}

interface Read {
  readonly command: { readonly at: number }
  readonly mode: Mode
}

const plainCommand = ({ decode }: AnyCommand, input: unknown): Result.Result<Read, ReadonlyArray<Invalid>> =>
  Result.map(decode(input), (command) => ({
    command,
    mode: { dryRun: true } as const
  }))

const keyedCommand = ({ decode }: AnyCommand, input: unknown): Result.Result<Read, ReadonlyArray<Invalid>> => {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    return Result.fail([{ path: "", expected: "an object" }])
  const { key: given, ...rest } = input as Record<string, unknown>
  const key = decodeKey(given)
  const command = decode(rest)
  if (Result.isFailure(key)) {
    const invalid = [{ path: "key", expected: "a text of 1 to 200 characters" }]
    return Result.fail(Result.isFailure(command) ? [...invalid, ...command.failure] : invalid)
  }
  return Result.map(command, (decoded) => ({ command: decoded, mode: { key: key.success } }))
}

const answered = (
  program: Effect.Effect<{ readonly receipt: unknown; readonly repeated: boolean }, CommandFault, Services>
): Effect.Effect<Answer<unknown>, Exclude<CommandFault, { readonly _tag: "Refused" }>, Services> =>
  program.pipe(
    Effect.map(({ receipt, repeated }) => ({ ok: true as const, receipt, repeated })),
    Effect.catchTag("Refused", ({ refusals }) => Effect.succeed({ ok: false as const, refusals }))
  )

const manyOf = Effect.fnUntraced(function* (station: Station, name: CommandName, inputs: ReadonlyArray<unknown>) {
  const named = commands.get(name) ?? (yield* Effect.promise(() => rareCommand(name)))
  const { run, shape } = named
  const forbidden = notPermitted(name, station.actor, station.channel)
  const storage = yield* Storage
  const answers = new Array<Answer<unknown>>(inputs.length)
  const requests: Array<RunRequest> = []
  const places: Array<{ readonly index: number; readonly read: Read; readonly further: () => number | null }> = []
  for (const [index, input] of inputs.entries()) {
    const read = keyedCommand(named, input)
    if (Result.isFailure(read)) {
      answers[index] = { ok: false, invalid: read.failure }
      continue
    }
    if (forbidden !== null) {
      answers[index] = { ok: false, refusals: [forbidden] }
      continue
    }
    const late = inFuture(station, read.success.command)
    if (late !== null) {
      answers[index] = { ok: false, refusals: [late] }
      continue
    }
    const { command, mode } = read.success
    const { request, further } = yield* requestFor(
      shape as CommandShape<never, never, unknown>,
      station,
      command as never,
      mode
    )
    places.push({ index, read: read.success, further })
    requests.push(request as never)
  }
  const outcomes = requests.length === 0 ? [] : yield* storage.commitMany(station.tenant, requests)
  for (const [place, outcome] of outcomes.entries()) {
    const { index, read, further } = places[place] as (typeof places)[number]
    if (Result.isSuccess(outcome) && (Result.isSuccess(outcome.success) || further() === null))
      answers[index] = Result.isSuccess(outcome.success)
        ? { ok: true, ...outcome.success.success }
        : { ok: false, refusals: outcome.success.failure }
    else answers[index] = yield* answered(run(station, read.command as never, read.mode))
  }
  return answers
})
