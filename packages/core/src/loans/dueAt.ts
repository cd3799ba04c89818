import { Result } from "effect"
import type { BranchCalendar } from "../calendar/calendar.ts"
import { dayNumber } from "../calendar/civilDay.ts"
import { endOfDay } from "../calendar/endOfDay.ts"
import type { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { Refusal } from "../decision/refusal.ts"
import { type ClosedDays, dueDay, dueWithinHours, looksAtHours } from "./closedDays.ts"
import { type DueSchedule, scheduledDay, underSchedule } from "./dueSchedule.ts"
import { type Period, rawEnd } from "./period.ts"

export type DueTime = "closing" | "endOfDay" | "sameTime"

/**
 * One step on the way to a due instant: what was done, by what, and where it led. A step that leads to a day stands at
 * the midnight with which that day begins. Each follows from the one before it and the calendar alone.
 */
export type DueStep =
  | { readonly step: "period"; readonly at: Instant; readonly period: Period; readonly openDaysOnly: boolean }
  | {
      readonly step: "schedule" | "cap"
      readonly at: Instant
      readonly dueBy: string
      readonly use: DueSchedule["use"]
    }
  | { readonly step: "closedDay"; readonly at: Instant; readonly closedDays: ClosedDays }
  | {
      readonly step: "openingHours"
      readonly at: Instant
      readonly closedDays: ClosedDays
      readonly offsetMinutes: number
    }
  | { readonly step: DueTime; readonly at: Instant }
  | { readonly step: "readerExpiry"; readonly at: Instant; readonly expiresAt: Instant }

export interface Due {
  readonly dueAt: Instant
  readonly steps: ReadonlyArray<DueStep>
}

export type DueRefusal = Extract<
  Refusal,
  { readonly _tag: "CalendarHasNoOpenDay" | "OutsideDueSchedule" | "DueDatePassed" }
>

export interface DueTerms {
  readonly period: Period
  /** For loans that lead to a day: closing time of that day, its end (last millisecond), or the time of day of the start. */
  readonly dueTime: DueTime
  readonly closedDays: ClosedDays
  readonly calendar: BranchCalendar
  readonly from: Instant
  /** The due instant lies never behind this; `null`: no such end. */
  readonly notAfter: Instant | null
  /** Whether what is cut at that end moves back further, to an instant that the rest of the terms allows. */
  readonly cutToOpen?: boolean
  readonly schedule?: DueSchedule | null
  /** Minutes after an opening, where `startOfNextOpenHours` moves to one. */
  readonly openingOffsetMinutes?: number
}

type Found<A> = Result.Result<A, DueRefusal>

/**
 * The instant at which a loan falls due. Days are local days of the branch: one of 23 or 25 hours is one day. Minutes and
 * hours are exact. First the period, then a schedule, then closed days or hours, then the time of the day; a schedule's
 * latest day and the reader's expiry hold against all of these. A closed last day that is kept has no closing time: its
 * end stands for it. Hours that lead to a closed day move, but for the strategies that look at hours, to the end of the
 * hours of the day that `closedDays` finds.
 *
 * Never earlier for a later start, but for: `sameWeekday`; hours and minutes that a closed day moves to closing time; an
 * offset after opening; and `sameTime` where closed days, a shorter month or a change of the clock move the day or the time.
 *
 * Refuses `CalendarHasNoOpenDay` where none is found within 366 days, `OutsideDueSchedule` where a schedule or the terms
 * have no day for this start, and `DueDatePassed` where the fixed day they have lies behind it.
 */
export const dueAt = (terms: DueTerms): Result.Result<Due, DueRefusal> => {
  const raw = scheduled(terms)
  if (Result.isFailure(raw)) return Result.fail(raw.failure)
  const placed = placedByRule(terms, raw.success)
  if (Result.isFailure(placed)) return Result.fail(placed.failure)
  const steps = placed.success
  if (raw.success.fixed && last(steps).at <= terms.from)
    return Result.fail({ _tag: "DueDatePassed", dueAt: last(steps).at })
  addCap(terms, raw.success, steps)
  addExpiry(terms, raw.success, steps)
  return Result.succeed({ dueAt: last(steps).at, steps })
}

/** Where period and schedule lead. */
interface Raw {
  /** `null`: they lead to an instant. */
  readonly day: LocalDay | null
  readonly at: Instant
  /** At an instant that opening hours have given already. */
  readonly whileOpen: boolean
  /** By a day that somebody wrote down, not by a length. */
  readonly fixed: boolean
  /** Behind this the schedule forbids to be due. */
  readonly dueBy: string | null
  readonly steps: ReadonlyArray<DueStep>
}

const scheduled = (terms: DueTerms): Found<Raw> => {
  const { calendar, from, period, schedule = null } = terms
  const openDaysOnly = terms.closedDays === "skipClosed" && ("days" in period || "weeks" in period)
  const end = rawEnd(calendar, from, period, openDaysOnly)
  if (end === "noOpenDay") return noOpenDay(calendar)
  if (end === "outsideSchedule") return Result.fail({ _tag: "OutsideDueSchedule", startsAt: from })
  const day = "day" in end ? end.day : null
  const at = "day" in end ? calendar.instantAt(end.day, 0) : end.at
  const whileOpen = "at" in end && end.whileOpen
  const step: DueStep = { step: "period", at, period, openDaysOnly }
  const fixed = "until" in period || ("to" in period && period.to === "termEnd")
  if (schedule === null) return Result.succeed({ day, at, whileOpen, fixed, dueBy: null, steps: [step] })

  const dueBy = scheduledDay(calendar, from, schedule)
  if (dueBy === null) return Result.fail({ _tag: "OutsideDueSchedule", startsAt: from })
  const rawDay = day ?? calendar.localDay(at)
  const named = underSchedule(rawDay, dueBy, schedule.use)
  const limit = schedule.use === "notAfter" ? dueBy : null
  if (named === rawDay && schedule.use !== "exactly")
    return Result.succeed({ day, at, whileOpen, fixed, dueBy: limit, steps: [step] })
  const moved = calendar.instantAt(named, 0)
  return Result.succeed({
    day: named,
    at: moved,
    whileOpen: false,
    fixed: true,
    dueBy: limit,
    steps: [step, { step: "schedule", at: moved, dueBy, use: schedule.use }]
  })
}

const placedByRule = (terms: DueTerms, raw: Raw): Found<Array<DueStep>> => {
  if (raw.whileOpen) return Result.succeed([...raw.steps])
  return raw.day === null ? placedInstant(terms, raw) : placedDay(terms, raw, raw.day)
}

const placedDay = (terms: DueTerms, raw: Raw, rawDay: LocalDay): Found<Array<DueStep>> => {
  const { calendar, closedDays, dueTime, from, period } = terms
  const steps = [...raw.steps]
  const day = dueDay(calendar, closedDays, rawDay, calendar.localDay(from), period)
  if (day === null) return noOpenDay(calendar)
  if (day !== rawDay) steps.push({ step: "closedDay", at: calendar.instantAt(day, 0), closedDays })
  const at = timeOfDay(terms, day)
  steps.push({ step: dueTime === "closing" && !calendar.isOpenDay(day) ? "endOfDay" : dueTime, at })
  return dueTime === "sameTime" && looksAtHours(closedDays) ? placedInHours(terms, at, steps) : Result.succeed(steps)
}

const placedInstant = (terms: DueTerms, raw: Raw): Found<Array<DueStep>> => {
  const { calendar, closedDays, from, period } = terms
  const steps = [...raw.steps]
  if (looksAtHours(closedDays)) return placedInHours(terms, raw.at, steps)
  const rawDay = calendar.localDay(raw.at)
  const day = dueDay(calendar, closedDays, rawDay, calendar.localDay(from), period)
  if (day === null) return noOpenDay(calendar)
  if (day !== rawDay) steps.push({ step: "closedDay", at: calendar.closingAt(day) as Instant, closedDays })
  return Result.succeed(steps)
}

const placedInHours = (terms: DueTerms, raw: Instant, steps: Array<DueStep>): Found<Array<DueStep>> => {
  const { calendar, closedDays, from, openingOffsetMinutes: offsetMinutes = 0 } = terms
  if (!looksAtHours(closedDays)) return Result.succeed(steps)
  const at = dueWithinHours(calendar, closedDays, raw, from, offsetMinutes)
  if (at === null) return noOpenDay(calendar)
  if (at !== raw) steps.push({ step: "openingHours", at, closedDays, offsetMinutes })
  return Result.succeed(steps)
}

/** Closed days may have moved what is due behind the latest day of a schedule: back to the last open one up to it. */
const addCap = (terms: DueTerms, raw: Raw, steps: Array<DueStep>): void => {
  if (raw.dueBy === null) return
  const day = dayNumber(raw.dueBy) as LocalDay
  const end = endOfDay(terms.calendar, day)
  const latest = Math.max(end, terms.calendar.closingAt(day) ?? end) as Instant
  if (last(steps).at <= latest) return
  steps.push({ step: "cap", at: lastAllowed(terms, raw, latest), dueBy: raw.dueBy, use: "notAfter" })
}

const addExpiry = (terms: DueTerms, raw: Raw, steps: Array<DueStep>): void => {
  const { notAfter: expiresAt, cutToOpen = false } = terms
  if (expiresAt === null || last(steps).at <= expiresAt) return
  steps.push({ step: "readerExpiry", at: cutToOpen ? lastAllowed(terms, raw, expiresAt) : expiresAt, expiresAt })
}

/** The last instant up to `end` and after the start that the rule allows on an open day; where there is none, `end`. */
const lastAllowed = (terms: DueTerms, raw: Raw, end: Instant): Instant => {
  const { calendar, closedDays, from } = terms
  if (closedDays === "keep") return end
  if (raw.day === null || looksAtHours(closedDays)) {
    const at = calendar.isOpenAt(end) ? end : calendar.hoursBefore(end)?.to
    return at !== undefined && at > from ? at : end
  }
  const start = calendar.localDay(from)
  for (let day = calendar.openDayUpTo(calendar.localDay(end)); day !== null && day >= start; ) {
    const at = timeOfDay(terms, day)
    if (at <= end) return at > from ? at : end
    day = calendar.openDayUpTo((day - 1) as LocalDay)
  }
  return end
}

const timeOfDay = ({ calendar, dueTime, from }: DueTerms, day: LocalDay): Instant => {
  if (dueTime === "sameTime") return calendar.instantAt(day, calendar.localTime(from) / 60_000)
  return (dueTime === "closing" ? calendar.closingAt(day) : null) ?? endOfDay(calendar, day)
}

const last = (steps: ReadonlyArray<DueStep>): DueStep => steps.at(-1) as DueStep

const noOpenDay = (calendar: BranchCalendar): Result.Result<never, DueRefusal> =>
  Result.fail({ _tag: "CalendarHasNoOpenDay", branch: calendar.code })
