import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Calendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import type { DocumentHistory } from "../decision/documentHistory.ts"
import type { EventRow } from "../decision/event.ts"
import { compilePolicy } from "../policy/index.ts"
import { decodePolicy } from "../policy/reading/decodePolicy.ts"
import { loanRow, readerRow } from "../testing/rows.ts"
import type { ClosedDays } from "./closedDays.ts"
import { type DueTime, dueAt } from "./dueAt.ts"
import { redatedLoan } from "./redateLoan.ts"

const day = 86_400_000
const start = Date.parse("2026-03-01T00:00:00Z")
const date = (days: number): string => new Date(start + days * day).toISOString().slice(0, 10)

const weekHours = fc.constantFrom(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
  ["mon", "tue", "wed", "thu", "fri"],
  ["tue", "thu", "sat"]
)
const closures = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
    .map(([from, length]) => ({ from: date(from), to: date(from + length), closed: true })),
  { maxLength: 4 }
)
const rule = fc.record({
  period: fc.oneof(
    fc.integer({ min: 1, max: 40 }).map((days) => ({ days })),
    fc.integer({ min: 1, max: 4 }).map((weeks) => ({ weeks })),
    fc.integer({ min: 1, max: 200 }).map((hours) => ({ hours })),
    fc.constant({ months: 1 })
  ),
  dueTime: fc.constantFrom<DueTime>("closing", "endOfDay", "sameTime"),
  closedDays: fc.constantFrom<ClosedDays>(
    "keep",
    "nextOpenDay",
    "previousOpenDay",
    "sameWeekday",
    "skipClosed",
    "endOfOpenHours",
    "startOfNextOpenHours"
  )
})
type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never
const minutes = fc.integer({ min: 0, max: 30 * 1_440 })

const calendarOf = (days: ReadonlyArray<string>, exceptions: ReadonlyArray<object>): Calendar =>
  compileCalendar(
    Result.getOrThrow(
      decodeCalendar({
        branches: {
          main: {
            name: {},
            zone: "Europe/Berlin",
            hours: Object.fromEntries(days.map((name) => [name, ["09:00-12:00", "14:00-18:00"]])),
            exceptions
          }
        }
      })
    )
  )

const policyOf = ({ period, dueTime, closedDays }: Rule) =>
  compilePolicy(
    Result.getOrThrow(
      decodePolicy({
        currency: "EUR",
        rounding: "halfUp",
        precedence: { by: "mostCriteria" },
        readerCategories: { adult: {} },
        itemTypes: { book: {} },
        rows: [{ id: "base", when: {}, set: { loanPeriod: period, dueTime, closedDays } }]
      })
    ),
    { version: 1 }
  )

const rows = { loanPeriod: "base", dueTime: "base", closedDays: "base" }

/** A loan of this rule that began at an instant, and what a calendar after another makes of its due instant. */
const loanUnder = (given: Rule, from: Instant, first: Calendar) => {
  const policy = policyOf(given)
  const ruled = (calendar: Calendar): Instant | null => {
    const branch = calendar.branch("main")
    const due = branch && dueAt({ ...given, calendar: branch, from, notAfter: null })
    return due === undefined || Result.isFailure(due) ? null : due.success.dueAt
  }
  const decided = ruled(first)
  if (decided === null) return null
  const calendars = [{ version: 1, validFrom: 0, publishedAt: 0, rules: first }]
  const events: Array<EventRow> = []
  const note = (tag: EventRow["tag"], at: number, facts: object): void =>
    void events.push({ tag, at, body: JSON.stringify(facts) } as EventRow)
  note("ItemCheckedOut", from, { dueAt: decided, policyVersion: 1, policyRows: rows })
  let due = decided
  return {
    ruled,
    decided,
    due: () => due,
    /** Publishes the calendar and re-dates at an instant; whether it moved. */
    redate: (calendar: Calendar, at: number): boolean => {
      calendars.unshift({ version: calendars.length + 1, validFrom: at, publishedAt: at, rules: calendar })
      const history: DocumentHistory = {
        policies: [{ version: 1, validFrom: 0, publishedAt: 0, rules: policy }],
        calendars
      }
      const facts = {
        loanOfItem: {
          loan: loanRow("l1", "i1", { lentAt: from, dueAt: due }),
          reader: readerRow("ada"),
          account: null
        },
        historyOfLoan: events
      }
      const moved = redatedLoan(facts as never, at, history)
      if ("because" in moved) return false
      due = moved.to
      note("LoanRedated", at, { dueAt: due, calendarVersion: calendars.length })
      return true
    }
  }
}

const instant = (minute: number): Instant => Instant.make(start + minute * 60_000)
const wide = { numRuns: 400 }

describe("a re-dated loan", () => {
  it("is due when it would have been, had the calendar always said so; twice changes nothing", () => {
    fc.assert(
      fc.property(rule, minutes, weekHours, closures, closures, (given, minute, week, before, after) => {
        const from = instant(minute)
        const loan = loanUnder(given, from, calendarOf(week, before))
        if (loan === null) return
        const next = calendarOf(week, after)
        const wanted = loan.ruled(next)
        loan.redate(next, from + 1)
        expect(loan.due()).toBe(wanted === null || wanted <= from ? loan.decided : wanted)
        expect(loan.redate(next, from + 2)).toBe(false)
      }),
      wide
    )
  })

  it("has its first due date again once the days are open again", () => {
    fc.assert(
      fc.property(rule, minutes, weekHours, closures, closures, (given, minute, week, before, after) => {
        const from = instant(minute)
        const first = calendarOf(week, before)
        const loan = loanUnder(given, from, first)
        if (loan === null) return
        loan.redate(calendarOf(week, after), from + 1)
        loan.redate(calendarOf(week, before), from + 2)
        expect(loan.due()).toBe(loan.decided)
      }),
      wide
    )
  })

  it("is never moved back to before the instant of re-dating", () => {
    fc.assert(
      fc.property(
        rule,
        minutes,
        minutes,
        weekHours,
        closures,
        closures,
        (given, minute, later, week, before, after) => {
          const loan = loanUnder(given, instant(minute), calendarOf(week, before))
          if (loan === null) return
          const at = instant(minute + later + 1)
          loan.redate(calendarOf(week, after), at)
          expect(loan.due()).toBeGreaterThanOrEqual(Math.min(at, loan.decided))
        }
      ),
      wide
    )
  })

  it("is due on an open day where the rule moves off closed ones", () => {
    const moving = rule.filter(({ closedDays }) => closedDays === "nextOpenDay" || closedDays === "skipClosed")
    fc.assert(
      fc.property(moving, minutes, weekHours, closures, closures, (given, minute, week, before, after) => {
        const from = instant(minute)
        const loan = loanUnder(given, from, calendarOf(week, before))
        const next = calendarOf(week, after)
        const main = next.branch("main")
        if (loan === null || main === undefined || loan.ruled(next) === null) return
        loan.redate(next, from + 1)
        expect(main.isOpenDay(main.localDay(loan.due()))).toBe(true)
      }),
      wide
    )
  })

  it("goes through several calendars to where the last alone would have led", () => {
    fc.assert(
      fc.property(
        rule,
        minutes,
        weekHours,
        fc.array(closures, { minLength: 1, maxLength: 4 }),
        (given, minute, week, list) => {
          const from = instant(minute)
          const first = calendarOf(week, [])
          const [step, straight] = [loanUnder(given, from, first), loanUnder(given, from, first)]
          if (step === null || straight === null) return
          const calendars = list.map((exceptions) => calendarOf(week, exceptions))
          for (const calendar of calendars) step.redate(calendar, from + 1)
          straight.redate(calendars.at(-1) as Calendar, from + 1)
          const wanted = step.ruled(calendars.at(-1) as Calendar)
          if (wanted !== null && wanted > from) expect(step.due()).toBe(straight.due())
        }
      ),
      wide
    )
  })
})
