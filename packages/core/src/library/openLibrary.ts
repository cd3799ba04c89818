import { Effect, Layer, ManagedRuntime } from "effect"
import type { Actor, Channel } from "../decision/actor.ts"
import type { Found, Lookup, Page } from "../decision/facts.ts"
import type { TableName, Tables, TokenRow } from "../decision/tables.ts"
import { Documents } from "../desk/documents.ts"
import { Ids } from "../desk/ids.ts"
import type { BrokenInvariant } from "../invariants/check.ts"
import type { Difference } from "../invariants/replay.ts"
import { Storage, type TenantRow } from "../storage/port.ts"
import { type Desk, deskOf } from "./desk.ts"
import type { Publication, Published, TenantInput } from "./publish.ts"

export interface LibraryOptions<E> {
  /** Where everything is kept: `sqliteStorage(…)`, `postgresStorage(…)`, `layerMemory` of `@openshelf/core/memory`, or your own. */
  readonly storage: Layer.Layer<Storage, E>
  /** Where new ids come from; UUIDv7 by default. */
  readonly ids?: Layer.Layer<Ids>
}

/** Circulation as promises: the same commands as the Effect services, for who does not use Effect. */
export interface Library {
  /** A desk, kiosk or reader's screen at a place in a tenant. Costs nothing. */
  readonly at: (place: {
    readonly tenant: string
    readonly branch: string
    readonly actor: Actor
    readonly channel: Channel
    /** The desk, workstation or kiosk, by the library's own code; kept with everything that is done there. */
    readonly desk?: string
    /** What time it is: a command of a later instant is refused. Without it, commands may be of any instant. */
    readonly now?: number
  }) => Desk
  /** Makes a tenant with its first policy and calendar; one that is there already stays as it is. */
  readonly openTenant: (input: TenantInput) => Promise<Published>
  readonly tenants: () => Promise<ReadonlyArray<TenantRow>>
  readonly publishPolicy: (publication: Publication) => Promise<Published>
  readonly publishCalendar: (publication: Publication) => Promise<Published>
  /** Facts for a page, by slot names (`FactSlots`), in one round trip. */
  readonly read: <const L extends Lookup>(tenant: string, lookup: L) => Promise<Found<L>>
  /** The rows of a table in key order, for export. */
  readonly scan: <T extends TableName>(
    tenant: string,
    table: T,
    after: string | null,
    limit: number
  ) => Promise<Page<Tables[T]>>
  /** Every broken invariant of the tenant's data, with ids; empty when all hold. Rejects with `TenantUnknown`. */
  readonly check: (tenant: string) => Promise<ReadonlyArray<BrokenInvariant>>
  /** Where the tables differ from what the events say; empty when they agree. Rejects with `TenantUnknown`. */
  readonly replay: (tenant: string) => Promise<ReadonlyArray<Difference>>
  readonly putToken: (tenant: string, token: TokenRow) => Promise<void>
  readonly removeToken: (tenant: string, tokenHash: string) => Promise<boolean>
  /** Lets go of the storage. Commands given later fail. */
  readonly close: () => Promise<void>
}

/** Loaded when asked for: an entry of its own, as who lends books in a browser has no use for it. */
const invariants = () => import("@openshelf/core/invariants")
/** The same: to publish rules is rarer than to lend by them. */
const publishing = () => import("@openshelf/core/publishing")

/** Fails with `TenantUnknown`: a name that was mistyped must not pass for a tenant in which all is well. */
const known = (tenant: string) => Effect.flatMap(Storage, (port) => port.documents(tenant))

/**
 * Opens a library on a storage. Rejects with the storage's own error when it cannot be opened. Commands reject only for
 * faults: `Busy` and `StorageFault` (nothing written), `OutcomeUnknown` (ask again with the same key), `TenantUnknown`.
 */
export const openLibrary = async <E>({ storage, ids = Ids.layer }: LibraryOptions<E>): Promise<Library> => {
  const runtime = ManagedRuntime.make(Layer.provideMerge(Layer.merge(Documents.layer, ids), storage))
  await runtime.runPromise(Effect.void)
  const { runPromise } = runtime
  return {
    at: (station) => deskOf((program) => runPromise(program), station),
    openTenant: async (input) => runPromise((await publishing()).openTenant(input)),
    tenants: () => runPromise(Effect.flatMap(Storage, (port) => port.tenants())),
    publishPolicy: async (publication) => runPromise((await publishing()).publish("policy", publication)),
    publishCalendar: async (publication) => runPromise((await publishing()).publish("calendar", publication)),
    read: (tenant, lookup) => runPromise(Effect.flatMap(Storage, (port) => port.read(tenant, lookup))),
    scan: (tenant, table, after, limit) =>
      runPromise(Effect.flatMap(Storage, (port) => port.scan(tenant, table, after, limit))),
    check: async (tenant) => {
      const { checkInvariants } = await invariants()
      return runPromise(Effect.andThen(known(tenant), checkInvariants(tenant)))
    },
    replay: async (tenant) => {
      const { replay } = await invariants()
      return runPromise(Effect.andThen(known(tenant), replay(tenant)))
    },
    putToken: (tenant, token) => runPromise(Effect.flatMap(Storage, (port) => port.putToken(tenant, token))),
    removeToken: (tenant, hash) => runPromise(Effect.flatMap(Storage, (port) => port.removeToken(tenant, hash))),
    close: () => runtime.dispose()
  }
}
