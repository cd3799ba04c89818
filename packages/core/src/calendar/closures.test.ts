import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "./calendar.ts"
import { dayNumber } from "./civilDay.ts"
import { decodeCalendar } from "./decodeCalendar.ts"
import { Instant } from "./instant.ts"
import { LocalDay } from "./localDay.ts"

const day = (text: string): LocalDay => LocalDay.make(dayNumber(text) as number)
const at = (text: string): Instant => Instant.make(Date.parse(text))
const allDay = ["09:00-17:00"]
const branch = {
  name: {},
  zone: "Europe/Berlin",
  hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay },
  closures: [
    { weekly: "sat", from: "2026-07-01", to: "2026-08-31" },
    { yearly: "01-01" },
    { yearly: "02-29", note: "stocktaking" },
    { nth: 1, weekday: "mon" },
    { nth: "last", weekday: "thu", month: 11 },
    { nth: 5, weekday: "fri" }
  ],
  exceptions: [{ from: "2027-01-01", hours: ["10:00-12:00"] }]
}
const compiled = (more: object, terms?: object): BranchCalendar => {
  const document = { branches: { b: { ...branch, ...more } }, ...(terms === undefined ? {} : { terms }) }
  return compileCalendar(Result.getOrThrow(decodeCalendar(document))).branch("b") as BranchCalendar
}
const b = compiled({})

describe("closures that come back", () => {
  it.each([
    ["2026-06-27", true, "a Saturday before the summer"],
    ["2026-07-04", false, "a Saturday of the summer"],
    ["2026-09-05", true, "a Saturday after it"],
    ["2026-01-01", false, "New Year's Day"],
    ["2027-01-01", true, "New Year's Day that an exception opens"],
    ["2028-02-29", false, "a leap day"],
    ["2026-03-02", false, "the first Monday of a month"],
    ["2026-03-09", true, "the second Monday"],
    ["2026-11-26", false, "the last Thursday of November"],
    ["2026-11-19", true, "the one before it"],
    ["2026-10-29", true, "the last Thursday of October"],
    ["2026-05-29", false, "a fifth Friday"],
    ["2026-05-22", true, "a fourth Friday"]
  ])("%s open: %s, as it is %s", (date, open) => {
    expect(b.isOpenDay(day(date))).toBe(open)
  })

  it("are refused where they are none, with their places", () => {
    const closures = [{ weekly: "monday" }, { yearly: "02-30" }, { nth: 6, weekday: "mon" }]
    const problems = decodeCalendar({
      branches: { b: { ...branch, closures } },
      terms: { t: { from: "2026-02-01", to: "2026-01-01" } }
    })
    expect(Result.isFailure(problems) && problems.failure).toEqual([
      { path: "branches.b.closures.0.weekly", expected: expect.stringMatching(/"mon" or "tue" or .*, not "monday"/) },
      { path: "branches.b.closures.1.yearly", expected: 'a day of the year that exists, as MM-DD, not "02-30"' },
      { path: "branches.b.closures.2.nth", expected: '1 or 2 or 3 or 4 or 5 or "last", not 6' },
      { path: "terms.t", expected: expect.stringContaining('"to" on "from" or after it, not ') }
    ])
  })
})

describe("searching days and hours", () => {
  it("finds the same weekday of a later week, in bounds", () => {
    expect(b.sameWeekdayFrom(day("2026-07-04"))).toBe(day("2026-09-05"))
    expect(b.sameWeekdayFrom(day("2026-07-05"))).toBe(null)
  })

  it("counts open days back as it counts them on", () => {
    const start = day("2026-06-10")
    for (const n of [1, 5, 40, 300]) {
      const there = b.addOpenDays(start, n) as LocalDay
      expect(b.subtractOpenDays(there, n)).toBe(start)
      expect(b.openDaysBetween(start, there)).toBe(n)
    }
  })

  it("stops in a calendar without an open day, however long the count", () => {
    const never = compiled({ hours: {}, exceptions: [] })
    const start = day("2026-06-10")
    expect([
      never.addOpenDays(start, 1_000_000),
      never.addOpenDays(start, -1_000_000),
      never.subtractOpenDays(start, 1_000_000),
      never.subtractOpenDays(start, -1_000_000),
      never.sameWeekdayFrom(start),
      never.hoursAfter(at("2026-06-10T10:00Z")),
      never.hoursBefore(at("2026-06-10T10:00Z"))
    ]).toEqual([null, null, null, null, null, null, null])
  })

  it("finds the hours at, before and after an instant", () => {
    const noon = at("2026-06-10T12:00+02:00")
    const [opens, closes] = [at("2026-06-10T09:00+02:00"), at("2026-06-10T17:00+02:00")]
    expect(b.hoursAt(noon)).toEqual({ from: opens, to: closes })
    expect(b.hoursAt(closes)).toBe(null)
    expect(b.hoursBefore(closes)?.to).toBe(closes)
    expect(b.hoursAfter(opens)?.from).toBe(at("2026-06-11T09:00+02:00"))
  })

  it("measures open time, also over a change of the clock and through overlapping hours", () => {
    const nights = compiled({ hours: { sat: ["22:00-04:00"], sun: ["00:00-06:00"] }, closures: [], exceptions: [] })
    const [start, end] = [at("2026-03-28T12:00+01:00"), at("2026-03-29T12:00+02:00")]
    expect(nights.openTimeBetween(start, end) / 3_600_000).toBe(7)
    expect(nights.openTimeBetween(end, start) / 3_600_000).toBe(7)
  })

  it("knows the term of a day", () => {
    const { termOf } = compiled({}, { t: { from: "2026-02-01", to: "2026-07-15", dueBy: "2026-07-10" } })
    expect(termOf(day("2026-07-15"))).toEqual({ term: "t", dueBy: "2026-07-10" })
    expect(termOf(day("2026-07-16"))).toBe(null)
  })
})
