import { Result } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Refusal } from "../decision/refusal.ts"

export type Period = { readonly days: number } | { readonly hours: number }

/** One step on the way to a due instant: what was done, and where it led. */
export interface DueStep {
  readonly step: "period" | "closedDay" | "closing" | "endOfDay" | "sameTime" | "readerExpiry"
  readonly at: Instant
}

export interface Due {
  readonly dueAt: Instant
  readonly steps: ReadonlyArray<DueStep>
}

export type DueRefusal = Extract<Refusal, { readonly _tag: "CalendarHasNoOpenDay" }>

export interface DueTerms {
  readonly period: Period
  /** For loans of days: closing time of the last day, its end (last millisecond), or the time of day of the start. */
  readonly dueTime: "closing" | "endOfDay" | "sameTime"
  readonly closedDays: "keep" | "nextOpenDay" | "previousOpenDay"
  readonly calendar: BranchCalendar
  readonly from: Instant
  /** The due instant lies never behind this; `null`: no such end. */
  readonly notAfter: Instant | null
}

const hourMs = 3_600_000
const minuteMs = 60_000

/**
 * The instant at which a loan falls due. Days are local days of the branch: one of 23 or 25 hours is one day, and days
 * closed on the way count. A last day that is closed stays, or becomes the next or the previous open one; never one before
 * the start. A closed last day has no closing time: its end stands for it. Hours are exact; only where they lead to a
 * closed day does `closedDays` move them, to the end of that open day's hours.
 * Refuses `CalendarHasNoOpenDay` where none is found within 366 days.
 */
export const dueAt = (terms: DueTerms): Result.Result<Due, DueRefusal> => {
  const due = "days" in terms.period ? dueByDays(terms, terms.period.days) : dueByHours(terms, terms.period.hours)
  return terms.notAfter === null ? due : Result.map(due, (found) => cutAt(found, terms.notAfter as Instant))
}

const dueByDays = (terms: DueTerms, days: number): Result.Result<Due, DueRefusal> => {
  const { calendar, from, dueTime } = terms
  const start = calendar.localDay(from)
  const raw = (start + days) as LocalDay
  const steps: Array<DueStep> = [{ step: "period", at: calendar.instantAt(raw, 0) }]
  const day = lastDay(terms, raw, start)
  if (day === null) return noOpenDay(calendar)
  if (day !== raw) steps.push({ step: "closedDay", at: calendar.instantAt(day, 0) })
  const at = timeOfDay(terms, day, start)
  steps.push({ step: dueTime === "closing" && !calendar.isOpenDay(day) ? "endOfDay" : dueTime, at })
  return Result.succeed({ dueAt: at, steps })
}

const timeOfDay = ({ calendar, dueTime, from }: DueTerms, day: LocalDay, start: LocalDay): Instant => {
  const closing = dueTime === "closing" ? calendar.closingAt(day) : null
  if (closing !== null) return closing
  if (dueTime !== "sameTime") return endOfDay(calendar, day)
  const minutes = Math.floor((from - calendar.instantAt(start, 0)) / minuteMs)
  return calendar.instantAt(day, minutes)
}

const dueByHours = (terms: DueTerms, hours: number): Result.Result<Due, DueRefusal> => {
  const { calendar, from } = terms
  const raw = (from + hours * hourMs) as Instant
  const steps: Array<DueStep> = [{ step: "period", at: raw }]
  const rawDay = calendar.localDay(raw)
  const day = lastDay(terms, rawDay, calendar.localDay(from))
  if (day === null) return noOpenDay(calendar)
  if (day === rawDay) return Result.succeed({ dueAt: raw, steps })
  const at = calendar.closingAt(day) ?? endOfDay(calendar, day)
  steps.push({ step: "closedDay", at })
  return Result.succeed({ dueAt: at, steps })
}

const lastDay = ({ calendar, closedDays }: DueTerms, raw: LocalDay, start: LocalDay): LocalDay | null => {
  if (closedDays === "keep" || calendar.isOpenDay(raw)) return raw
  const previous = closedDays === "previousOpenDay" ? calendar.openDayUpTo(raw) : null
  return previous !== null && previous > start ? previous : calendar.openDayFrom(raw)
}

const cutAt = (due: Due, end: Instant): Due =>
  due.dueAt <= end ? due : { dueAt: end, steps: [...due.steps, { step: "readerExpiry", at: end }] }

const endOfDay = (calendar: BranchCalendar, day: LocalDay): Instant =>
  (calendar.instantAt((day + 1) as LocalDay, 0) - 1) as Instant

const noOpenDay = (calendar: BranchCalendar): Result.Result<never, DueRefusal> =>
  Result.fail({ _tag: "CalendarHasNoOpenDay", branch: calendar.code })
