import { Effect, Result } from "effect"
import type { Decision } from "../../decision/decision.ts"
import type { Found, Lookup } from "../../decision/facts.ts"
import type { Refusal } from "../../decision/refusal.ts"
import { tables } from "../../decision/tableShapes.ts"
import type { TableName, Tables } from "../../decision/tables.ts"
import { type RunFault, type RunOutcome, type RunRequest, Storage } from "../../storage/port.ts"
import { morning } from "../rows.ts"
import { must } from "./contractCase.ts"

/** A tenant of a case's own, and short ways to the port. */
export interface Scene {
  readonly storage: Storage["Service"]
  readonly tenant: string
  /** A command with this decision, whatever the facts. */
  readonly request: (decision: Partial<Decision<unknown>>, fields?: Partial<RunRequest>) => RunRequest
  /** A command that looks and then decides; under a new key unless `fields` has one. */
  readonly command: <L extends Lookup, Receipt>(
    lookup: L,
    decide: RunRequest<L, Receipt>["decide"],
    fields?: Partial<RunRequest<L, Receipt>>
  ) => RunRequest<L, Receipt>
  /** Carries the decision out; dies when it was not. */
  readonly commit: (decision: Partial<Decision<unknown>>) => Effect.Effect<void, RunFault>
  readonly insert: (rows: Decision<unknown>["insert"]) => Effect.Effect<void, RunFault>
  readonly read: <L extends Lookup>(lookup: L) => Effect.Effect<Found<L>, unknown>
  /** All rows of a table, in key order. */
  readonly rows: <T extends TableName>(table: T) => Effect.Effect<ReadonlyArray<Tables[T]>, unknown>
  /** Every row of the tenant, to compare before and after. */
  readonly dump: Effect.Effect<Dump, unknown>
}

export type Dump = Readonly<Record<string, ReadonlyArray<unknown>>>

/** Opens a tenant that no other case and no earlier run has used. */
export const newScene: Effect.Effect<Scene, unknown, Storage> = Effect.gen(function* () {
  const storage = yield* Storage
  const tenant = `contract-${globalThis.crypto.randomUUID()}`
  const { documentsVersion } = yield* storage.openTenant({
    tenant,
    name: "Contract",
    currency: "EUR",
    openedAt: morning
  })
  let keys = 0
  const command: Scene["command"] = (lookup, decide, fields) => ({
    tenant,
    name: "contractCommand",
    keyHash: hash(++keys),
    contentHash: hash(keys),
    at: morning,
    documentsVersion,
    lookup,
    decide,
    ...fields
  })
  const request: Scene["request"] = (decision, fields) => command({}, () => Result.succeed(decided(decision)), fields)
  const commit: Scene["commit"] = (decision) =>
    Effect.flatMap(storage.run(request(decision)), (outcome) =>
      must(Result.isSuccess(outcome), "the scene was refused")
    )
  const rows: Scene["rows"] = (table) => Effect.map(storage.scan(tenant, table, null, 10_000), (page) => page.rows)
  return {
    storage,
    tenant,
    request,
    command,
    commit,
    insert: (inserted) => commit({ insert: inserted }),
    read: (lookup) => storage.read(tenant, lookup),
    rows,
    dump: dumpOf(storage, tenant)
  }
})

/** A whole decision out of the parts that matter. */
const decided = <Receipt = null>(parts: Partial<Decision<Receipt>>): Decision<Receipt> => ({
  insert: {},
  update: {},
  guard: {},
  count: [],
  charges: [],
  credits: [],
  cut: {},
  receipt: null as Receipt,
  ...parts
})

/** A command that may go on, with this decision. */
export const permitted = <Receipt = null>(parts: Partial<Decision<Receipt>>): Result.Result<Decision<Receipt>, never> =>
  Result.succeed(decided(parts))

/** Every row of a tenant by table. Groups with no loan are left out, as a storage may keep them or not. */
export const dumpOf = (storage: Storage["Service"], tenant: string): Effect.Effect<Dump, unknown> =>
  Effect.map(
    Effect.forEach(Object.keys(tables) as ReadonlyArray<TableName>, (table) =>
      Effect.map(storage.scan(tenant, table, null, 10_000), ({ rows }) => [table, rows.filter(isNoEmptyGroup)] as const)
    ),
    (entries) => Object.fromEntries(entries)
  )

const isNoEmptyGroup = (row: object): boolean => !("itemType" in row && "count" in row && row.count === 0)

/** A refused command of these cases; which refusal it is does not matter to a storage. */
export const refused = (refusal: Refusal = { _tag: "ItemNotOnLoan" }): Result.Result<never, readonly [Refusal]> =>
  Result.fail([refusal])

/** 64 hexadecimal digits, as of SHA-256. */
export const hash = (number: number): string => number.toString(16).padStart(64, "0")

/** Runs again while rows move, as the desk does. Without pauses, so that it runs under a test clock too. */
export const persistently = <L extends Lookup, Receipt>(
  storage: Storage["Service"],
  request: RunRequest<L, Receipt>
): Effect.Effect<RunOutcome<Receipt>, RunFault> =>
  Effect.retry(storage.run(request), {
    times: 100,
    while: ({ _tag }) => _tag === "VersionMoved" || _tag === "Busy"
  })
