import type { BranchCalendar, Calendar } from "../../calendar/calendar.ts"
import type { CalendarDocument } from "../../calendar/document.ts"
import type { LocalDay } from "../../calendar/localDay.ts"
import type { Dated } from "../../decision/documentHistory.ts"

type Version = Dated<Calendar> & { readonly document: CalendarDocument }

/** A stretch of time, `before` not included. */
export interface Window {
  readonly from: number
  readonly before: number
}

/** Days of a branch whose hours are not what an earlier calendar said, and where dates lie that go by them. */
export interface Touched {
  readonly branch: string
  readonly days: ReadonlyArray<DayRun>
  /** In order, and apart from one another. */
  readonly windows: ReadonlyArray<Window>
}

export interface DayRun {
  readonly from: LocalDay
  readonly to: LocalDay
}

interface Reach {
  readonly at: number
  /** Whether closed days shift due dates that lie behind them. */
  readonly counted: boolean
  /** Whether closed days move due dates by whole weeks. */
  readonly byWeeks: boolean
}

/** Open loans due longer ago than this, or further ahead, are left alone. */
const daysBehind = 370
const daysAhead = 1_100

/** What the calendar in force changed against any that held before, by branch; branches of which nothing changed are left out. */
export const touchedBranches = (
  present: Version,
  others: ReadonlyArray<Version>,
  reach: Reach
): ReadonlyArray<Touched> =>
  present.rules.branches.flatMap((branch) => {
    const now = present.rules.branch(branch) as BranchCalendar
    const text = JSON.stringify(present.document.branches[branch])
    const changes = others
      .filter(({ document }) => JSON.stringify(document.branches[branch]) !== text)
      .flatMap(({ rules }) => {
        const then = rules.branch(branch)
        return then === undefined ? [] : changedRuns(then, now, reach.at).map((run) => ({ then, run }))
      })
    if (changes.length === 0) return []
    const windows = changes.map(({ then, run }) => windowOf(run, then, now, reach))
    return [{ branch, days: mergedRuns(changes.map(({ run }) => run)), windows: merged(windows) }]
  })

const changedRuns = (then: BranchCalendar, now: BranchCalendar, at: number): ReadonlyArray<DayRun> => {
  const today = now.localDay(at as never)
  const runs: Array<{ from: LocalDay; to: LocalDay }> = []
  for (let day = (today - daysBehind) as LocalDay; day <= today + daysAhead; day = (day + 1) as LocalDay) {
    if (hoursText(then, day) === hoursText(now, day)) continue
    const last = runs.at(-1)
    if (last !== undefined && last.to === day - 1) last.to = day
    else runs.push({ from: day, to: day })
  }
  return runs
}

const hoursText = (calendar: BranchCalendar, day: LocalDay): string =>
  calendar
    .spans(day)
    .map(({ from, to }) => `${from}-${to}`)
    .join()

/** From the open day before to the open day after, by either calendar: a date that a closed day moves lies no further. */
const windowOf = (run: DayRun, then: BranchCalendar, now: BranchCalendar, { counted, byWeeks }: Reach): Window => {
  let first: number = run.from
  let last: number = run.to
  for (const calendar of [then, now]) {
    first = Math.min(first, calendar.openDayUpTo((run.from - 1) as LocalDay) ?? first)
    last = Math.max(last, calendar.openDayFrom((run.to + 1) as LocalDay) ?? last)
    for (let day = run.from + 7; byWeeks && day <= run.to + 7; day++)
      last = Math.max(last, calendar.sameWeekdayFrom(day as LocalDay) ?? last)
  }
  return {
    from: now.instantAt(first as LocalDay, 0),
    // Hours of the last day may go past its midnight.
    before: counted ? Number.MAX_SAFE_INTEGER : now.instantAt((last + 2) as LocalDay, 0)
  }
}

/** The same time in windows that do not overlap, the first first. */
export const merged = (windows: ReadonlyArray<Window>): ReadonlyArray<Window> => {
  const apart: Array<{ from: number; before: number }> = []
  for (const { from, before } of [...windows].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last !== undefined && from <= last.before) last.before = Math.max(last.before, before)
    else apart.push({ from, before })
  }
  return apart
}

const mergedRuns = (runs: ReadonlyArray<DayRun>): ReadonlyArray<DayRun> =>
  merged(runs.map(({ from, to }) => ({ from, before: to + 1 }))).map(({ from, before }) => ({
    from: from as LocalDay,
    to: (before - 1) as LocalDay
  }))
