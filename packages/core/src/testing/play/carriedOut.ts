import { Effect, Result } from "effect"
import { decoder } from "../../decision/invalid.ts"
import type { CommandName } from "../../decision/permission.ts"
import type { CommandFault, Mode, Station } from "../../desk/command.ts"
import type { Documents } from "../../desk/documents.ts"
import type { Ids } from "../../desk/ids.ts"
import { type CommandInput, deskCommands } from "../../library/deskCommands.ts"
import { incidentCommands } from "../../library/incidents/incidentCommands.ts"
import { interlendingCommands } from "../../library/interlending/interlendingCommands.ts"
import { officeCommands } from "../../library/officeCommands.ts"
import type { Receipts } from "../../library/receipts.ts"
import { reservationCommands } from "../../library/reservations/reservationCommands.ts"
import type { Carried, Storage } from "../../storage/port.ts"

type RunCommand<Receipt> = (
  station: Station,
  command: { readonly at: number },
  mode: Mode
) => Effect.Effect<Carried<Receipt>, CommandFault, Storage | Documents | Ids>

/** Faults after which a client gives the command again, under its key. */
export const passingFaults: ReadonlySet<CommandFault["_tag"]> = new Set(["Busy", "StorageFault", "OutcomeUnknown"])
const onlyBusy: ReadonlySet<CommandFault["_tag"]> = new Set(["Busy"])

const commands = {
  ...deskCommands,
  ...reservationCommands,
  ...officeCommands,
  ...incidentCommands,
  ...interlendingCommands
}

type Decoder = ReturnType<typeof decoder<{ readonly at: number }>>
const decoders = Object.fromEntries(
  Object.entries(commands).map(([name, { schema }]) => [name, decoder<{ readonly at: number }>(schema as never)])
) as unknown as Readonly<Record<CommandName, Decoder>>

/** A command by name and plain input; given again after these faults. Dies of an input that does not hold. */
export const carriedOut = <N extends CommandName>(
  station: Station,
  name: N,
  input: CommandInput<N>,
  mode: Mode,
  againAfter = onlyBusy
): Effect.Effect<Carried<Receipts[N]>, CommandFault, Storage | Documents | Ids> =>
  Effect.suspend(() => {
    const { run } = commands[name]
    const decoded = decoders[name](input)
    if (Result.isFailure(decoded)) return Effect.die(new Error(`${name}: ${JSON.stringify(decoded.failure)}`))
    const given = (run as unknown as RunCommand<Receipts[N]>)(station, decoded.success, mode)
    return Effect.retry(given, { times: 20, while: ({ _tag }) => againAfter.has(_tag) })
  })
