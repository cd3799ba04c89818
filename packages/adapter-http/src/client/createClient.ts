import type { Answer, CommandInput, CommandName, Receipts } from "@openshelf/core"
import type { BatchName } from "../routes/batch.ts"
import { answerOf, pageOf, type Received } from "./answer.ts"
import { carryOutMany } from "./carryOutMany.ts"
import { Unreachable } from "./clientFault.ts"
import { commandAddress, commandPaths } from "./commandAddress.ts"
import { type PolicyClient, policyClient } from "./policyClient.ts"
import { type QueueClient, queueClient } from "./queueClient.ts"

export interface ClientOptions {
  /** Where the server is, as `https://library.example`; a path in it is kept. */
  readonly baseUrl: string
  readonly token: string
  /** For tests and other runtimes; the runtime's own unless told. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/** A command's input but for its instant, which the server gives unless it is named: milliseconds since 1970. */
type Timeless<N extends CommandName> = Omit<CommandInput<N>, "at" | "record"> & { readonly at?: number }

export type ClientCommands = {
  readonly [N in CommandName]: (input: Timeless<N> & { readonly key: string }) => Promise<Answer<Receipts[N]>>
}
export type ClientDryRuns = { readonly [N in CommandName]: (input: Timeless<N>) => Promise<Answer<Receipts[N]>> }

/**
 * A desk over HTTP: the commands of `@openshelf/core` with the same answers, instants as milliseconds. Rejects only for
 * faults, by class: `Unreachable` and `OutcomeUnknown` (ask again with the same key), `ServerBusy`, `ServerFault` (nothing
 * written), `NotSignedIn`.
 */
export interface Client extends ClientCommands {
  readonly dryRun: ClientDryRuns
  /** Up to 200 records of one kind in one request, for taking a library over; the answers in their order. */
  readonly many: <N extends BatchName>(
    name: N,
    inputs: ReadonlyArray<Omit<CommandInput<N>, "at"> & { readonly at?: number; readonly key: string }>
  ) => Promise<ReadonlyArray<Answer<Receipts[N]>>>
  /** For managers: the rules of the library. */
  readonly policy: PolicyClient
  /** Who waits for what, and for how long. */
  readonly queues: QueueClient
  /** A page as its JSON, by its address, as `/v1/titles?text=dream`; `null`: there is nothing there. */
  readonly read: (address: `/v1/${string}`) => Promise<unknown>
}

export const createClient = ({ baseUrl, token, fetch = globalThis.fetch }: ClientOptions): Client => {
  const base = baseUrl.replace(/\/+$/, "")
  const send = async (address: string, init: RequestInit): Promise<Received> => {
    const headers = { ...init.headers, authorization: `Bearer ${token}` }
    try {
      const response = await fetch(new Request(`${base}${address}`, { ...init, headers }))
      return { response, body: await response.json() }
    } catch (cause) {
      throw new Unreachable("the server was not reached, or its answer broke off", { cause })
    }
  }
  const carryOut = async (name: CommandName, input: Readonly<Record<string, unknown>>, dryRun: boolean) => {
    const { key, ...command } = input
    const { method, address, body } = commandAddress(name, command, dryRun)
    const keyed: Record<string, string> = dryRun ? {} : { "idempotency-key": String(key) }
    const headers = { "content-type": "application/json", ...keyed }
    const received = await send(address, { method, headers, body: JSON.stringify(body) })
    return answerOf(name, received)
  }
  const each = (dryRun: boolean): Record<string, unknown> =>
    Object.fromEntries(
      (Object.keys(commandPaths) as ReadonlyArray<CommandName>).map((name) => [
        name,
        (input: Readonly<Record<string, unknown>>) => carryOut(name, input, dryRun)
      ])
    )
  return {
    ...(each(false) as ClientCommands),
    dryRun: each(true) as ClientDryRuns,
    many: (name, inputs) => carryOutMany(send, name, inputs),
    policy: policyClient(send),
    queues: queueClient(send),
    read: async (address) => pageOf(await send(address, { method: "GET" }))
  }
}
