import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import { type DueTerms, dueAt } from "./dueAt.ts"

const hours = {
  mon: ["09:00-18:00"],
  tue: ["09:00-18:00"],
  wed: ["09:00-20:00"],
  thu: ["09:00-18:00"],
  fri: ["09:00-17:00"]
}
const calendar = compileCalendar(
  Result.getOrThrow(
    decodeCalendar({
      branches: {
        main: { name: {}, zone: "Europe/Berlin", hours },
        never: { name: {}, zone: "Europe/Berlin", hours: {} }
      }
    })
  )
)
const main = calendar.branch("main") as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(text))
/** A Thursday. */
const thursday = at("2026-03-26T15:20+01:00")
const terms: DueTerms = {
  period: { days: 14 },
  dueTime: "closing",
  closedDays: "nextOpenDay",
  calendar: main,
  from: thursday,
  notAfter: null
}
const due = (change: Partial<DueTerms>): string =>
  new Date(Result.getOrThrow(dueAt({ ...terms, ...change })).dueAt).toISOString()

describe("a due instant", () => {
  it.each<[string, Partial<DueTerms>, string]>([
    ["closing time of the last day, over a change of the clock", {}, "2026-04-09T16:00:00.000Z"],
    ["the end of the last day", { dueTime: "endOfDay" }, "2026-04-09T21:59:59.999Z"],
    ["the same time of day", { dueTime: "sameTime" }, "2026-04-09T13:20:00.000Z"],
    ["the next open day when the last one is closed", { period: { days: 2 } }, "2026-03-30T16:00:00.000Z"],
    [
      "the open day before a closed one",
      { period: { days: 2 }, closedDays: "previousOpenDay" },
      "2026-03-27T16:00:00.000Z"
    ],
    [
      "never a day at or before the start",
      { from: at("2026-03-27T15:00+01:00"), period: { days: 1 }, closedDays: "previousOpenDay" },
      "2026-03-30T16:00:00.000Z"
    ],
    [
      "the closed day itself, to its end, if told to keep it",
      { period: { days: 2 }, closedDays: "keep" },
      "2026-03-28T22:59:59.999Z"
    ],
    [
      "hours to the minute, through the clock's change",
      { period: { hours: 100 }, closedDays: "keep" },
      "2026-03-30T18:20:00.000Z"
    ],
    [
      "closing time of the next open day for hours that end on a closed one",
      { period: { hours: 48 } },
      "2026-03-30T16:00:00.000Z"
    ],
    ["not behind the end of the membership", { notAfter: at("2026-04-01T00:00+02:00") }, "2026-03-31T22:00:00.000Z"],
    ["as it is when the membership ends later", { notAfter: at("2027-04-01T00:00+02:00") }, "2026-04-09T16:00:00.000Z"]
  ])("is %s", (_, change, expected) => {
    expect(due(change)).toBe(expected)
  })

  it("is refused where no day is open within a year", () => {
    const never = calendar.branch("never") as BranchCalendar
    expect(dueAt({ ...terms, calendar: never })).toEqual(Result.fail({ _tag: "CalendarHasNoOpenDay", branch: "never" }))
  })

  it("keeps its steps, the last of which is the result", () => {
    const found = Result.getOrThrow(dueAt({ ...terms, period: { days: 2 } }))
    expect(found.steps.map(({ step }) => step)).toEqual(["period", "closedDay", "closing"])
    expect(found.steps.at(-1)?.at).toBe(found.dueAt)
  })

  const anyTerms = fc.record({
    dueTime: fc.constantFrom("closing" as const, "endOfDay" as const, "sameTime" as const),
    closedDays: fc.constantFrom("keep" as const, "nextOpenDay" as const, "previousOpenDay" as const),
    days: fc.integer({ min: 1, max: 400 }),
    from: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) })
  })

  it("lies behind the start, and never earlier for a longer loan", () => {
    fc.assert(
      fc.property(anyTerms, ({ days, from, ...rest }) => {
        const of = (period: number): number =>
          Result.getOrThrow(dueAt({ ...terms, ...rest, from: Instant.make(from), period: { days: period } })).dueAt
        expect(of(days)).toBeGreaterThan(from)
        expect(of(days + 1)).toBeGreaterThanOrEqual(of(days))
      })
    )
  })

  it("falls on an open day unless told to keep the closed one", () => {
    fc.assert(
      fc.property(anyTerms, ({ days, from, ...rest }) => {
        fc.pre(rest.closedDays !== "keep")
        const found = Result.getOrThrow(dueAt({ ...terms, ...rest, from: Instant.make(from), period: { days } }))
        expect(main.isOpenDay(main.localDay(found.dueAt))).toBe(true)
      })
    )
  })
})
