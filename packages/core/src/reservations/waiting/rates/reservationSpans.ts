import type { Instant } from "../../../calendar/instant.ts"
import type { ItemId, TitleId } from "../../../catalogue/model.ts"
import type { ReservationEvent } from "../../event.ts"
import type { ReservationId, ReservationRow } from "../../model.ts"
import { daysBetween } from "./spans.ts"

/**
 * A reservation from end to end. The row of one that has ended no longer says when a copy was set aside for it, so spans
 * come from its events (`reservationSpans`); a row that lives is one as it is.
 */
export interface ReservationSpan
  extends Pick<ReservationRow, "titleId" | "placedAt" | "setAsideAt" | "endedAt" | "state"> {
  /** The copy that was set aside for it last; `null`: none. */
  readonly setAsideItemId: ItemId | null
}

/**
 * The reservations that events tell of, in the order in which they were placed. Events of one reservation have to come in
 * their order; those of a reservation whose placing is not among them are left out. A copy that went elsewhere
 * (`ReservationPutBack`) is as if it had not been set aside.
 */
export const reservationSpans = (events: Iterable<ReservationEvent>): ReadonlyArray<ReservationSpan> => {
  const spans = new Map<ReservationId, ReservationSpan>()
  for (const event of events) {
    const span = event._tag === "ReservationPlaced" ? placed(event.titleId, event.at) : spans.get(event.reservationId)
    if (span !== undefined) spans.set(event.reservationId, { ...span, ...changeBy(event) })
  }
  return [...spans.values()]
}

/**
 * Days from when the copy that one reservation got last was chosen for it to its lying on the pickup shelf, by its events in
 * their order: 0 where it lay there at once. `null`: it got none, or none that came to the shelf, or it was carried there
 * without a transit, and nobody knows when.
 */
export const carriedDays = (events: Iterable<ReservationEvent>): number | null => {
  let [pickupBranch, days, chosenAt]: [string, number | null, Instant | null] = ["", null, null]
  for (const event of events)
    switch (event._tag) {
      case "ReservationPlaced":
        pickupBranch = event.pickupBranch
        break
      case "ReservationChanged":
        pickupBranch = event.set.pickupBranch ?? pickupBranch
        break
      case "ReservationSetAside":
        days = event.shelfUntil !== null && event.branch === pickupBranch ? 0 : null
        chosenAt = event.at
        break
      case "ReservationReady":
        days = chosenAt === null ? null : daysBetween(chosenAt, event.at)
        break
      case "ReservationPutBack":
        days = null
    }
  return days
}

const placed = (titleId: TitleId, placedAt: Instant): ReservationSpan => ({
  titleId,
  placedAt,
  setAsideAt: null,
  setAsideItemId: null,
  endedAt: null,
  state: "waiting"
})

const changeBy = (event: ReservationEvent): Partial<ReservationSpan> => {
  switch (event._tag) {
    case "ReservationPlaced":
    case "ReservationSuspended":
    case "ReservationResumed":
    case "ReservationChanged":
    case "ReservationMoved":
    case "ReservationRedated":
      return {}
    case "ReservationReady":
      return { setAsideAt: event.at }
    case "ReservationSetAside":
      return { state: "setAside", setAsideAt: event.at, setAsideItemId: event.itemId }
    case "ReservationPutBack":
      return { state: "waiting", setAsideAt: null, setAsideItemId: null }
    case "ReservationFilled":
      return { state: "filled", endedAt: event.at }
    case "ReservationCancelled":
      return { state: "cancelled", endedAt: event.at }
    case "ReservationExpired":
      return { state: "expired", endedAt: event.at }
  }
}
