import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import { type DueTerms, dueAt } from "./dueAt.ts"

const workday = ["09:00-12:00", "14:00-18:00"]
const hours = { mon: workday, tue: workday, wed: workday, thu: workday, fri: [...workday, "22:00-02:00"] }
const branch = (zone: string, more: object = {}): object => ({ name: {}, zone, hours, ...more })
const calendar = compileCalendar(
  Result.getOrThrow(
    decodeCalendar({
      branches: {
        berlin: branch("Europe/Berlin", { closures: [{ weekly: "wed", from: "2026-07-01", to: "2026-08-31" }] }),
        saoPaulo: branch("America/Sao_Paulo"),
        year: branch("Europe/Berlin", { exceptions: [{ from: "2026-01-01", to: "2027-06-30", closed: true }] })
      },
      terms: {
        spring: { from: "2026-02-01", to: "2026-07-15" },
        autumn: { from: "2026-09-01", to: "2027-01-31", dueBy: "2027-02-05" }
      }
    })
  )
)
const of = (code: string): BranchCalendar => calendar.branch(code) as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(text))
const terms: DueTerms = {
  period: { days: 7 },
  dueTime: "closing",
  closedDays: "nextOpenDay",
  calendar: of("berlin"),
  from: at("2026-04-20T10:30:15+02:00"),
  notAfter: null
}
const due = (change: Partial<DueTerms>): string => {
  const found = dueAt({ ...terms, ...change })
  return Result.isSuccess(found) ? new Date(found.success.dueAt).toISOString() : found.failure._tag
}

describe("how long a loan lasts", () => {
  it.each<[string, Partial<DueTerms>, string]>([
    ["minutes", { period: { minutes: 45 }, closedDays: "keep" }, "2026-04-20T09:15:15.000Z"],
    ["weeks", { period: { weeks: 2 } }, "2026-05-04T16:00:00.000Z"],
    ["months", { period: { months: 1 } }, "2026-05-20T16:00:00.000Z"],
    [
      "a month from 31 January",
      { from: at("2026-01-31T10:00+01:00"), period: { months: 1 }, closedDays: "keep", dueTime: "sameTime" },
      "2026-02-28T09:00:00.000Z"
    ],
    [
      "a month from 31 January in a leap year",
      { from: at("2028-01-31T10:00+01:00"), period: { months: 1 }, closedDays: "keep", dueTime: "sameTime" },
      "2028-02-29T09:00:00.000Z"
    ],
    [
      "a year from 29 February",
      { from: at("2028-02-29T10:00+01:00"), period: { months: 12 }, closedDays: "keep", dueTime: "sameTime" },
      "2029-02-28T09:00:00.000Z"
    ],
    ["to a fixed day", { period: { until: "2026-06-30" } }, "2026-06-30T16:00:00.000Z"],
    ["to a fixed day that is past", { period: { until: "2026-03-31" } }, "DueDatePassed"],
    ["to the end of the term", { period: { to: "termEnd" } }, "2026-07-16T16:00:00.000Z"],
    [
      "to the day that a term names",
      { from: at("2026-10-01T10:00+02:00"), period: { to: "termEnd" } },
      "2027-02-06T01:00:00.000Z"
    ],
    [
      "to the end of a term, between terms",
      { from: at("2026-08-10T10:00+02:00"), period: { to: "termEnd" } },
      "OutsideDueSchedule"
    ],
    ["to closing time", { period: { to: "closing" } }, "2026-04-20T16:00:00.000Z"],
    [
      "to closing time, after closing",
      { from: at("2026-04-20T19:00+02:00"), period: { to: "closing" } },
      "2026-04-21T16:00:00.000Z"
    ],
    [
      "to closing time, in the night of the day before",
      { from: at("2026-04-25T01:00+02:00"), period: { to: "closing" } },
      "2026-04-25T00:00:00.000Z"
    ],
    ["overnight", { period: { to: "nextOpening", graceMinutes: 30 } }, "2026-04-21T07:30:00.000Z"],
    [
      "overnight, from a night over a weekend",
      { from: at("2026-04-25T01:00+02:00"), period: { to: "nextOpening" } },
      "2026-04-27T07:00:00.000Z"
    ],
    [
      "no longer overnight than those hours",
      { period: { to: "nextOpening", graceMinutes: 600 } },
      "2026-04-21T10:00:00.000Z"
    ]
  ])("%s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })
})

describe("a due date where the branch is closed", () => {
  const friday = at("2026-04-24T10:30+02:00")
  it.each<[string, Partial<DueTerms>, string]>([
    ["counts open days alone", { closedDays: "skipClosed" }, "2026-04-29T16:00:00.000Z"],
    [
      "is on the same weekday of a later week",
      { from: at("2026-06-24T10:00+02:00"), period: { weeks: 1 }, closedDays: "sameWeekday" },
      "2026-09-02T16:00:00.000Z"
    ],
    [
      "is on the next open day",
      { from: at("2026-06-24T10:00+02:00"), period: { days: 7 }, closedDays: "nextOpenDay" },
      "2026-07-02T16:00:00.000Z"
    ],
    [
      "is on the next open day where the weekday is never open",
      { from: at("2026-04-25T10:00+02:00"), period: { days: 7 }, closedDays: "sameWeekday" },
      "2026-05-04T16:00:00.000Z"
    ],
    [
      "goes back to the end of the hours before",
      { period: { minutes: 120 }, closedDays: "endOfOpenHours" },
      "2026-04-20T10:00:00.000Z"
    ],
    [
      "goes on to an opening where those ended before the start",
      { from: at("2026-04-20T12:15+02:00"), period: { minutes: 30 }, closedDays: "endOfOpenHours" },
      "2026-04-20T12:00:00.000Z"
    ],
    [
      "goes on to the next opening and some minutes",
      { from: friday, period: { hours: 30 }, closedDays: "startOfNextOpenHours", openingOffsetMinutes: 20 },
      "2026-04-27T07:20:00.000Z"
    ],
    [
      "keeps a time of day within the hours",
      { period: { days: 1 }, dueTime: "sameTime", closedDays: "endOfOpenHours", from: at("2026-04-20T13:00+02:00") },
      "2026-04-21T10:00:00.000Z"
    ],
    [
      "is refused in a year of closed days",
      { calendar: of("year"), from: at("2026-01-02T10:00+01:00") },
      "CalendarHasNoOpenDay"
    ]
  ])("%s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })
})

describe("a schedule of due dates", () => {
  const entries = [
    { to: "2026-04-30", dueBy: "2026-05-09" },
    { from: "2026-05-01", to: "2026-05-31", dueBy: "2026-06-15" }
  ]
  it.each<[string, Partial<DueTerms>, string]>([
    ["decides alone", { schedule: { entries, use: "exactly" } }, "2026-05-11T16:00:00.000Z"],
    ["lets an earlier date be", { schedule: { entries, use: "notAfter" } }, "2026-04-27T16:00:00.000Z"],
    [
      "caps a later one, also against a closed day's move",
      { period: { days: 60 }, schedule: { entries, use: "notAfter" } },
      "2026-05-09T00:00:00.000Z"
    ],
    ["pushes an earlier one on", { schedule: { entries, use: "notBefore" } }, "2026-05-11T16:00:00.000Z"],
    [
      "may be the terms of the calendar",
      { period: { days: 200 }, schedule: { entries: "terms", use: "notAfter" } },
      "2026-07-14T16:00:00.000Z"
    ],
    [
      "has no date for a start outside",
      { from: at("2026-06-02T10:00+02:00"), schedule: { entries, use: "exactly" } },
      "OutsideDueSchedule"
    ],
    [
      "is refused when its date has passed",
      { schedule: { entries: [{ dueBy: "2026-04-01" }], use: "exactly" } },
      "DueDatePassed"
    ]
  ])("%s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })
})

describe("changes of the clock", () => {
  const same: Partial<DueTerms> = { dueTime: "sameTime", closedDays: "keep", period: { days: 1 } }
  it.each<[string, Partial<DueTerms>, string]>([
    [
      "a due time that does not exist moves on by the gap",
      { ...same, from: at("2026-03-28T02:30+01:00") },
      "2026-03-29T01:30:00.000Z"
    ],
    [
      "a due time that exists twice is the first",
      { ...same, from: at("2026-10-24T02:30+02:00") },
      "2026-10-25T00:30:00.000Z"
    ],
    [
      "the clock on the wall counts on a day of 23 hours",
      { ...same, from: at("2026-03-29T15:20+02:00") },
      "2026-03-30T13:20:00.000Z"
    ],
    [
      "the clock on the wall counts on a day of 25 hours",
      { ...same, from: at("2026-10-25T15:20+01:00") },
      "2026-10-26T14:20:00.000Z"
    ],
    [
      "a country that changed its clock",
      { ...same, calendar: of("saoPaulo"), from: at("2018-11-03T10:00-03:00") },
      "2018-11-04T12:00:00.000Z"
    ],
    [
      "and does so no more",
      { ...same, calendar: of("saoPaulo"), from: at("2019-11-02T10:00-03:00") },
      "2019-11-03T13:00:00.000Z"
    ],
    [
      "months over both",
      { ...same, period: { months: 12 }, calendar: of("saoPaulo"), from: at("2018-12-03T10:00-02:00") },
      "2019-12-03T13:00:00.000Z"
    ]
  ])("%s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })
})

describe("the end of a membership", () => {
  const cut: Partial<DueTerms> = { cutToOpen: true, notAfter: at("2026-04-26T00:00+02:00"), period: { days: 30 } }
  it.each<[string, Partial<DueTerms>, string]>([
    ["cuts back to a closing time before it", cut, "2026-04-25T00:00:00.000Z"],
    [
      "cuts hours back to open hours",
      { ...cut, period: { hours: 720 }, closedDays: "endOfOpenHours" },
      "2026-04-25T00:00:00.000Z"
    ],
    ["stays where no time between is open", { ...cut, from: at("2026-04-25T11:00+02:00") }, "2026-04-25T22:00:00.000Z"]
  ])("%s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })
})
