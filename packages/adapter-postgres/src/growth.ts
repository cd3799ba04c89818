import type { Decision } from "@openshelf/core"
import { columnName } from "@openshelf/storage-sql"

/** Takes note of what was committed. */
export type Growth = (decision: Decision<unknown>) => void

const rowsMin = 100

/**
 * Has the server look at a table anew once it has grown to three times what it was. A prepared statement keeps the plan
 * that was best for the table as it was, and a table that was empty is read whole, or by any index that begins with the
 * tenant. The server looks by itself once a minute, which an import does not wait for.
 */
export const watchGrowth = (known: ReadonlyMap<string, number>, look: (table: string) => Promise<unknown>): Growth => {
  const sizes = new Map<string, Size>()
  let looking: Promise<unknown> = Promise.resolve()
  const add = (table: string, rows: number): void => {
    const size = sizes.get(table) ?? { known: known.get(columnName(table)) ?? 0, added: 0 }
    sizes.set(table, size)
    size.added += rows
    if (size.added < rowsMin || size.added < 2 * size.known) return
    size.known += size.added
    size.added = 0
    // One table after the other. A server that does not let this user do it goes on without.
    looking = looking.then(() => look(table)).catch(() => {})
  }
  return ({ insert, count }) => {
    for (const [table, rows] of Object.entries(insert)) add(table, rows.length)
    if (count.length > 0) add("loanCount", count.length)
    add("command", 1)
  }
}

interface Size {
  /** Rows that the server knew of when it last looked. */
  known: number
  added: number
}
