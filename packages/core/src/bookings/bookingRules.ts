import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { ItemRow } from "../catalogue/model.ts"
import { statusActions } from "../catalogue/statusActions.ts"
import type { Asked } from "../decision/consult.ts"
import type { OwnedBooking } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type BookedSpan, bookedSpan, daysOf, meets } from "./span.ts"

interface Wish {
  readonly from: Instant
  readonly until: Instant
  readonly at: Instant
  /** The first day of what is changed: it may stay though it passed. */
  readonly fromBefore?: Instant
}

/** The days that are asked for with their lead and trail, and what the policy has against them. */
export const spanByRule = (
  { from, until, at, fromBefore }: Wish,
  calendar: BranchCalendar,
  asked: Asked
): { readonly span: BookedSpan; readonly refusals: ReadonlyArray<Refusal> } => {
  const span = bookedSpan(
    calendar,
    { from, until },
    { leadDays: asked.optional("bookingLeadDays", 0), trailDays: asked.optional("bookingTrailDays", 0) }
  )
  const refusals: Array<Refusal> = []
  const today = calendar.localDay(at)
  const first = calendar.localDay(from)
  const begins = first >= today || (fromBefore !== undefined && first === calendar.localDay(fromBefore))
  const days = daysOf(calendar, { from, until })
  if (!begins || days < 1 || span.untilAt <= at)
    refusals.push({ _tag: "SpanNotAhead", fromAt: span.fromAt, untilAt: span.untilAt })
  const daysMax = asked.optional("bookingDaysMax", "unlimited")
  if (daysMax !== "unlimited" && days > daysMax) refusals.push({ _tag: "BookingTooLong", days, daysMax })
  const aheadMax = asked.optional("bookedAheadDaysMax", "unlimited")
  if (aheadMax !== "unlimited" && first - today > aheadMax)
    refusals.push({ _tag: "BookingTooFarAhead", latestAt: calendar.instantAt((today + aheadMax) as LocalDay, 0) })
  return { span, refusals }
}

interface Standing {
  readonly item: Pick<ItemRow, "status">
  /** When what is lent now is due; `null`: it is not lent. */
  readonly dueAt: Instant | null
  /** Until when it is kept for another reader; `null`: it is not. */
  readonly keptUntil: Instant | null
  /** Live bookings of the item, without the one that is changed. */
  readonly others: ReadonlyArray<OwnedBooking>
}

/**
 * What stands in the way of having the item in these days: another booking, a loan that ends too late for it, or somebody who may
 * still fetch it then.
 */
export const itemAgainstSpan = (
  { item, dueAt, keptUntil, others }: Standing,
  span: BookedSpan
): ReadonlyArray<Refusal> => {
  const refusals: Array<Refusal> = []
  if (statusActions[item.status].reserve === null)
    refusals.push({ _tag: "ItemStatusForbids", status: item.status, action: "book" })
  if (dueAt !== null && dueAt >= span.blockedFrom) refusals.push({ _tag: "ItemDueLater", dueAt })
  if (keptUntil !== null && keptUntil >= span.blockedFrom)
    refusals.push({ _tag: "ItemKeptMeanwhile", untilAt: keptUntil })
  const taken = others.find(({ booking }) => meets(booking, span))
  if (taken !== undefined) {
    const { blockedFrom, blockedUntil } = taken.booking
    refusals.push({ _tag: "ItemBookedMeanwhile", fromAt: blockedFrom, untilAt: blockedUntil })
  }
  return refusals
}
