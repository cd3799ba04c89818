import { Effect } from "effect"
import type { TableName, Tables } from "../decision/tables.ts"
import { type Busy, Storage, type StorageFault } from "../storage/port.ts"
import { type BrokenInvariant, type Check, type Report, readOrder } from "./check.ts"
import { checks } from "./checks.ts"
import { eachHistory } from "./eachHistory.ts"
import { eachRow } from "./eachRow.ts"

export interface CheckOptions {
  /** After so many the rest is not told. 1,000 if not given. */
  readonly breachesMax?: number
}

/**
 * Reads everything that a tenant has and says which invariants do not hold, with the ids. An empty list: all hold.
 *
 * Rows are read in pages, twice for those that have a history. What is kept meanwhile grows with items and readers (their
 * ids, barcodes and cards), open loans, live reservations, accounts with entries and charges with payments, not with
 * closed loans or events. Commands carried out meanwhile can look like breaches: check a tenant at rest, or a copy.
 *
 * Not checked, as no row says it: whether a due instant is what the recorded rules give (I4), limits of reservations (I6),
 * which days an overdue charge counted (I21), who may do what (I34, I35), jobs (I31, I32).
 */
export const checkInvariants = (
  tenant: string,
  { breachesMax = 1000 }: CheckOptions = {}
): Effect.Effect<ReadonlyArray<BrokenInvariant>, Busy | StorageFault, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const broken: Array<BrokenInvariant> = []
    const report: Report = (invariant, ids, what) => {
      if (broken.length < breachesMax) broken.push({ invariant, ids: ids.filter((id) => id !== null), what })
    }
    const all = checks.map((make) => make(report))
    for (const table of readOrder) yield* pass(storage, tenant, table, all)
    yield* eachHistory(storage, tenant, (history) => {
      for (const check of all) check.history?.(history)
    })
    for (const check of all) check.end?.()
    return broken
  })

const pass = <T extends TableName>(
  storage: Storage["Service"],
  tenant: string,
  table: T,
  all: ReadonlyArray<Check>
): Effect.Effect<void, Busy | StorageFault> => {
  const interested = all.flatMap(({ rows }) => (rows?.[table] as ((row: Tables[T]) => void) | undefined) ?? [])
  return interested.length === 0
    ? Effect.void
    : eachRow(storage, tenant, table, (row) => {
        for (const look of interested) look(row)
      })
}
