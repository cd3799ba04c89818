import fc from "fast-check"
import { expect, it } from "vitest"
import { compileCalendar } from "../calendar/calendar.ts"
import { Instant } from "../calendar/instant.ts"
import { bookedSpan, daysOf, meets } from "./span.ts"

const hours = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, ["09:00-18:00"]]))
const calendar = compileCalendar({
  branches: {
    main: { name: { en: "Main" }, zone: "Europe/Zurich", hours: { ...hours, sat: ["18:00-02:00"] } }
  }
} as never).branch("main")
if (calendar === undefined) throw new Error("no branch")

const at = (text: string): Instant => Instant.make(Date.parse(text))
const spanOf = (from: string, until: string, leadDays = 0, trailDays = 0) =>
  bookedSpan(calendar, { from: at(from), until: at(until) }, { leadDays, trailDays })

it("goes from midnight to closing time, with whole days before and after it", () => {
  expect(spanOf("2024-03-12T10:00+01:00", "2024-03-13T10:00+01:00", 1, 2)).toEqual({
    fromAt: at("2024-03-12T00:00+01:00"),
    untilAt: at("2024-03-13T18:00+01:00"),
    blockedFrom: at("2024-03-11T00:00+01:00"),
    blockedUntil: at("2024-03-16T00:00+01:00") - 1
  })
})

it("ends with the day where that is closed, or hours pass midnight", () => {
  expect(spanOf("2024-03-15T10:00+01:00", "2024-03-17T10:00+01:00").untilAt).toBe(at("2024-03-18T00:00+01:00") - 1)
  expect(spanOf("2024-03-15T10:00+01:00", "2024-03-16T10:00+01:00").untilAt).toBe(at("2024-03-17T00:00+01:00") - 1)
})

it("counts a day of 23 hours as one", () => {
  const span = spanOf("2024-03-31T01:00+01:00", "2024-03-31T23:00+02:00")
  expect(span.blockedUntil + 1 - span.blockedFrom).toBe(23 * 3_600_000)
  expect(daysOf(calendar, { from: at("2024-03-30T12:00+01:00"), until: at("2024-04-01T12:00+02:00") })).toBe(3)
})

it("which instant of a day is named does not matter; two meet if and only if they share a day, lead and trail counted", () => {
  const days = fc.record({
    first: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 5 }),
    minute: fc.integer({ min: 0, max: 1_439 })
  })
  const start = calendar.localDay(at("2024-03-01T12:00Z"))
  const around = { leadDays: 1, trailDays: 2 }
  fc.assert(
    fc.property(days, days, (one, other) => {
      const instant = (day: number, minute: number) => calendar.instantAt((start + day) as never, minute)
      const span = ({ first, length, minute }: typeof one) =>
        bookedSpan(calendar, { from: instant(first, minute), until: instant(first + length, 1_439 - minute) }, around)
      expect(span(one)).toEqual(span({ ...one, minute: 720 }))
      const apart = one.first + one.length + 2 < other.first - 1 || other.first + other.length + 2 < one.first - 1
      expect(meets(span(one), span(other))).toBe(!apart)
    })
  )
})
