import { bookedFor, runInto } from "../bookings/againstLoan.ts"
import type { Calendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Draft } from "../decision/draft.ts"
import type { ItemFacts, JoinedReservation, KeptReservation, OwnedBooking } from "../decision/facts.ts"
import type { CompiledPolicy } from "../policy/index.ts"
import { beginOthers } from "./beginSet.ts"
import { isComplete, joinedWith, part, setStanding } from "./joined.ts"
import { putBack } from "./putBack.ts"
import type { SetAside } from "./setAside.ts"
import { shelfOf } from "./shelfOf.ts"

interface ScannedCopy extends Pick<ItemFacts, "item" | "title" | "queue"> {
  readonly branch: string
  readonly joined: ReadonlyArray<JoinedReservation>
  readonly at: Instant
}

interface Rules {
  readonly policy: CompiledPolicy
  readonly calendar: Calendar
}

/**
 * Whether a copy that was set aside for a reservation still comes to it from here: its branch may have been closed for good, the
 * way there be forbidden, or days have come, or will before it is fetched, for which another reader has booked it.
 */
export const isStillFor = (
  kept: KeptReservation,
  { bookings = [], ...copy }: ScannedCopy & { readonly bookings?: ReadonlyArray<OwnedBooking> | undefined },
  rules: Rules
): boolean => {
  const { pickupBranch } = kept.reservation
  const comes =
    rules.calendar.branch(pickupBranch) !== undefined &&
    rules.policy.transfers.may(copy.branch, pickupBranch, copy.item)
  if (!comes || bookings.length === 0) return comes
  return runInto(bookedFor(bookings, kept.readerId, copy.at), keptUntil(kept, copy, rules)) === null
}

/** Until when it is kept if it is scanned here; what stands on its shelf already is so until the days of a booking come. */
const keptUntil = (kept: KeptReservation, copy: ScannedCopy, rules: Rules): Instant => {
  const { reservationId, pickupBranch, state } = kept.reservation
  if (state === "setAside" && pickupBranch === copy.branch) return copy.at
  const group = joinedWith(copy.joined, reservationId)
  return shelfOf(kept, { ...copy, isComplete: isComplete(group) }, rules) ?? copy.at
}

/**
 * The copy is kept for somebody: on the pickup shelf from now on, if it has just come there. One that stood there and turns up
 * at another branch is on its way again, and its days on the shelf begin anew.
 */
export const keptHere = (
  work: Draft,
  { reservation, reader, slot }: KeptReservation,
  copy: ScannedCopy,
  rules: Rules
): SetAside => {
  const { reservationId, pickupBranch, state } = reservation
  if (
    state === "setAside" &&
    pickupBranch !== copy.branch &&
    rules.policy.transfers.kept(copy.branch, pickupBranch, "reservations")
  ) {
    const { titleId } = reservation
    const { at, branch } = copy
    const { itemId } = copy.item
    putBack(work, { reservation, slot }, copy.item, at)
    work.emit({
      _tag: "ReservationSetAside",
      reservationId,
      titleId,
      itemId,
      at,
      itemVersion: work.now("item", itemId).version + 1,
      branch,
      shelfUntil: null,
      skipped: []
    })
    return { reservationId, pickupBranch, shelfUntil: null }
  }
  const isHere = state === "inTransit" && pickupBranch === copy.branch
  const group = joinedWith(copy.joined, reservationId)
  const shelf = isHere ? shelfOf({ reservation, reader }, { ...copy, isComplete: isComplete(group) }, rules) : null
  const kept = state === "inTransit" && !isHere ? {} : setStanding(group)
  if (shelf === null) return { reservationId, pickupBranch, shelfUntil: reservation.shelfUntil, ...kept }
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationReady", reservationId, at: copy.at, shelfUntil: shelf })
  if (group !== null) work.restOn("reader", reader)
  if (beginOthers(work, group, copy.at, rules)) part(work, reservationId, reader.readerId)
  return { reservationId, pickupBranch, shelfUntil: shelf, ...kept }
}
