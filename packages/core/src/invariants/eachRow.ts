import { Effect } from "effect"
import type { Page } from "../decision/facts.ts"
import type { TableName, Tables } from "../decision/tables.ts"
import type { Busy, Storage, StorageFault } from "../storage/port.ts"

const pageRows = 1000

/** Every row of a table in key order, read in pages. Others get a turn between two pages, however fast the storage is. */
export const eachRow = <T extends TableName>(
  storage: Storage["Service"],
  tenant: string,
  table: T,
  visit: (row: Tables[T]) => void
): Effect.Effect<void, Busy | StorageFault> =>
  Effect.gen(function* () {
    let after: string | null = null
    do {
      const page: Page<Tables[T]> = yield* storage.scan(tenant, table, after, pageRows)
      for (const row of page.rows) visit(row)
      after = page.next
      yield* Effect.yieldNow
    } while (after !== null)
  })

/** A table read row by row: `head` is the next row, once `fill` has been run. */
export interface RowReader<Row> {
  /** The next row; `null`: there are no more. Only when `filled`. */
  readonly head: () => Row | null
  /** Whether the next row is at hand, so that `fill` need not be run. */
  readonly filled: () => boolean
  readonly fill: Effect.Effect<void, Busy | StorageFault>
  readonly advance: () => void
}

export const rowReader = <T extends TableName>(
  storage: Storage["Service"],
  tenant: string,
  table: T
): RowReader<Tables[T]> => {
  let page: Page<Tables[T]> | null = null
  let at = 0
  const filled = (): boolean => page !== null && (at < page.rows.length || page.next === null)
  return {
    head: () => page?.rows[at] ?? null,
    filled,
    fill: Effect.suspend(() =>
      Effect.flatMap(storage.scan(tenant, table, page?.next ?? null, pageRows), (next) => {
        page = next
        at = 0
        return Effect.yieldNow
      })
    ),
    advance: () => {
      at++
    }
  }
}
