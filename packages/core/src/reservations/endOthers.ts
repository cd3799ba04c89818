import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ReservationFacts } from "../decision/facts.ts"
import type { JoinedWith } from "./joined.ts"
import type { ReservationRow } from "./model.ts"

/** Why those end of which another was enough. */
export const otherFilled = "otherFilled"

/**
 * One of several was enough and is filled: the others wait no longer; one whose copy lies ready already can still be fetched.
 * Gives those that ended.
 */
export const endOthers = (
  work: Draft,
  group: JoinedWith | null,
  reservationsOfReader: ReadonlyArray<ReservationFacts>,
  at: Instant
): ReadonlyArray<ReservationRow> => {
  if (group?.kind !== "anyOf") return []
  const others = new Set(group.others.map(({ reservation }) => reservation.reservationId))
  const waiting = reservationsOfReader.filter(
    ({ reservation: { reservationId, state } }) => others.has(reservationId) && state === "waiting"
  )
  for (const { reservation, queue } of waiting) {
    const { reservationId, titleId } = reservation
    work.restOn("titleQueue", queue)
    work.restOn("reservation", reservation)
    work.emit({
      _tag: "ReservationCancelled",
      reservationId,
      titleId,
      at,
      reason: otherFilled,
      wasWaiting: true,
      released: null
    })
    work.cut("reservationReader", reservationId)
  }
  return waiting.map(({ reservation }) => reservation)
}
