import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { JoinedReservation, ReservationFacts } from "../decision/facts.ts"
import { joinedWith } from "./joined.ts"
import type { ReservationId } from "./model.ts"

/** Why those end of which another was enough. */
export const otherFilled = "otherFilled"

interface OfReader {
  readonly reservationsOfReader: ReadonlyArray<ReservationFacts>
  readonly joinedOfReader?: ReadonlyArray<JoinedReservation> | undefined
}

/** One of several was enough and is filled: the others wait no longer. One whose copy lies ready already can still be fetched. */
export const endOthers = (
  work: Draft,
  { reservationsOfReader, joinedOfReader }: OfReader,
  filled: ReservationId,
  at: Instant
): void => {
  const group = joinedWith(joinedOfReader, filled)
  if (group?.kind !== "anyOf") return
  const others = new Set(group.others.map(({ reservationId }) => reservationId))
  for (const { reservation, queue } of reservationsOfReader) {
    const { reservationId, titleId, state } = reservation
    if (!others.has(reservationId) || state !== "waiting") continue
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
}
