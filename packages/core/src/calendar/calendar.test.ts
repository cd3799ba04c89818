import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "./calendar.ts"
import { dayNumber } from "./civilDay.ts"
import { decodeCalendar } from "./decodeCalendar.ts"
import { Instant } from "./instant.ts"
import { LocalDay } from "./localDay.ts"

const workweek = {
  mon: ["09:00-12:00", "14:00-18:00"],
  tue: ["09:00-18:00"],
  wed: ["09:00-18:00"],
  thu: ["09:00-18:00"],
  fri: ["22:00-02:00"]
}
const document = {
  branches: {
    main: {
      name: { en: "Main" },
      zone: "Europe/Berlin",
      hours: workweek,
      exceptions: [
        { from: "2026-05-01", to: "2026-05-03", closed: true, note: "holidays" },
        { from: "2026-05-02", hours: ["10:00-11:00"] }
      ]
    },
    closed: { name: {}, zone: "Asia/Shanghai", hours: {} }
  }
}
const calendar = compileCalendar(Result.getOrThrow(decodeCalendar(document)))
const main = calendar.branch("main") as BranchCalendar
const day = (text: string): LocalDay => LocalDay.make(dayNumber(text) as number)
const at = (text: string): Instant => Instant.make(Date.parse(text))
const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString())

describe("days and hours of a branch", () => {
  it.each([
    ["a day of two spans", "2026-04-27", "2026-04-27T16:00:00.000Z"],
    ["a night that ends on the next day", "2026-04-24", "2026-04-25T00:00:00.000Z"],
    ["a weekly closed day", "2026-04-26", null],
    ["a holiday", "2026-05-01", null],
    ["an exception to the exception", "2026-05-02", "2026-05-02T09:00:00.000Z"]
  ])("closes %s when its last hours end", (_, text, expected) => {
    expect(iso(main.closingAt(day(text)))).toBe(expected)
  })

  it.each([
    ["2026-04-27T10:00+02:00", true],
    ["2026-04-27T13:00+02:00", false],
    ["2026-04-27T18:00+02:00", false],
    ["2026-04-25T01:30+02:00", true],
    ["2026-04-25T02:00+02:00", false]
  ])("knows whether it is open at %s", (text, expected) => {
    expect(main.isOpenAt(at(text))).toBe(expected)
  })

  it.each([
    ["2026-04-30", 1, "2026-05-02"],
    ["2026-05-02", 1, "2026-05-04"],
    ["2026-05-02", 0, "2026-05-02"],
    ["2026-05-03", 0, "2026-05-04"],
    ["2026-04-30", 3, "2026-05-05"]
  ])("counts from %s %i open days on to %s", (from, n, expected) => {
    expect(main.addOpenDays(day(from), n)).toBe(day(expected))
  })

  it("opens at the change of the clock where that skips the opening but not the closing", () => {
    const hours = { sun: ["02:15-02:40", "02:45-03:15"] }
    const night = { branches: { night: { name: {}, zone: "Europe/Berlin", hours } } }
    const branch = compileCalendar(Result.getOrThrow(decodeCalendar(night))).branch("night") as BranchCalendar
    const change = at("2026-03-29T01:00Z")
    expect(branch.hoursAt(change)).toEqual({ from: change, to: at("2026-03-29T01:15Z") })
    expect(branch.isOpenAt(Instant.make((branch.closingAt(day("2026-03-29")) ?? 0) - 1))).toBe(true)
    // What is skipped whole is open as long, after the change.
    expect(branch.hoursAfter(change)).toEqual({ from: at("2026-03-29T01:15Z"), to: at("2026-03-29T01:40Z") })
  })

  it("finds no open day where there is none, and stops looking", () => {
    const closed = calendar.branch("closed") as BranchCalendar
    expect([
      closed.openDayFrom(day("2026-01-01")),
      closed.openDayUpTo(day("2026-01-01")),
      closed.addOpenDays(day("2026-01-01"), 1)
    ]).toEqual([null, null, null])
  })

  it("gives every instant a day that begins at or before it and ends after it", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) }), (instant) => {
        const of = main.localDay(Instant.make(instant))
        expect(main.instantAt(of, 0)).toBeLessThanOrEqual(instant)
        expect(main.instantAt(LocalDay.make(of + 1), 0)).toBeGreaterThan(instant)
      })
    )
  })
})

describe("a calendar document", () => {
  it("is refused with everything that is wrong and where", () => {
    const wrong = {
      branches: {
        main: {
          name: {},
          zone: "Mars/Olympus",
          hours: { mon: ["9-5"], sonntag: [] },
          exceptions: [{ from: "2026-02-30", closed: true }, { from: "2026-03-01" }]
        }
      }
    }
    const problems = decodeCalendar(wrong)
    const paths = Result.isFailure(problems) ? problems.failure.map(({ path }) => path) : []
    expect(paths.sort()).toEqual([
      "branches.main.exceptions.0.from",
      "branches.main.exceptions.1",
      "branches.main.hours.mon.0",
      "branches.main.hours.sonntag",
      "branches.main.zone"
    ])
  })

  it("names what stands where something else belongs, and the name that was meant", () => {
    const hours = { mon: "09:00-17:00" }
    const branch = { name: {}, zone: "UTC", hours, exception: [], closures: [{ daily: true }] }
    const problems = decodeCalendar({ branches: { main: branch } })
    const said = Object.fromEntries(
      Result.isFailure(problems) ? problems.failure.map(({ path, expected }) => [path, expected]) : []
    )
    expect(said).toEqual({
      "branches.main.exception": expect.stringContaining('did you mean "exceptions"?'),
      "branches.main.hours.mon": expect.stringMatching(/a list of at most 8 spans.*, not "09:00-17:00"/),
      "branches.main.closures.0": expect.stringMatching(/\{"weekly": "mon"\}.*, not \{"daily":true\}/)
    })
  })

  it("is refused where it stands in itself, or cannot be JSON", () => {
    const circle: Record<string, unknown> = {}
    circle.branches = circle
    for (const value of [circle, null, 3n, { branches: new Map() }])
      expect(Result.isFailure(decodeCalendar(value))).toBe(true)
  })

  it("needs a branch", () => {
    expect(Result.isFailure(decodeCalendar({ branches: {} }))).toBe(true)
  })
})
