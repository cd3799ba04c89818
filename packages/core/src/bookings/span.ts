import type { BranchCalendar } from "../calendar/calendar.ts"
import { endOfDay } from "../calendar/endOfDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { BookingRow } from "./model.ts"

/** When an item is booked, and when nobody else may have it. */
export type BookedSpan = Pick<BookingRow, "fromAt" | "untilAt" | "blockedFrom" | "blockedUntil">

interface Wished {
  readonly from: Instant
  readonly until: Instant
}

/**
 * The days of a booking, as local days of the branch: from the beginning of the day of `from` to the closing time of the
 * day of `until`, or its end where it is closed or hours pass midnight. `leadDays` before and `trailDays` after it, closed ones counted, nobody
 * else may have the item: from the beginning of the first of them to the end of the last.
 */
export const bookedSpan = (
  calendar: BranchCalendar,
  { from, until }: Wished,
  { leadDays, trailDays }: { readonly leadDays: number; readonly trailDays: number }
): BookedSpan => {
  const [first, last] = [calendar.localDay(from), calendar.localDay(until)]
  const end = endOfDay(calendar, last)
  const dayAt = (day: number): LocalDay => day as LocalDay
  return {
    fromAt: calendar.instantAt(first, 0),
    untilAt: Math.min(calendar.closingAt(last) ?? end, end) as Instant,
    blockedFrom: calendar.instantAt(dayAt(first - leadDays), 0),
    blockedUntil: endOfDay(calendar, dayAt(last + trailDays))
  }
}

/** How many local days it lasts, the first and the last one counted. */
export const daysOf = (calendar: BranchCalendar, { from, until }: Wished): number =>
  calendar.localDay(until) - calendar.localDay(from) + 1

type Blocked = Pick<BookingRow, "blockedFrom" | "blockedUntil">

/** Whether two stretches in which an item is blocked meet. */
export const meets = (one: Blocked, other: Blocked): boolean =>
  one.blockedFrom <= other.blockedUntil && other.blockedFrom <= one.blockedUntil
