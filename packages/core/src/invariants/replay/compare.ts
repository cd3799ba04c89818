import type { ProjectedTable } from "../../decision/rowChange.ts"
import { type RebuiltRow, rowOf } from "./rebuild.ts"

/** A place where the tables are not what the events say. */
export interface Difference {
  readonly table: ProjectedTable | "event"
  /** The row's key, or stream and number of the event. */
  readonly key: string
  /**
   * `missing`: the events make the row, but it is not there. `unexplained`: it is there, but no event brought it.
   * `differs`: in these columns. `unreadable`: an event that this version cannot read or apply.
   */
  readonly what: "missing" | "unexplained" | "differs" | "unreadable"
  readonly columns: ReadonlyArray<{ readonly column: string; readonly events: unknown; readonly stored: unknown }>
}

/** `null`: the stored row is what the events say. */
export const compare = (
  table: ProjectedTable,
  key: string,
  rebuilt: RebuiltRow | undefined,
  stored: object | null
): Difference | null => {
  const row = rebuilt === undefined ? null : rowOf(rebuilt)
  if (stored === null) return { table, key, what: "missing", columns: [] }
  if (row === null) return { table, key, what: "unexplained", columns: [] }
  const there = stored as Readonly<Record<string, unknown>>
  const columns = Object.keys(there)
    .filter((column) => !agree(table, column, row[column], there[column]))
    .map((column) => ({ column, events: row[column], stored: there[column] }))
  return columns.length === 0 ? null : { table, key, what: "differs", columns }
}

/**
 * A command that only rested on an item, a queue or a cash desk moves its version without an event; of a queue no event says the version
 * at all. Every other column is what the events say.
 */
const agree = (table: ProjectedTable, column: string, events: unknown, stored: unknown): boolean => {
  if (column === "version" && table === "titleQueue") return true
  if (column === "version" && (table === "item" || table === "cashDesk")) return Number(events) <= Number(stored)
  return events === stored
}
