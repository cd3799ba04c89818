import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { ItemFacts, KeptReservation } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderId } from "../readers/model.ts"
import { shelfOf } from "../reservations/shelfOf.ts"

interface Wish extends Pick<ItemFacts, "item" | "title" | "queue"> {
  /** Who books it. */
  readonly readerId: ReaderId
  readonly at: Instant
}

/**
 * Until when an item is kept for the reservation of another reader; on its way, as if it came to the pickup shelf now. `null`:
 * it is not, or no longer.
 */
export const keptForOther = (
  kept: KeptReservation | null,
  { readerId, at, ...copy }: Wish,
  rules: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): Instant | null => {
  if (kept === null || kept.readerId === readerId) return null
  const until = kept.reservation.shelfUntil ?? shelfOf(kept, { ...copy, isComplete: true, at }, rules)
  return until === null || until < at ? null : (until as Instant)
}
