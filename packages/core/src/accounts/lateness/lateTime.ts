import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import type { LocalDay } from "../../calendar/localDay.ts"

/** Which time counts: all of it, that of days on which the branch is open, or its opening hours alone. */
export type TimeCounted = "always" | "openDays" | "openHours"

/** Local days from `from` on and before `before`. */
export interface DayRange {
  readonly from: number
  readonly before: number
}

export interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly counted: TimeCounted
  readonly calendar: BranchCalendar
  /** Days that do not count, in order. */
  readonly without?: ReadonlyArray<DayRange>
}

/**
 * Local days of the branch after the day of the first instant, up to that of the second. For `openHours` as for
 * `openDays`. Never below zero.
 */
export const daysIn = ({ from, to, counted, calendar, without = [] }: Stretch): number => {
  const days = { from: calendar.localDay(from) + 1, before: calendar.localDay(to) + 1 }
  return sum(piecesOf(days, without), (piece) => {
    if (counted === "always") return piece.before - piece.from
    return calendar.openDaysBetween((piece.from - 1) as LocalDay, (piece.before - 1) as LocalDay)
  })
}

/** Milliseconds between two instants. Never below zero. */
export const timeIn = ({ from, to, counted, calendar, without = [] }: Stretch): number => {
  const skipped = without.map((days) => ({
    from: calendar.instantAt(days.from as LocalDay, 0),
    before: calendar.instantAt(days.before as LocalDay, 0)
  }))
  return sum(piecesOf({ from, before: to }, skipped), (piece) => {
    const [start, end] = [piece.from as Instant, piece.before as Instant]
    if (counted === "openHours") return calendar.openTimeBetween(start, end)
    return end - start - (counted === "always" ? 0 : closedTime(start, end, calendar))
  })
}

/** Milliseconds of closed days between two instants. */
const closedTime = (from: Instant, to: Instant, calendar: BranchCalendar): number => {
  let closed = 0
  for (let day = calendar.localDay(from), last = calendar.localDay(to); day <= last; day = (day + 1) as LocalDay) {
    if (calendar.isOpenDay(day)) continue
    const start = Math.max(from, calendar.instantAt(day, 0))
    const end = Math.min(to, calendar.instantAt((day + 1) as LocalDay, 0))
    closed += Math.max(0, end - start)
  }
  return closed
}

/** What ranges leave of a whole. */
const piecesOf = (whole: DayRange, without: ReadonlyArray<DayRange>): ReadonlyArray<DayRange> => {
  const pieces: Array<DayRange> = []
  let reached = whole.from
  for (const { from, before } of without) {
    if (Math.min(from, whole.before) > reached) pieces.push({ from: reached, before: Math.min(from, whole.before) })
    reached = Math.max(reached, before)
  }
  if (whole.before > reached) pieces.push({ from: reached, before: whole.before })
  return pieces
}

const sum = <A>(parts: ReadonlyArray<A>, of: (part: A) => number): number =>
  parts.reduce((total, part) => total + of(part), 0)
