import { type BranchDocument, type CalendarDocument, dayNumber, weekdays } from "./document.ts"
import type { Instant } from "./instant.ts"
import { LocalDay } from "./localDay.ts"
import { zoneOf } from "./zone.ts"

/** Opening hours of a day, in minutes from its local midnight; `to` may pass 1,440 into the next day. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Days and hours of one branch, in its own time zone. Pure; nothing of it depends on the server's zone. */
export interface BranchCalendar {
  readonly code: string
  readonly zone: string
  readonly localDay: (instant: Instant) => LocalDay
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
  /** The n-th open day after `day`; for 0 the first open one from `day` on. `null`: 366 closed days in a row. */
  readonly addOpenDays: (day: LocalDay, n: number) => LocalDay | null
}

export interface Calendar {
  readonly branches: ReadonlyArray<string>
  readonly branch: (code: string) => BranchCalendar | undefined
}

/** A calendar made ready. Time zones become tables here, once. */
export const compileCalendar = (document: CalendarDocument): Calendar => {
  const branches = new Map(
    Object.entries(document.branches).map(([code, branch]) => [code, branchCalendar(code, branch)])
  )
  return { branches: [...branches.keys()], branch: (code) => branches.get(code) }
}

const dayMs = 86_400_000
const minuteMs = 60_000
const searchDays = 366

const branchCalendar = (code: string, document: BranchDocument): BranchCalendar => {
  const zone = zoneOf(document.zone)
  const week = weekdays.map((weekday) => (document.hours[weekday] ?? []).map(spanOf))
  const exceptions = exceptionDays(document)
  const spans = (day: LocalDay): ReadonlyArray<Span> =>
    exceptions.get(day) ?? (week[(((day + 3) % 7) + 7) % 7] as ReadonlyArray<Span>)
  const isOpenDay = (day: LocalDay): boolean => spans(day).length > 0
  const localDay = (instant: Instant): LocalDay => Math.floor((instant + zone.offsetAt(instant)) / dayMs) as LocalDay
  const instantAt = (day: LocalDay, minutes: number): Instant =>
    zone.instantOf(day * dayMs + minutes * minuteMs) as Instant
  const search = (day: LocalDay, step: 1 | -1): LocalDay | null => {
    for (let n = 0; n <= searchDays; n++) {
      const candidate = (day + step * n) as LocalDay
      if (isOpenDay(candidate)) return candidate
    }
    return null
  }
  const addOpenDays = (day: LocalDay, n: number): LocalDay | null => {
    let reached = n === 0 ? search(day, 1) : day
    for (let left = n; left > 0 && reached !== null; left--) reached = search((reached + 1) as LocalDay, 1)
    return reached
  }
  return {
    code,
    zone: document.zone,
    localDay,
    instantAt,
    spans,
    isOpenDay,
    isOpenAt: (instant) => {
      const today = localDay(instant)
      return [today, LocalDay.make(today - 1)].some((day) =>
        spans(day).some(({ from, to }) => instantAt(day, from) <= instant && instant < instantAt(day, to))
      )
    },
    closingAt: (day) => {
      const last = spans(day).reduce((end, { to }) => Math.max(end, to), -1)
      return last < 0 ? null : instantAt(day, last)
    },
    openDayFrom: (day) => search(day, 1),
    openDayUpTo: (day) => search(day, -1),
    addOpenDays
  }
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
