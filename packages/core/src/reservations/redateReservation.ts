import { Result, Schema } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { InstantInput } from "../calendar/instantInput.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { DecisionContext } from "../decision/context.ts"
import type { Decision } from "../decision/decision.ts"
import { type DocumentHistory, inForceAt, knownAt } from "../decision/documentHistory.ts"
import { draft } from "../decision/draft.ts"
import type { EventRow } from "../decision/event.ts"
import type { Found, Lookup } from "../decision/facts.ts"
import { movedOr, type Stands, type Target } from "../decision/redating.ts"
import type { Refusals } from "../decision/refusal.ts"
import { refused } from "../decision/refused.ts"
import type { PickupSlotId } from "../pickupSlots/model.ts"
import { releaseSlot } from "../pickupSlots/release.ts"
import { closingAfter } from "./closingAfter.ts"
import { ReservationId, type ReservationRow } from "./model.ts"

/** Bring the time of a copy on the pickup shelf in line with the days and hours that hold now. */
export const RedateReservation = Schema.Struct({ reservation: ReservationId, at: InstantInput })
export type RedateReservation = typeof RedateReservation.Type

export interface RedateReservationReceipt {
  readonly reservationId: ReservationId
  readonly wasShelfUntil: number
  readonly shelfUntil: number
  /** Its pickup slot, which is free again as it begins after that; `null`: it has none, or keeps it. */
  readonly leftSlot: PickupSlotId | null
}

export const redateReservationLookup = ({ reservation: reservationId }: Pick<RedateReservation, "reservation">) =>
  ({ reservation: { reservationId }, historyOfReservation: { reservationId } }) satisfies Lookup
export type RedateReservationFacts = Found<ReturnType<typeof redateReservationLookup>>

/** Until when the copy waits: as many open days from when it was set aside as it was given then. */
export const redatedShelf = (
  reservation: ReservationRow,
  events: ReadonlyArray<EventRow>,
  at: number,
  { calendars }: DocumentHistory
): { readonly to: Instant } | Stands => {
  // Of a copy that came by a transit, and of a set, its time begins as it is ready.
  const setAside = events.findLast(({ tag }) => tag === "ReservationSetAside" || tag === "ReservationReady")
  const then = setAside && knownAt(calendars, setAside.at)?.rules.branch(reservation.pickupBranch)
  const now = inForceAt(calendars, at)?.rules.branch(reservation.pickupBranch)
  if (setAside === undefined || then === undefined || now === undefined) return { because: "rulesGone" }
  const { shelfUntil } = JSON.parse(setAside.body) as { readonly shelfUntil: Instant }
  const [last] = events.slice(-1)
  const redatedAt = last?.tag === "ReservationRedated" ? last.at : null
  const target = redatedUntil(setAside.at as Instant, shelfUntil, then, now)
  return movedOr(target, { date: reservation.shelfUntil ?? shelfUntil, redatedAt }, at)
}

const redatedUntil = (from: Instant, until: Instant, then: BranchCalendar, now: BranchCalendar): Target => {
  const late = then.localDay(until)
  // Hours that go past midnight belong to the day before.
  const day = then.closingAt(late) === until ? late : ((late - 1) as LocalDay)
  const days = then.openDaysBetween(then.localDay(from), day)
  if (closingAfter(then, from, days) !== until) return { at: until, byRule: false }
  return { at: closingAfter(now, from, days), byRule: true }
}

/** Refuses with `NothingToRedate` where the time on the shelf stays. */
export const decideRedateReservation = (
  { reservation: found, historyOfReservation }: RedateReservationFacts,
  command: RedateReservation,
  { place, history }: DecisionContext
): Result.Result<Decision<RedateReservationReceipt>, Refusals> => {
  if (found === null) return refused([{ _tag: "ReservationUnknown", reservation: command.reservation }])
  const { reservation } = found
  const { reservationId, state, shelfUntil } = reservation
  if (shelfUntil === null) return refused([{ _tag: "ReservationEnded", state }])
  const { at } = command
  const calendar = history && inForceAt(history.calendars, at)
  if (calendar === undefined) return refused([{ _tag: "CalendarNotInForce" }])
  const moved = redatedShelf(reservation, historyOfReservation, at, history as DocumentHistory)
  if ("because" in moved) return refused([{ _tag: "NothingToRedate", ...moved }])
  const work = draft(place)
  work.restOn("reservation", reservation)
  work.emit({ _tag: "ReservationRedated", reservationId, at, shelfUntil: moved.to, calendarVersion: calendar.version })
  const isTooLate = found.slot !== null && found.slot.fromAt !== null && found.slot.fromAt > moved.to
  if (isTooLate) releaseSlot(work, found, "redated", at)
  const leftSlot = isTooLate ? (found.slot?.slotId ?? null) : null
  return Result.succeed(work.decide({ reservationId, wasShelfUntil: shelfUntil, shelfUntil: moved.to, leftSlot }))
}
