import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { JoinedReservation, ReservationFacts } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import type { ReaderId } from "../readers/model.ts"
import { joinedWith } from "./joined.ts"
import type { ReservationRow } from "./model.ts"
import { beginWithoutOne } from "./withoutOne.ts"

/** Why those end of which another was enough. */
export const otherFilled = "otherFilled"

interface OfReader {
  readonly reservationsOfReader: ReadonlyArray<ReservationFacts>
  readonly joinedOfReader?: ReadonlyArray<JoinedReservation> | undefined
}

/**
 * One of several was enough and is filled: the others wait no longer; one whose copy lies ready already can still be fetched.
 * One of a set was fetched before the others: the set goes on without it.
 */
export const endOthers = (
  work: Draft,
  { reservationsOfReader, joinedOfReader }: OfReader,
  filled: ReservationRow,
  of: { readonly readerId: ReaderId; readonly at: Instant },
  rules: { readonly policy: CompiledPolicy; readonly calendar: Calendar }
): void => {
  const { at } = of
  const group = joinedWith(joinedOfReader, filled.reservationId)
  if (filled.state !== "setAside") beginWithoutOne(work, group, of, rules)
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
