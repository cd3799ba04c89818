import type { Instant } from "../../calendar/instant.ts"
import type { LocalDay } from "../../calendar/localDay.ts"
import type { Counting } from "./lateUnit.ts"
import { type Late, type LateTerms, lateUnits } from "./lateUnits.ts"

/** How long somebody may not borrow for being late, instead of paying or on top of it. */
export interface SuspensionTerms extends LateTerms, Counting {
  /** Days for each unit late. */
  readonly days: number
  readonly daysMax: number | "unlimited"
  /** Whether days on which the branch is closed count as days of suspension. */
  readonly onClosedDays: boolean
  /** Whether it begins when one ends that still runs; without it, both run at once. */
  readonly cumulative: boolean
}

export interface Suspension {
  readonly days: number
  /** The first instant at which it is over: the start of a day. */
  readonly until: Instant
}

/** The most days, however late: a hundred years. */
const longest = 36_600

/**
 * What a return costs in days, the day of the return being the first of them; `null`: nothing, or no more than what runs
 * already. `running` is until when a suspension holds. Never shorter for a later return, except in an amnesty.
 */
export const suspensionFor = (
  late: Late,
  terms: SuspensionTerms,
  running: Instant | "forever" | null = null
): Suspension | null => {
  const { unitsLate, unitsFree } = lateUnits(late, terms, terms)
  const most = terms.daysMax === "unlimited" ? longest : Math.min(terms.daysMax, longest)
  const days = Math.min((unitsLate - unitsFree) * terms.days, most)
  if (days === 0 || running === "forever") return null
  const { calendar } = late
  const runsOn = running !== null && running > late.until ? running : null
  const start = calendar.localDay(terms.cumulative ? (runsOn ?? late.until) : late.until)
  const plain = (start + days) as LocalDay
  const end = terms.onClosedDays ? plain : (calendar.addOpenDays(start, days) ?? plain)
  const until = calendar.instantAt(end, 0)
  return runsOn !== null && until <= runsOn ? null : { days, until }
}
