import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import { daysIn, timeIn } from "./lateness/lateTime.ts"

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
export const unitsBetween = ({ per, countClosedDays, ...stay }: Stay): number => {
  const stretch = { ...stay, counted: countClosedDays ? "always" : "openDays" } as const
  return per === "day" ? daysIn(stretch) : Math.ceil(timeIn(stretch) / hourMs)
}
