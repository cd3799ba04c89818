import type { Result } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { Asked } from "../decision/consult.ts"
import { type Due, type DueRefusal, dueAt } from "./dueAt.ts"
import type { DueSchedule } from "./dueSchedule.ts"

/** The due instant of a loan that starts at `from`, by the policy's own settings; `null` while a setting is missing. */
export const dueFor = (
  asked: Asked,
  calendar: BranchCalendar,
  from: Instant,
  expiresAt: Instant | null,
  period = asked.required("loanPeriod")
): Result.Result<Due, DueRefusal> | null => {
  const dueTime = asked.required("dueTime")
  const closedDays = asked.required("closedDays")
  const cut = asked.optional("dueCutAtExpiry", false)
  if (period === undefined || dueTime === undefined || closedDays === undefined) return null
  return dueAt({
    period,
    dueTime,
    closedDays,
    calendar,
    from,
    notAfter: cut === false ? null : expiresAt,
    cutToOpen: cut === "open",
    schedule: scheduleOf(asked),
    openingOffsetMinutes: asked.optional("openingOffsetMinutes", 0)
  })
}

const scheduleOf = (asked: Asked): DueSchedule | null => {
  const entries = asked.optional("dueSchedule", null)
  return entries === null ? null : { entries, use: asked.optional("dueScheduleUse", "exactly") }
}
