import { Result } from "effect"
import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { afterEach, describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { addMonths, dayNumber } from "../calendar/civilDay.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import type { LocalDay } from "../calendar/localDay.ts"
import type { ClosedDays } from "./closedDays.ts"
import { type Due, type DueStep, type DueTerms, dueAt } from "./dueAt.ts"
import type { Period } from "./period.ts"

const workday = ["09:00-12:00", "14:00-18:00"]
const hours = { mon: workday, tue: workday, wed: ["10:00-20:00"], thu: workday, fri: [...workday, "22:00-02:00"] }
const zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe"]
const calendar = compileCalendar(
  Result.getOrThrow(
    decodeCalendar({
      branches: Object.fromEntries(
        zones.map((zone) => [
          zone,
          {
            name: {},
            zone,
            hours,
            closures: [
              { yearly: "01-01" },
              { nth: "last", weekday: "mon", month: 5 },
              { weekly: "tue", from: "2024-07-01", to: "2024-08-31" }
            ],
            exceptions: [
              { from: "2024-12-20", to: "2025-01-06", closed: true },
              { from: "2024-12-28", hours: ["10:00-11:00"] }
            ]
          }
        ])
      )
    })
  )
)
const zone = fc.constantFrom(...zones)
const instant = fc.integer({ min: Date.UTC(2017, 0), max: Date.UTC(2027, 0) }).map((at) => Instant.make(at))
const length = <K extends string>(unit: K, max: number): fc.Arbitrary<Record<K, number>> =>
  fc.integer({ min: 1, max }).map((n) => ({ [unit]: n }) as Record<K, number>)
const dayLength: fc.Arbitrary<Period> = fc.oneof(length("days", 60), length("weeks", 9), length("months", 13))
const shortLength: fc.Arbitrary<Period> = fc.oneof(length("minutes", 3_000), length("hours", 200))
const event: fc.Arbitrary<Period> = fc.constantFrom<Period>({ to: "closing" }, { to: "nextOpening", graceMinutes: 30 })
const schedule = fc.option(
  fc.record({
    entries: fc.constant([{ dueBy: "2028-02-05" }, { dueBy: "2028-02-09" }]),
    use: fc.constantFrom("exactly" as const, "notAfter" as const, "notBefore" as const)
  }),
  { nil: null }
)
const anyTerms: fc.Arbitrary<DueTerms> = fc
  .record({
    period: fc.oneof(dayLength, shortLength, event),
    dueTime: fc.constantFrom("closing" as const, "endOfDay" as const, "sameTime" as const),
    closedDays: fc.constantFrom<ClosedDays>(
      "keep",
      "nextOpenDay",
      "previousOpenDay",
      "sameWeekday",
      "skipClosed",
      "endOfOpenHours",
      "startOfNextOpenHours"
    ),
    zone,
    from: instant,
    notAfter: fc.option(instant, { nil: null }),
    cutToOpen: fc.boolean(),
    schedule,
    openingOffsetMinutes: fc.constantFrom(0, 20, 400)
  })
  .map(({ zone: name, ...rest }) => ({ ...rest, calendar: calendar.branch(name) as BranchCalendar }))

const dueOf = (terms: DueTerms): Due => Result.getOrThrow(dueAt(terms))
const isByDays = ({ period }: DueTerms): boolean => "days" in period || "weeks" in period || "months" in period
const isByHours = ({ period }: DueTerms): boolean => "minutes" in period || "hours" in period

/** Whether the rule promises that a later start is never due earlier. */
const isMonotone = (terms: DueTerms): boolean => {
  const { closedDays, dueTime, openingOffsetMinutes } = terms
  if ("to" in terms.period) return true
  if (closedDays === "sameWeekday") return false
  if (isByHours(terms))
    return (
      closedDays === "keep" ||
      closedDays === "endOfOpenHours" ||
      (closedDays === "startOfNextOpenHours" && openingOffsetMinutes === 0)
    )
  if (dueTime !== "sameTime") return true
  return closedDays === "keep" && !("months" in terms.period) && terms.calendar.zone === "Asia/Shanghai"
}

/** Whether the rule says that the branch is open when the loan falls due. */
const promisesOpen = (terms: DueTerms): boolean => {
  const { closedDays, dueTime } = terms
  if ("to" in terms.period) return true
  const looksAtHours = closedDays === "endOfOpenHours" || closedDays === "startOfNextOpenHours"
  if (isByHours(terms)) return looksAtHours
  return (dueTime === "closing" && closedDays !== "keep") || (dueTime === "sameTime" && looksAtHours)
}

/** What a step leads to, worked out from its own words, the step before it and the calendar. */
const recomputed = (step: DueStep, before: number, terms: DueTerms): number => {
  const { calendar: branch, from } = terms
  const dayBefore = branch.localDay(before as Instant)
  const midnight = (day: number | null): number => branch.instantAt(day as LocalDay, 0)
  const endOf = (day: number): number => midnight(day + 1) - 1
  switch (step.step) {
    case "period":
      return periodEnd(step.period, step.openDaysOnly, terms, midnight)
    case "schedule": {
      const named = dayNumber(step.dueBy) as number
      if (step.use === "exactly") return midnight(named)
      return midnight(step.use === "notAfter" ? Math.min(dayBefore, named) : Math.max(dayBefore, named))
    }
    case "closedDay": {
      const back = step.closedDays === "previousOpenDay" || step.closedDays === "endOfOpenHours"
      const previous = back ? branch.openDayUpTo(dayBefore) : null
      const same =
        step.closedDays === "sameWeekday" && isWholeWeeks(terms.period) ? branch.sameWeekdayFrom(dayBefore) : null
      const day =
        previous !== null && previous > branch.localDay(from) ? previous : (same ?? branch.openDayFrom(dayBefore))
      return before === midnight(dayBefore) && !isStillInstant(terms)
        ? midnight(day)
        : (branch.closingAt(day as LocalDay) as number)
    }
    case "closing":
      return branch.closingAt(dayBefore) as number
    case "endOfDay":
      return endOf(dayBefore)
    case "sameTime":
      return branch.instantAt(dayBefore, branch.localTime(from) / 60_000)
    case "openingHours": {
      const ended = step.closedDays === "endOfOpenHours" ? branch.hoursBefore(before as Instant) : null
      if (ended !== null && ended.to > from) return ended.to
      const next = branch.hoursAfter(before as Instant) ?? { from: Number.NaN, to: Number.NaN }
      const offset = step.closedDays === "startOfNextOpenHours" ? step.offsetMinutes * 60_000 : 0
      return Math.min(next.from + offset, next.to)
    }
    case "cap":
      return Math.min(before, step.at)
    case "readerExpiry":
      return Math.min(before, step.at, step.expiresAt)
  }
}

const isWholeWeeks = (period: Period): boolean => "weeks" in period || ("days" in period && period.days % 7 === 0)
const isStillInstant = (terms: DueTerms): boolean => isByHours(terms) && !movedBySchedule(terms)
const movedBySchedule = (terms: DueTerms): boolean => dueOf(terms).steps.some(({ step }) => step === "schedule")

const periodEnd = (
  period: Period,
  openDaysOnly: boolean,
  { calendar: branch, from }: DueTerms,
  midnight: (day: number | null) => number
): number => {
  const start = branch.localDay(from)
  if ("minutes" in period) return from + period.minutes * 60_000
  if ("hours" in period) return from + period.hours * 3_600_000
  if ("months" in period) return midnight(addMonths(start, period.months))
  const days = "weeks" in period ? period.weeks * 7 : "days" in period ? period.days : null
  if (days !== null) return midnight(openDaysOnly ? branch.addOpenDays(start, days) : start + days)
  return dueOf({
    ...({ calendar: branch, from, period } as DueTerms),
    dueTime: "closing",
    closedDays: "keep",
    notAfter: null
  }).dueAt
}

describe("a due instant, by any rule", () => {
  it("is never earlier for a later start, save by the rules that say so", () => {
    fc.assert(
      fc.property(anyTerms.filter(isMonotone), instant, (terms, other) => {
        const plain = { ...terms, schedule: null, notAfter: null }
        const [early, late] = [plain.from, other].sort((a, b) => a - b) as [Instant, Instant]
        expect(dueOf({ ...plain, from: late }).dueAt).toBeGreaterThanOrEqual(dueOf({ ...plain, from: early }).dueAt)
      }),
      { numRuns: 500 }
    )
  })

  it("is never earlier for a start a little later either", () => {
    fc.assert(
      fc.property(anyTerms.filter(isMonotone), fc.integer({ min: 1, max: 4 * 86_400_000 }), (terms, later) => {
        const plain = { ...terms, schedule: null }
        const then = dueOf({ ...plain, cutToOpen: false, from: Instant.make(plain.from + later) })
        expect(then.dueAt).toBeGreaterThanOrEqual(dueOf({ ...plain, cutToOpen: false }).dueAt)
      }),
      { numRuns: 1_000 }
    )
  })

  it("is at a time when the branch is open, or just closes, where the rule says so", () => {
    fc.assert(
      fc.property(anyTerms.filter(promisesOpen), (terms) => {
        const due = dueOf({ ...terms, schedule: null, notAfter: null }).dueAt
        expect(terms.calendar.isOpenAt(due) || terms.calendar.isOpenAt(Instant.make(due - 1))).toBe(true)
      }),
      { numRuns: 500 }
    )
  })

  it("follows from its steps, each from the one before it", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const { dueAt: at, steps } = dueOf(terms)
        let before: number = terms.from
        for (const step of steps) {
          expect([step.step, step.at]).toEqual([step.step, recomputed(step, before, terms)])
          before = step.at
        }
        expect(before).toBe(at)
      }),
      { numRuns: 500 }
    )
  })

  it("lies behind neither the reader's expiry nor a schedule's latest day", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const due = dueOf(terms).dueAt
        if (terms.notAfter !== null) expect(due).toBeLessThanOrEqual(terms.notAfter)
        if (terms.schedule?.use === "notAfter") expect(due).toBeLessThan(Date.UTC(2028, 1, 7))
      })
    )
  })

  it("is what Temporal says for days, weeks and months at the same time of day", () => {
    fc.assert(
      fc.property(anyTerms.filter(isByDays), (terms) => {
        const plain = { ...terms, dueTime: "sameTime", closedDays: "keep", schedule: null, notAfter: null } as const
        const start = Temporal.Instant.fromEpochMilliseconds(terms.from).toZonedDateTimeISO(terms.calendar.zone)
        const end = start.toPlainDateTime().add(terms.period as Temporal.DurationLike)
        expect(dueOf(plain).dueAt).toBe(end.toZonedDateTime(terms.calendar.zone).epochMilliseconds)
      }),
      { numRuns: 500 }
    )
  })
})

describe("the zone of the server", () => {
  const zoneBefore = process.env.TZ
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ
    else process.env.TZ = zoneBefore
  })

  it("changes no due instant", () => {
    const offsets = new Set<number>()
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const answers = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map((server) => {
          process.env.TZ = server
          offsets.add(new Date(0).getTimezoneOffset())
          return dueOf(terms)
        })
        expect(answers[1]).toEqual(answers[0])
        expect(answers[2]).toEqual(answers[0])
      })
    )
    expect(offsets.size).toBe(3)
  })
})
