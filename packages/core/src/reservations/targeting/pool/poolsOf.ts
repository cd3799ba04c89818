import type { TargetedCopy, TargetedReservation } from "../problem.ts"
import type { Ways } from "../rules/ways.ts"
import { byTurn, textOrder } from "../turnOrder.ts"
import { buildPool } from "./buildPool.ts"
import type { Pool } from "./pool.ts"

/**
 * Splits what waits and what is free into pools, in the order of their first reservations. Copies of titles that nobody
 * waits for are in none.
 */
export const poolsOf = (
  reservations: Iterable<TargetedReservation>,
  copies: Iterable<TargetedCopy>,
  ways: Ways
): ReadonlyArray<Pool> => {
  const inTurn = [...reservations].sort(byTurn)
  const joined = joinedTitles(inTurn)
  const rows = new Map<string, { reservations: Array<TargetedReservation>; copies: Array<TargetedCopy> }>()
  for (const reservation of inTurn) {
    const title = joined(reservation.titleIds[0] as string) as string
    const pool = rows.get(title)
    if (pool === undefined) rows.set(title, { reservations: [reservation], copies: [] })
    else pool.reservations.push(reservation)
  }
  for (const copy of copies) {
    const title = joined(copy.titleId)
    if (title !== undefined) rows.get(title)?.copies.push(copy)
  }
  return [...rows.values()].map((pool) => buildPool(pool.reservations, pool.copies, ways))
}

/** One title for all that reservations join, directly or through others; `undefined`: nobody waits for it. */
const joinedTitles = (reservations: ReadonlyArray<TargetedReservation>): ((title: string) => string | undefined) => {
  const above = new Map<string, string>()
  const top = (title: string): string | undefined => {
    let at = above.get(title)
    if (at === undefined) return undefined
    let below = title
    while (at !== below) {
      const next: string = above.get(at) as string
      above.set(below, next)
      below = at
      at = next
    }
    return at
  }
  for (const { titleIds } of reservations) {
    for (const title of titleIds) if (!above.has(title)) above.set(title, title)
    for (const title of titleIds) {
      const [a, b] = [top(titleIds[0] as string) as string, top(title) as string]
      if (a !== b) above.set(textOrder(a, b) < 0 ? b : a, textOrder(a, b) < 0 ? a : b)
    }
  }
  return top
}
