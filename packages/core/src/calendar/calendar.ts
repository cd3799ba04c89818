import { dayNumber } from "./civilDay.ts"
import { closureTest, weekdayOf, weekdays } from "./closures.ts"
import type { BranchDocument, CalendarDocument } from "./document.ts"
import type { Instant } from "./instant.ts"
import type { LocalDay } from "./localDay.ts"
import { type OpenHoursSearch, openHoursSearch } from "./openHours.ts"
import { type Term, termFinder } from "./terms.ts"
import { zoneOf } from "./zone.ts"

/** Opening hours of a day, in minutes from its local midnight; `to` may pass 1,440 into the next day. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Days and hours of one branch, in its own time zone. Pure; nothing of it depends on the server's zone. */
export interface BranchCalendar extends OpenHoursSearch {
  readonly code: string
  readonly zone: string
  readonly localDay: (instant: Instant) => LocalDay
  /** What the clock on the wall shows, in milliseconds from 00:00. */
  readonly localTime: (instant: Instant) => number
  /** The instant of a local day and minutes from its midnight. A time that exists twice: the first; one that is skipped: moved on by the gap. */
  readonly instantAt: (day: LocalDay, minutes: number) => Instant
  readonly spans: (day: LocalDay) => ReadonlyArray<Span>
  readonly isOpenDay: (day: LocalDay) => boolean
  readonly isOpenAt: (instant: Instant) => boolean
  /** End of the day's last hours; `null`: closed. */
  readonly closingAt: (day: LocalDay) => Instant | null
  /** The first open day from `day` on, itself included; `null`: none within 366 days. */
  readonly openDayFrom: (day: LocalDay) => LocalDay | null
  /** The last open day up to `day`, itself included; `null`: none within 366 days. */
  readonly openDayUpTo: (day: LocalDay) => LocalDay | null
  /** The n-th open day after `day`; for 0 or less the first open one from `day` on. `null`: 366 closed days in a row. */
  readonly addOpenDays: (day: LocalDay, n: number) => LocalDay | null
  /** The n-th open day before `day`; for 0 or less the last open one up to `day`. `null`: 366 closed days in a row. */
  readonly subtractOpenDays: (day: LocalDay, n: number) => LocalDay | null
  /** The first open day among `day` and the same weekday of the weeks after; `null`: none within 52 weeks. */
  readonly sameWeekdayFrom: (day: LocalDay) => LocalDay | null
  /** Open days after the earlier one, up to the later one, in whichever order. */
  readonly openDaysBetween: (one: LocalDay, other: LocalDay) => number
  /** Whether an open day lies between two days, neither of them counted. */
  readonly hasOpenDayBetween: (one: LocalDay, other: LocalDay) => boolean
  /** The term that a day lies in, and by when what is lent in it is due. */
  readonly termOf: ReturnType<typeof termFinder>
}

export interface Calendar {
  readonly branches: ReadonlyArray<string>
  readonly branch: (code: string) => BranchCalendar | undefined
}

/** A calendar made ready. Time zones become tables here, once. */
export const compileCalendar = (document: CalendarDocument): Calendar => {
  const branches = new Map(
    Object.entries(document.branches).map(([code, branch]) => [code, branchCalendar(code, branch, document.terms)])
  )
  return { branches: [...branches.keys()], branch: (code) => branches.get(code) }
}

const dayMs = 86_400_000
const minuteMs = 60_000
const searchDays = 366

const branchCalendar = (
  code: string,
  document: BranchDocument,
  terms: Readonly<Record<string, Term>> = {}
): BranchCalendar => {
  const zone = zoneOf(document.zone)
  const spans = spansOf(document)
  const isOpenDay = (day: LocalDay): boolean => spans(day).length > 0
  const localAt = (instant: Instant): number => instant + zone.offsetAt(instant)
  const localDay = (instant: Instant): LocalDay => Math.floor(localAt(instant) / dayMs) as LocalDay
  const instantAt = (day: LocalDay, minutes: number): Instant =>
    zone.instantOf(Math.round(day * dayMs + minutes * minuteMs)) as Instant
  const hours = openHoursSearch(localDay, (day) =>
    spans(day).map((span) => {
      const [from, to] = [instantAt(day, span.from), instantAt(day, span.to)]
      // An opening that is skipped moves on by the gap, which may be past a closing that is not skipped.
      return { from: from < to ? from : (zone.changeUpTo(from) as Instant), to }
    })
  )
  return {
    code,
    zone: document.zone,
    localDay,
    localTime: (instant) => localAt(instant) - localDay(instant) * dayMs,
    instantAt,
    spans,
    isOpenDay,
    isOpenAt: (instant) => hours.hoursAt(instant) !== null,
    closingAt: (day) => {
      const last = spans(day).reduce((end, { to }) => Math.max(end, to), -1)
      return last < 0 ? null : instantAt(day, last)
    },
    ...openDaySearch(isOpenDay),
    ...hours,
    termOf: termFinder(terms)
  }
}

/** Everything that is asked of open days. Every search ends after 366 closed days in a row. */
const openDaySearch = (
  isOpenDay: (day: LocalDay) => boolean
): Pick<
  BranchCalendar,
  | "openDayFrom"
  | "openDayUpTo"
  | "addOpenDays"
  | "subtractOpenDays"
  | "sameWeekdayFrom"
  | "openDaysBetween"
  | "hasOpenDayBetween"
> => {
  const search = (day: LocalDay, step: number): LocalDay | null => {
    for (let moved = 0; Math.abs(moved) <= searchDays; moved += step) {
      if (isOpenDay((day + moved) as LocalDay)) return (day + moved) as LocalDay
    }
    return null
  }
  const count = (day: LocalDay, n: number, step: 1 | -1): LocalDay | null => {
    let reached = n <= 0 ? search(day, step) : day
    for (let left = n; left > 0 && reached !== null; left--) reached = search((reached + step) as LocalDay, step)
    return reached
  }
  const openDaysAmong = (first: number, last: number): number => {
    let open = 0
    for (let day = first; day <= last; day++) if (isOpenDay(day as LocalDay)) open++
    return open
  }
  return {
    openDayFrom: (day) => search(day, 1),
    openDayUpTo: (day) => search(day, -1),
    addOpenDays: (day, n) => count(day, n, 1),
    subtractOpenDays: (day, n) => count(day, n, -1),
    sameWeekdayFrom: (day) => search(day, 7),
    openDaysBetween: (one, other) => openDaysAmong(Math.min(one, other) + 1, Math.max(one, other)),
    hasOpenDayBetween: (one, other) => openDaysAmong(Math.min(one, other) + 1, Math.max(one, other) - 1) > 0
  }
}

/** The hours of a day: those of a dated exception, else none on a recurring closure, else those of the week. */
const spansOf = (document: BranchDocument): ((day: LocalDay) => ReadonlyArray<Span>) => {
  const week = weekdays.map((weekday) => (document.hours[weekday] ?? []).map(spanOf))
  const exceptions = exceptionDays(document)
  const isClosure = closureTest(document.closures ?? [])
  return (day) => exceptions.get(day) ?? (isClosure(day) ? [] : (week[weekdayOf(day)] as ReadonlyArray<Span>))
}

const exceptionDays = ({ exceptions = [] }: BranchDocument): ReadonlyMap<number, ReadonlyArray<Span>> => {
  const days = new Map<number, ReadonlyArray<Span>>()
  for (const { from, to = from, hours = [] } of exceptions) {
    const spans = hours.map(spanOf)
    const last = dayNumber(to) as number
    for (let day = dayNumber(from) as number; day <= last; day++) days.set(day, spans)
  }
  return days
}

const spanOf = (text: string): Span => {
  const [from, to] = text.split("-").map(minutesOf) as [number, number]
  return { from, to: to <= from ? to + 1_440 : to }
}

const minutesOf = (text: string): number => {
  const [hours, minutes] = text.split(":").map(Number) as [number, number]
  return hours * 60 + minutes
}
