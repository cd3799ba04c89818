import type { BranchCalendar } from "../../calendar/calendar.ts"
import type { Instant } from "../../calendar/instant.ts"
import { type Amnesty, daysSkipped, isFree } from "./amnesty.ts"
import { daysIn, type TimeCounted, timeIn } from "./lateTime.ts"
import { baseOf, type Counting, type Length, lengthIn, unitsIn } from "./lateUnit.ts"

/** How late something is. */
export interface Late {
  readonly dueAt: Instant
  /** When it came back, or until when one asks. */
  readonly until: Instant
  readonly calendar: BranchCalendar
}

/** Which lateness counts. */
export interface LateTerms {
  /** Which time counts. */
  readonly counted: TimeCounted
  /** Late by no more than this counts for nothing. */
  readonly grace: Length
  /** Whether, once grace has run out, its time counts too. */
  readonly graceIncluded: boolean
  /** Which time uses grace up. */
  readonly graceCounted: TimeCounted
  readonly amnesties: ReadonlyArray<Amnesty>
}

export interface UnitsLate {
  /** Units after the due instant, of those that count. */
  readonly unitsLate: number
  /** Those of them that are free: grace, or all of them in an amnesty. */
  readonly unitsFree: number
}

/**
 * How many units late something is. Days, and what is made of them, are local days of the branch after that of the due
 * instant: later on the due day itself is in time. Minutes and hours count as they pass. Less later only when an
 * amnesty begins.
 */
export const lateUnits = (late: Late, terms: LateTerms, counting: Counting): UnitsLate => {
  const base = baseOf(counting.per)
  const without = daysSkipped(terms.amnesties)
  const measured = (to: Instant, counted: TimeCounted): number =>
    (base === "days" ? daysIn : timeIn)({ from: late.dueAt, to, counted, calendar: late.calendar, without })
  const passed = measured(late.until, terms.counted)
  const unitsLate = unitsIn(passed, counting)
  if (isFree(terms.amnesties, late.calendar.localDay(late.until))) return { unitsLate, unitsFree: unitsLate }

  const grace = lengthIn(terms.grace, base)
  const alike = terms.graceCounted === terms.counted
  const usesGrace = (to: Instant): boolean => measured(to, terms.graceCounted) <= grace
  if (alike ? passed <= grace : usesGrace(late.until)) return { unitsLate, unitsFree: unitsLate }
  if (terms.graceIncluded) return { unitsLate, unitsFree: 0 }
  const free = alike ? grace : measured(lastInstant(late.dueAt, late.until, usesGrace), terms.counted)
  return { unitsLate, unitsFree: unitsLate - unitsIn(passed - free, counting) }
}

/** The last instant of a stretch at which something holds that holds at its start and not at its end. */
const lastInstant = (from: Instant, to: Instant, holds: (at: Instant) => boolean): Instant => {
  let [last, over] = [from, to]
  while (over - last > 1) {
    const middle = Math.floor((last + over) / 2) as Instant
    if (holds(middle)) last = middle
    else over = middle
  }
  return last
}
