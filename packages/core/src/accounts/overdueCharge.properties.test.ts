import { Result } from "effect"
import fc from "fast-check"
import { afterAll, assert, describe, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import { LocalDay } from "../calendar/localDay.ts"
import { Minor } from "../money/minor.ts"
import { rateOf } from "../money/rate.ts"
import { type SuspensionTerms, suspensionFor } from "./lateness/suspension.ts"
import { amountOf, type OverdueTerms, overdueCharge } from "./overdueCharge.ts"

const dayMs = 86_400_000
const zones = ["Asia/Shanghai", "Europe/Zurich", "America/New_York"]
const calendarIn = (zone: string): BranchCalendar => {
  const week = Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, ["09:00-12:00", "14:00-18:00"]])
  )
  const closures = [{ yearly: "03-30" }]
  const document = decodeCalendar({ branches: { b: { name: {}, zone, hours: week, closures } } })
  return compileCalendar(Result.getOrThrow(document)).branch("b") as BranchCalendar
}
const calendars = zones.map(calendarIn)

const first = Date.parse("2026-03-01T00:00Z")
const dueAt = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => Instant.make(first + minutes * 60_000))
const lateMs = fc.integer({ min: 0, max: 90 * 24 * 60 }).map((minutes) => minutes * 60_000)
const counted = fc.constantFrom("always" as const, "openDays" as const, "openHours" as const)
const amnesty = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom("whole", "skipped"))
  .map(([start, length, afterwards]) => ({
    from: LocalDay.make(first / dayMs + start),
    to: LocalDay.make(first / dayMs + start + length),
    afterwards: afterwards as "whole" | "skipped"
  }))
const rate = fc.constantFrom("0.10", "0.333", "1.00", "0.00").map((amount) => rateOf(amount, 2))
const tiers = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), rate), { minLength: 1, maxLength: 4 })
  .map((lengths) => {
    let from = 1
    return lengths.map(([length, rate], place) => {
      const tier = { from, to: place === lengths.length - 1 ? null : from + length - 1, rate }
      from += length
      return tier
    })
  })
const counting = fc.record({
  per: fc.constantFrom("minute", "hour", "day", "week", "month", "year"),
  every: fc.integer({ min: 1, max: 8 }),
  counts: fc.constantFrom("begun", "full")
})
const lateTerms = {
  counted,
  graceCounted: counted,
  grace: fc.oneof(
    fc.record({ days: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ hours: fc.integer({ min: 0, max: 72 }) }),
    fc.record({ minutes: fc.integer({ min: 0, max: 90 }) })
  ),
  graceIncluded: fc.boolean()
}
const maximum = fc.oneof(
  fc.constant("unlimited" as const),
  fc.integer({ min: 0, max: 500 }).map((n) => Minor.make(n))
)
const termsWith = (amnesties: fc.Arbitrary<OverdueTerms["amnesties"]>): fc.Arbitrary<OverdueTerms> =>
  fc
    .record({
      ...lateTerms,
      amnesties,
      rate: fc.tuple(counting, tiers).map(([counting, tiers]) => ({ ...counting, tiers })),
      cap: maximum,
      capOfPrice: maximum,
      rounding: fc.constantFrom("halfUp", "halfEven", "down", "up")
    })
    .map((terms) => terms as OverdueTerms)
const withoutAmnesty = termsWith(fc.constant([]))
const anyTerms = termsWith(fc.array(amnesty, { maxLength: 3 }))
const place = fc.constantFrom(...calendars)
const price = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 3_000 }).map((n) => Minor.make(n))
)

const after = (due: Instant, ms: number): Instant => Instant.make(due + ms)

describe("what being late costs", () => {
  it("is never below zero, never above a cap, and what its steps lead to", () => {
    fc.assert(
      fc.property(anyTerms, place, dueAt, lateMs, price, (terms, calendar, dueAt, ms, price) => {
        const { amount, steps } = overdueCharge({ dueAt, until: after(dueAt, ms), calendar, price }, terms)
        assert.isAtLeast(amount, 0)
        if (terms.cap !== "unlimited") assert.isAtMost(amount, terms.cap)
        if (terms.capOfPrice !== "unlimited" && price !== null)
          assert.isAtMost(amount, Math.ceil((price * terms.capOfPrice) / 100))
        assert.strictEqual(amountOf(JSON.parse(JSON.stringify(steps[0]))), amount)
      })
    )
  })

  it("is never less for a later return, where no amnesty is", () => {
    fc.assert(
      fc.property(withoutAmnesty, place, dueAt, lateMs, lateMs, (terms, calendar, dueAt, one, other) => {
        const at = (ms: number): number => overdueCharge({ dueAt, until: after(dueAt, ms), calendar }, terms).amount
        assert.isAtLeast(at(Math.max(one, other)), at(Math.min(one, other)))
      })
    )
  })

  it("is never less for a later return outside the days of amnesties", () => {
    fc.assert(
      fc.property(anyTerms, place, dueAt, lateMs, lateMs, (terms, calendar, dueAt, one, other) => {
        const [early, later] = [Math.min(one, other), Math.max(one, other)]
        const at = (ms: number): number => overdueCharge({ dueAt, until: after(dueAt, ms), calendar }, terms).amount
        const day = calendar.localDay(after(dueAt, later))
        const free = terms.amnesties.some(({ from, to }) => from <= day && day <= to)
        assert.isAtLeast(at(later), free ? 0 : at(early))
      })
    )
  })

  it("accrues night by night, with nights left out and gone through twice, to what one step gives", () => {
    const nights = fc.array(lateMs, { maxLength: 12 })
    fc.assert(
      fc.property(anyTerms, place, dueAt, lateMs, nights, (terms, calendar, dueAt, ms, nights) => {
        const at = (late: number): number => overdueCharge({ dueAt, until: after(dueAt, late), calendar }, terms).amount
        let accrued = 0
        for (const night of [...nights.filter((night) => night < ms).sort((a, b) => a - b), ms]) {
          for (let again = 0; again < 2; again++) accrued += at(night) - accrued
        }
        assert.strictEqual(accrued, at(ms))
      })
    )
  })

  it("is nothing up to the due instant", () => {
    fc.assert(
      fc.property(anyTerms, place, dueAt, lateMs, (terms, calendar, dueAt, ms) => {
        assert.strictEqual(overdueCharge({ dueAt, until: after(dueAt, -ms), calendar }, terms).amount, 0)
      })
    )
  })
})

const suspensionTerms: fc.Arbitrary<SuspensionTerms> = fc
  .record({
    ...lateTerms,
    amnesties: fc.constant([]),
    counting,
    days: fc.integer({ min: 1, max: 9 }),
    daysMax: fc.oneof(fc.constant("unlimited" as const), fc.integer({ min: 1, max: 40 })),
    onClosedDays: fc.boolean(),
    cumulative: fc.boolean()
  })
  .map(({ counting, ...terms }) => ({ ...terms, ...counting }) as SuspensionTerms)
const running = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 200 }).map((days) => Instant.make(first + days * dayMs))
)

describe("a suspension", () => {
  it("ends no earlier for a later return, and no earlier than one that runs", () => {
    fc.assert(
      fc.property(suspensionTerms, place, dueAt, lateMs, lateMs, running, (terms, calendar, dueAt, a, b, runs) => {
        const until = (ms: number): number =>
          suspensionFor({ dueAt, until: after(dueAt, ms), calendar }, terms, runs)?.until ?? runs ?? 0
        assert.isAtLeast(until(Math.max(a, b)), until(Math.min(a, b)))
        assert.isAtLeast(until(a), runs ?? 0)
      })
    )
  })
})

describe("the zone of the server", () => {
  const zoneBefore = process.env.TZ
  afterAll(() => {
    if (zoneBefore === undefined) delete process.env.TZ
    else process.env.TZ = zoneBefore
  })

  it("changes nothing of what being late costs", () => {
    fc.assert(
      fc.property(
        anyTerms,
        suspensionTerms,
        fc.constantFrom(...zones),
        dueAt,
        lateMs,
        (terms, days, zone, dueAt, ms) => {
          const told = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"].map((server) => {
            process.env.TZ = server
            const late = { dueAt, until: after(dueAt, ms), calendar: calendarIn(zone) }
            return [overdueCharge(late, terms), suspensionFor(late, days)]
          })
          assert.deepEqual(told[1], told[0])
          assert.deepEqual(told[2], told[0])
        }
      ),
      { numRuns: 40 }
    )
  })
})
