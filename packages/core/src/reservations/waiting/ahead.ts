import type { Instant } from "../../calendar/instant.ts"
import type { WaitingCount } from "../../decision/facts.ts"
import type { ReservationRow } from "../model.ts"
import { overlaps, type Target, targetOf } from "../target.ts"
import type { WaitQuestion } from "./question.ts"

type Timing = Pick<ReservationRow, "notBefore" | "suspended" | "suspendedUntil">

/**
 * First instant at which a reservation takes a copy that comes free: `at`, if it does so now; `null`: not before it is
 * resumed.
 */
export const takesFrom = ({ notBefore, suspended, suspendedUntil }: Timing, at: Instant): Instant | null => {
  if (suspended === 1 && suspendedUntil === null) return null
  return Math.max(at, notBefore ?? at, suspended === 1 ? (suspendedUntil ?? at) : at) as Instant
}

/**
 * Of those that wait before a reservation, the ones that the same copy could fill, as a question counts them. Who is suspended
 * until nobody knows when is passed over, and not counted.
 */
export const aheadOf = (target: Target, groups: Iterable<WaitingCount>, at: Instant): WaitQuestion["ahead"] => {
  let waiting = 0
  const suspendedUntil: Array<Instant> = []
  for (const group of groups) {
    if (!overlaps(target, targetOf(group))) continue
    const from = takesFrom(group, at)
    if (from === null) continue
    if (from <= at) waiting += group.count
    else for (let nth = 0; nth < group.count; nth++) suspendedUntil.push(from)
  }
  return { waiting, suspendedUntil }
}
