import { type Decision, versionedTables } from "@openshelf/core"
import { keyOf } from "../steps/rowSteps.ts"

/** A decision that no storage could carry out as it was meant: a bug of who decided. */
class UnsoundDecision extends Error {
  override readonly name = "UnsoundDecision"
}

/** Throws `UnsoundDecision` unless each versioned row is named once and its version moves on. */
export const requireSound = ({ update, guard }: Decision<unknown>): void => {
  for (const table of versionedTables) {
    const [updates, guards] = [update[table] ?? [], guard[table] ?? []]
    for (const { row, was } of updates) {
      if (!Number.isSafeInteger(was) || !Number.isSafeInteger(row.version) || row.version <= was) {
        throw new UnsoundDecision(`a ${table} of version ${was} cannot become version ${row.version}`)
      }
    }
    if (updates.length + guards.length < 2) continue
    const ids = new Set(guards.map(({ id }) => id))
    for (const { row } of updates) ids.add((row as unknown as Readonly<Record<string, string>>)[keyOf(table)] as string)
    if (ids.size < updates.length + guards.length) throw new UnsoundDecision(`a ${table} is named twice`)
  }
}

/** The receipt as it is kept. Throws `UnsoundDecision` for one that JSON would change, as a repeat would differ. */
export const receiptText = (receipt: unknown): string => {
  if (!isPlain(receipt)) throw new UnsoundDecision("the receipt is no plain JSON")
  return JSON.stringify(receipt)
}

const isPlain = (value: unknown): boolean => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  if (typeof value !== "object") return false
  if (Array.isArray(value)) return value.every(isPlain)
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
}
