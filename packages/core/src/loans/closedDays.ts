import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Period } from "./period.ts"

/**
 * What happens when a due date falls where the branch is closed.
 * - `keep`: nothing.
 * - `nextOpenDay`, `previousOpenDay`: that day; never one at or before the day of the start.
 * - `sameWeekday`: for lengths that 7 divides, the same weekday of the next week in which it is open; else the next open day.
 * - `skipClosed`: closed days do not count for loans of days and weeks; what is due on one all the same, by a fixed day or
 *   after months, moves to the next open day.
 * - `endOfOpenHours`: back to the end of the hours before; where they ended before the start, on to the next opening.
 * - `startOfNextOpenHours`: on to the next opening, and some minutes. For loans of days these two are the previous and
 *   the next open day, and look at the hours only where a loan is due at the same time of day.
 */
export type ClosedDays =
  | "keep"
  | "nextOpenDay"
  | "previousOpenDay"
  | "sameWeekday"
  | "skipClosed"
  | "endOfOpenHours"
  | "startOfNextOpenHours"

/** The day on which what would be due on `raw` is due; `null`: no open day in reach. */
export const dueDay = (
  calendar: BranchCalendar,
  closedDays: ClosedDays,
  raw: LocalDay,
  start: LocalDay,
  period: Period
): LocalDay | null => {
  if (closedDays === "keep" || calendar.isOpenDay(raw)) return raw
  const back = closedDays === "previousOpenDay" || closedDays === "endOfOpenHours"
  const previous = back ? calendar.openDayUpTo(raw) : null
  if (previous !== null && previous > start) return previous
  const same = closedDays === "sameWeekday" && isWholeWeeks(period) ? calendar.sameWeekdayFrom(raw) : null
  return same ?? calendar.openDayFrom(raw)
}

const isWholeWeeks = (period: Period): boolean => "weeks" in period || ("days" in period && period.days % 7 === 0)

/** Where opening hours move an instant to, by the two strategies that look at them; `null`: no hours in reach. */
export const dueWithinHours = (
  calendar: BranchCalendar,
  closedDays: "endOfOpenHours" | "startOfNextOpenHours",
  raw: Instant,
  start: Instant,
  offsetMinutes: number
): Instant | null => {
  if (calendar.isOpenAt(raw)) return raw
  const before = closedDays === "endOfOpenHours" ? calendar.hoursBefore(raw) : null
  if (before !== null && before.to > start) return before.to
  const next = calendar.hoursAfter(raw)
  if (next === null) return null
  const offset = closedDays === "startOfNextOpenHours" ? offsetMinutes * 60_000 : 0
  return Math.min(next.from + offset, next.to) as Instant
}

export const looksAtHours = (closedDays: ClosedDays): closedDays is "endOfOpenHours" | "startOfNextOpenHours" =>
  closedDays === "endOfOpenHours" || closedDays === "startOfNextOpenHours"
