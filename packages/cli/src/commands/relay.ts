import type { Library } from "@openshelf/core"
import type { Relayed } from "@openshelf/core/interlending"
import type { Command } from "commander"
import { openDatabase } from "../openDatabase.ts"
import { Failed } from "./failed.ts"
import { command, onDatabase, requireThere, type Shared, type Terminal } from "./shared.ts"
import { visible } from "./visible.ts"

interface Given extends Shared {
  readonly partner: string
  readonly partnerDatabase?: string
}

interface BothWays {
  readonly partner: string
  readonly sent: Relayed
  readonly came: Relayed
}

/** `openshelf relay`: carries messages of loans between two systems, for a timer of the system. */
export const relayCommand = (terminal: Terminal): Command =>
  command("relay", "carry what two systems that lend to each other have to tell, both ways")
    .requiredOption("--partner <id>", "the other library system")
    .option("--partner-database <file or address>", "where it is; in the same database if not given")
    .action((given: Given) => onDatabase(terminal, given, (library) => relayed(library, given), told))

const relayed = async (library: Library, given: Given): Promise<BothWays> => {
  const { tenant, partner, database, partnerDatabase = database } = given
  if (partner === tenant) throw new Failed(`--partner ${partner}: it is the library system itself`)
  if (partnerDatabase === database) return bothWays({ library, tenant }, { library, tenant: partner })
  requireThere(partnerDatabase)
  const there = await openDatabase(partnerDatabase)
  try {
    return await bothWays({ library, tenant }, { library: there, tenant: partner })
  } finally {
    await there.close()
  }
}

interface System {
  readonly library: Library
  readonly tenant: string
}

const bothWays = async (one: System, other: System): Promise<BothWays> => {
  const { relayBetweenTenants } = await import("@openshelf/core/interlending")
  const [here, there] = [await endOf(one), await endOf(other)]
  const sent = await relayBetweenTenants(here, there)
  const came = await relayBetweenTenants(there, here)
  return { partner: other.tenant, sent, came }
}

/** Always the same desk: a message is told once by whoever tells it. */
const endOf = async ({ library, tenant }: System) => {
  if (!(await library.tenants()).some((one) => one.tenant === tenant))
    throw new Failed(`there is no library system ${tenant} in that database`)
  const actor = { kind: "job", name: "relay" } as const
  return { library, tenant, desk: library.at({ tenant, branch: "", actor, channel: "job" }) }
}

/** What only waits for its turn is no failure. */
const told = ({ partner, sent, came }: BothWays): { readonly text: string; readonly code: number } => {
  const kept = [...sent.kept, ...came.kept]
  const lines = [
    `${sent.delivered} told to ${partner}, ${came.delivered} by it`,
    ...kept.map((one) => `not taken yet: ${JSON.stringify(one)}`)
  ]
  const isRefused = kept.some(({ refusals }) => refusals.some(({ _tag }) => _tag !== "InterloanStateForbids"))
  return { text: lines.map(visible).join("\n"), code: isRefused ? 1 : 0 }
}
