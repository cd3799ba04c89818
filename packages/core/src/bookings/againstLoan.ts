import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Draft } from "../decision/draft.ts"
import type { OwnedBooking } from "../decision/facts.ts"
import type { Refusal } from "../decision/refusal.ts"
import type { ReaderId } from "../readers/model.ts"
import { endBooking } from "./end.ts"
import type { BookingRow } from "./model.ts"

/** A booking gave the due instant: the end of the reader's own, or the last opening before somebody else's. */
export interface BookingStep {
  readonly step: "booking"
  readonly at: Instant
  readonly bookedFromAt: Instant
}

/** The bookings of an item as they concern a loan of one reader. */
export interface BookedFor {
  /** The reader's own, whose days it is; `null`: none is. */
  readonly own: BookingRow | null
  /** Those of others that are not over, the first first. */
  readonly others: ReadonlyArray<BookingRow>
}

/** A booking is its reader's from the first lead day on, to the end of its last day. */
export const bookedFor = (found: ReadonlyArray<OwnedBooking>, readerId: ReaderId, at: Instant): BookedFor => ({
  own:
    found.find(
      ({ booking, readerId: whose }) => whose === readerId && booking.blockedFrom <= at && at < booking.untilAt
    )?.booking ?? null,
  others: found.flatMap(({ booking, readerId: whose }) =>
    whose !== readerId && booking.blockedUntil >= at ? [booking] : []
  )
})

/** The first booking of somebody else that a loan to this instant would run into. */
export const runInto = ({ others }: BookedFor, dueAt: Instant): BookingRow | null =>
  others.find(({ blockedFrom }) => blockedFrom <= dueAt) ?? null

export const itemBooked = ({ fromAt }: BookingRow): Refusal => ({ _tag: "ItemBooked", fromAt })

/**
 * The due instant of a loan that must not run into somebody else's booking: closing time of the last open day before its
 * lead days; after that, the last instant before them. `null`: it does not run into one that is still ahead.
 */
export const dueBeforeBooking = (
  booked: BookedFor,
  { at, dueAt, calendar }: { readonly at: Instant; readonly dueAt: Instant; readonly calendar: BranchCalendar }
): BookingStep | null => {
  const next = booked.others.find(({ blockedFrom }) => blockedFrom > at)
  if (next === undefined || dueAt < next.blockedFrom) return null
  const last = (next.blockedFrom - 1) as Instant
  const day: LocalDay | null = calendar.openDayUpTo(calendar.localDay(last))
  const closing = day === null ? null : calendar.closingAt(day)
  const before = closing !== null && closing > at && closing <= last ? closing : last
  return { step: "booking", at: before, bookedFromAt: next.fromAt }
}

/** Bookings of others that a loan to this instant goes past, by override: nobody is promised what is not there. */
export const cancelRunInto = (
  work: Draft,
  { others }: BookedFor,
  { at, dueAt, reason }: { readonly at: Instant; readonly dueAt: Instant; readonly reason: string }
): void => {
  for (const booking of others)
    if (booking.blockedFrom <= dueAt)
      endBooking(work, booking, { _tag: "BookingCancelled", because: "lentToOther", reason }, at)
}
