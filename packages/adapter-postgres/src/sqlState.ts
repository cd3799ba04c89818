import pg from "pg"

/**
 * What an error says of the transaction that it happened in: `again`: it was given up for the sake of another, and may
 * do the second time; `lost`: whether it was committed is not known; `refused`: it was not committed, and would not be
 * the second time unless something else changed.
 */
export type Nature = "again" | "lost" | "refused"

/** Told by SQLSTATE alone, as distributed engines leave the rest out. No SQLSTATE: the connection broke. */
export const natureOf = (error: unknown): Nature => {
  const state = sqlStateOf(error)
  if (state === null) return "lost"
  if (again.has(state)) return "again"
  return state.startsWith("08") || lost.has(state) ? "lost" : "refused"
}

export const sqlStateOf = (error: unknown): string | null =>
  error instanceof pg.DatabaseError && error.code !== undefined ? error.code : null

/** A unique set, a reference or a check did not hold. */
export const isIntegrity = (error: unknown): boolean => sqlStateOf(error)?.startsWith("23") ?? false

/** The server has no connection left. */
export const isCrowded = (error: unknown): boolean => sqlStateOf(error) === "53300"

// serialization_failure, deadlock_detected, lock_not_available
const again: ReadonlySet<string> = new Set(["40001", "40P01", "55P03"])
// statement_completion_unknown; admin_shutdown, crash_shutdown, cannot_connect_now; internal_error, which Citus gives
// even for a serialization failure at commit
const lost: ReadonlySet<string> = new Set(["40003", "57P01", "57P02", "57P03", "XX000"])
