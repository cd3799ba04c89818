import type { BranchCalendar } from "../calendar/calendar.ts"
import { dayNumber } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"

/** Loans that start from `from` to `to` (without them: at any time) are due by `dueBy`. */
export interface ScheduleEntry {
  readonly from?: string
  readonly to?: string
  readonly dueBy: string
}

/** Days by which loans are due, by when they start: exactly then, then at the latest, or then at the earliest. */
export interface DueSchedule {
  readonly entries: ReadonlyArray<ScheduleEntry> | "terms"
  readonly use: "exactly" | "notAfter" | "notBefore"
}

/** The day that a schedule names for a loan that starts at `start`, by the first entry that fits; `null`: none does. */
export const scheduledDay = (calendar: BranchCalendar, start: Instant, { entries }: DueSchedule): string | null => {
  const day = calendar.localDay(start)
  if (entries === "terms") return calendar.termOf(day)?.dueBy ?? null
  const fits = ({ from, to }: ScheduleEntry): boolean =>
    (from === undefined || (dayNumber(from) as number) <= day) && (to === undefined || day <= (dayNumber(to) as number))
  return entries.find(fits)?.dueBy ?? null
}

/** The day that holds when a period leads to `raw` and a schedule names `dueBy`. */
export const underSchedule = (raw: LocalDay, dueBy: string, use: DueSchedule["use"]): LocalDay => {
  const named = dayNumber(dueBy) as LocalDay
  if (use === "exactly") return named
  return (use === "notAfter" ? Math.min(raw, named) : Math.max(raw, named)) as LocalDay
}
