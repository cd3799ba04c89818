import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { JoinedReservation } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { isComplete, type JoinedWith, part } from "./joined.ts"
import { shelfOf } from "./shelfOf.ts"

interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

/**
 * The time on the pickup shelf begins for copies that were kept for the rest of a set: for each as long as for any such copy.
 * One at a branch that was closed for good stays as it was.
 */
export const beginKept = (work: Draft, kept: ReadonlyArray<JoinedReservation>, at: Instant, rules: Rules): void => {
  for (const { reservation, reader, copy } of kept) {
    const shelfUntil = copy === null ? null : shelfOf({ reservation, reader }, { ...copy, isComplete: true, at }, rules)
    if (shelfUntil === null) continue
    work.restOn("reservation", reservation)
    work.emit({ _tag: "ReservationReady", reservationId: reservation.reservationId, at, shelfUntil })
  }
}

/**
 * All copies of a set are there: their time begins, and from then on each stands by itself. A set that is joined still was not
 * begun.
 */
export const beginTogether = (work: Draft, kept: ReadonlyArray<JoinedReservation>, at: Instant, rules: Rules): void => {
  beginKept(work, kept, at, rules)
  for (const { reservation, reader } of kept) part(work, reservation.reservationId, reader.readerId)
}

/** Its own copy came, was fetched before or is given up: the others of its set begin if all of theirs are there. Says whether. */
export const beginOthers = (work: Draft, group: JoinedWith | null, at: Instant, rules: Rules): boolean => {
  const begins = group?.kind === "together" && isComplete(group)
  if (begins) beginTogether(work, group.others, at, rules)
  return begins
}
