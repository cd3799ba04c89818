import type { BranchCalendar } from "../calendar/calendar.ts"
import { addMonths, dayNumber } from "../calendar/civilDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"

/** How long a loan lasts: a length, a day, or an event of the branch's days. */
export type Period =
  | { readonly minutes: number }
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  /** To a fixed day. */
  | { readonly until: string }
  /** To the end of the term that it starts in, or to closing time of the day. */
  | { readonly to: "termEnd" | "closing" }
  /** Overnight: to the first opening of the next open day, and some minutes. */
  | { readonly to: "nextOpening"; readonly graceMinutes?: number }

/** Where a period leads before anything else is asked: to a day, to an instant, or to nothing. */
export type RawEnd =
  | { readonly day: LocalDay }
  | { readonly at: Instant; readonly whileOpen: boolean }
  | "noOpenDay"
  | "outsideSchedule"

const minuteMs = 60_000

/** The end of a period that starts at `from`. With `openDaysOnly`, days and weeks count open days alone. */
export const rawEnd = (calendar: BranchCalendar, from: Instant, period: Period, openDaysOnly: boolean): RawEnd => {
  const start = calendar.localDay(from)
  if ("minutes" in period) return { at: (from + period.minutes * minuteMs) as Instant, whileOpen: false }
  if ("hours" in period) return { at: (from + period.hours * 60 * minuteMs) as Instant, whileOpen: false }
  if ("months" in period) return { day: addMonths(start, period.months) as LocalDay }
  if ("until" in period) return { day: dayNumber(period.until) as LocalDay }
  if ("to" in period) return eventEnd(calendar, from, period)
  const days = "weeks" in period ? period.weeks * 7 : period.days
  const day = openDaysOnly ? calendar.addOpenDays(start, days) : ((start + days) as LocalDay)
  return day === null ? "noOpenDay" : { day }
}

const eventEnd = (
  calendar: BranchCalendar,
  from: Instant,
  period: Extract<Period, { readonly to: string }>
): RawEnd => {
  if (period.to === "termEnd") {
    const term = calendar.termOf(calendar.localDay(from))
    return term === null ? "outsideSchedule" : { day: dayNumber(term.dueBy) as LocalDay }
  }
  const at =
    period.to === "nextOpening" ? nextMorning(calendar, from, period.graceMinutes ?? 0) : nextClosing(calendar, from)
  return at === null ? "noOpenDay" : { at, whileOpen: true }
}

/** The first end of a day's hours after `from`; a night's hours belong to the day on which they began. */
const nextClosing = (calendar: BranchCalendar, from: Instant): Instant | null => {
  for (let day = servedDay(calendar, from); ; day = (day + 1) as LocalDay) {
    const open = calendar.openDayFrom(day)
    const closing = open === null ? null : calendar.closingAt(open)
    if (open === null || closing === null || closing > from) return closing
    day = open
  }
}

const nextMorning = (calendar: BranchCalendar, from: Instant, graceMinutes: number): Instant | null => {
  const day = calendar.openDayFrom((servedDay(calendar, from) + 1) as LocalDay)
  if (day === null) return null
  const spans = [...calendar.spans(day)].sort((a, b) => a.from - b.from)
  const [{ from: opens, to: closes }] = spans as [{ readonly from: number; readonly to: number }]
  return calendar.instantAt(day, Math.min(opens + graceMinutes, closes))
}

/** Yesterday while its night is not over, else today. */
const servedDay = (calendar: BranchCalendar, at: Instant): LocalDay => {
  const today = calendar.localDay(at)
  const yesterday = (today - 1) as LocalDay
  const closing = calendar.closingAt(yesterday)
  return closing !== null && closing > at ? yesterday : today
}
