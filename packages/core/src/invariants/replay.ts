import { Effect } from "effect"
import type { ProjectedTable } from "../decision/rowChange.ts"
import { type Busy, Storage, type StorageFault } from "../storage/port.ts"
import { eachRow } from "./eachRow.ts"
import { compare, type Difference } from "./replay/compare.ts"
import { projectedTables, type Rebuilt, rebuild, rowKey } from "./replay/rebuild.ts"
import { textHash } from "./textHash.ts"

export type { Difference } from "./replay/compare.ts"

export interface ReplayOptions {
  /** After so many the rest is not told. 1,000 if not given. */
  readonly differencesMax?: number
  /** Reads everything so many times and makes a part of the rows each time: time for memory. 1 if not given. */
  readonly passes?: number
}

/**
 * Makes items, queues, loans, reservations, accounts, entries, charges, allotments, cash desks and their lines again from a tenant's events alone,
 * and says where the tables differ. An empty list: they are what the events say.
 *
 * Links to readers, readers and titles are contents, not history: they are not compared. Keeps the rows that it makes, or
 * with `passes` that part of them. Commands carried out meanwhile can look like differences.
 */
export const replay = (
  tenant: string,
  { differencesMax = 1000, passes = 1 }: ReplayOptions = {}
): Effect.Effect<ReadonlyArray<Difference>, Busy | StorageFault, Storage> =>
  Effect.gen(function* () {
    const storage = yield* Storage
    const differences: Array<Difference> = []
    const report = (difference: Difference | null): void => {
      if (difference !== null && differences.length < differencesMax) differences.push(difference)
    }
    for (let pass = 0; pass < passes; pass++) {
      const wanted = (key: string): boolean => passes === 1 || textHash(key) % passes === pass
      const rebuilt = rebuild(wanted)
      yield* eachRow(storage, tenant, "event", (event) => {
        const key = `${event.streamId} ${event.seq}`
        if (!rebuilt.apply(event) && wanted(key)) report({ table: "event", key, what: "unreadable", columns: [] })
      })
      for (const table of projectedTables) yield* compareTable(storage, tenant, table, rebuilt, wanted, report)
    }
    return differences
  })

const compareTable = (
  storage: Storage["Service"],
  tenant: string,
  table: ProjectedTable,
  rebuilt: Rebuilt,
  wanted: (key: string) => boolean,
  report: (difference: Difference | null) => void
): Effect.Effect<void, Busy | StorageFault> => {
  const rows = rebuilt.rows.get(table) ?? new Map()
  const compared = eachRow(storage, tenant, table, (row) => {
    const key = rowKey(table, row)
    if (!wanted(key)) return
    report(compare(table, key, rows.get(key), row))
    rows.delete(key)
  })
  return Effect.map(compared, () => {
    for (const [key, row] of rows) report(compare(table, key, row, null))
  })
}
