import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"

const hourMs = 3_600_000

export interface Stay {
  readonly from: Instant
  readonly to: Instant
  readonly per: "day" | "hour"
  /** Whether days on which the branch is closed count. */
  readonly countClosedDays: boolean
  readonly calendar: BranchCalendar
}

/**
 * Days or hours from one instant to another; a begun one counts whole. Days are local days of the branch after the day
 * of the first instant; hours count as they pass. Those of closed days count only if told. Never below zero.
 */
export const unitsBetween = (stay: Stay): number => {
  if (stay.to <= stay.from) return 0
  return stay.per === "day" ? days(stay) : hours(stay)
}

const days = ({ from, to, countClosedDays, calendar }: Stay): number => {
  const first = calendar.localDay(from)
  const last = calendar.localDay(to)
  if (countClosedDays) return last - first
  let count = 0
  for (let day = first + 1; day <= last; day++) if (calendar.isOpenDay(day as LocalDay)) count++
  return count
}

const hours = ({ from, to, countClosedDays, calendar }: Stay): number => {
  let passed = to - from
  const last = calendar.localDay(to)
  for (let day = calendar.localDay(from); !countClosedDays && day <= last; day = (day + 1) as LocalDay) {
    if (calendar.isOpenDay(day)) continue
    const start = Math.max(from, calendar.instantAt(day, 0))
    const end = Math.min(to, calendar.instantAt((day + 1) as LocalDay, 0))
    passed -= Math.max(0, end - start)
  }
  return Math.ceil(passed / hourMs)
}
