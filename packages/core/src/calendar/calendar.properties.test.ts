import { Result } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "./calendar.ts"
import { decodeCalendar } from "./decodeCalendar.ts"
import type { CalendarDocument } from "./document.ts"
import { Instant } from "./instant.ts"
import type { LocalDay } from "./localDay.ts"

const start = Date.parse("2025-06-01T00:00:00Z")
const dayMs = 86_400_000
const date = (days: number): string => new Date(start + days * dayMs).toISOString().slice(0, 10)
const dated = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 }))
  .map(([from, length]) => ({ from: date(from), to: date(from + length) }))
const span = fc.constantFrom("09:00-12:00", "14:00-18:00", "20:00-02:00", "00:00-24:00", "22:30-22:30")
const spans = fc.array(span, { maxLength: 3 })
const weekday = fc.constantFrom("mon", "tue", "wed", "thu", "fri", "sat", "sun")
const closure = fc.oneof(
  fc.record({ weekly: weekday }),
  fc.tuple(fc.record({ weekly: weekday }), dated).map(([one, range]) => ({ ...one, ...range })),
  fc.record({ yearly: fc.constantFrom("01-01", "02-29", "12-25") }),
  fc.record({ nth: fc.constantFrom<1 | 2 | "last">(1, 2, "last"), weekday })
)
const exception = fc.tuple(dated, fc.option(spans, { nil: null })).map(([range, hours]) => ({
  ...range,
  ...(hours === null ? { closed: true as const } : { hours })
}))
const document = fc.record(
  {
    branches: fc.record({
      main: fc.record({
        name: fc.constant({ en: "Main", zh: "总馆" }),
        zone: fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia"),
        hours: fc.dictionary(weekday, spans, { maxKeys: 7 }),
        closures: fc.array(closure, { maxLength: 3 }),
        exceptions: fc.array(exception, { maxLength: 3 })
      })
    }),
    terms: fc.dictionary(fc.constantFrom("spring", "autumn"), dated, { maxKeys: 2 })
  },
  { requiredKeys: ["branches"] }
)
const instant = fc.integer({ min: start, max: start + 800 * dayMs }).map((at) => Instant.make(at))
const mainOf = (decoded: CalendarDocument): BranchCalendar => compileCalendar(decoded).branch("main") as BranchCalendar

it("says the same after it was written as JSON and read back", () => {
  fc.assert(
    fc.property(document, instant, (given, at) => {
      const decoded = Result.getOrThrow(decodeCalendar(given))
      const back = Result.getOrThrow(decodeCalendar(JSON.parse(JSON.stringify(decoded))))
      expect(back).toEqual(decoded)
      const [one, other] = [mainOf(decoded), mainOf(back)]
      const said = (branch: BranchCalendar): unknown => {
        const day = branch.localDay(at)
        return [branch.spans(day), branch.termOf(day), branch.hoursAfter(at), branch.addOpenDays(day, 10)]
      }
      expect(said(other)).toEqual(said(one))
    })
  )
})

it("answers every search, with an open day or none, however few days are open", () => {
  fc.assert(
    fc.property(document, instant, fc.integer({ min: 0, max: 40 }), (given, at, n) => {
      const main = mainOf(Result.getOrThrow(decodeCalendar(given)))
      const day = main.localDay(at)
      const found = [main.openDayFrom(day), main.openDayUpTo(day), main.addOpenDays(day, n), main.sameWeekdayFrom(day)]
      for (const one of found) if (one !== null) expect(main.isOpenDay(one)).toBe(true)
      expect(main.openDayFrom(day) === null).toBe(closedFor(main, day, 366))
      const [next, last] = [main.hoursAfter(at), main.hoursBefore(at)]
      if (next !== null) expect(next.from).toBeGreaterThan(at)
      if (last !== null) expect(last.to).toBeLessThanOrEqual(at)
    })
  )
})

const closedFor = (branch: BranchCalendar, from: LocalDay, days: number): boolean =>
  Array.from({ length: days + 1 }, (_, n) => (from + n) as LocalDay).every((day) => !branch.isOpenDay(day))
