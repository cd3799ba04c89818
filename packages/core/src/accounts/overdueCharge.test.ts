import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { decodeCalendar } from "../calendar/document.ts"
import { Instant } from "../calendar/instant.ts"
import { Minor } from "../money/minor.ts"
import { rateOf } from "../money/rate.ts"
import { type OverdueTerms, overdueCharge } from "./overdueCharge.ts"

const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, ["09:00-18:00"]]))
const calendar = compileCalendar(
  Result.getOrThrow(decodeCalendar({ branches: { main: { name: {}, zone: "Asia/Shanghai", hours: weekdays } } }))
)
const main = calendar.branch("main") as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(text))
/** A Thursday, at closing time. */
const dueAt = at("2026-03-05T18:00+08:00")
const terms: OverdueTerms = {
  dueAt,
  returnedAt: dueAt,
  rate: rateOf("0.10", 2),
  per: "day",
  grace: { days: 0 },
  graceIncluded: true,
  cap: "unlimited",
  countClosedDays: true,
  calendar: main,
  rounding: "halfUp"
}
const owed = (change: Partial<OverdueTerms>): number => overdueCharge({ ...terms, ...change }).amount

describe("an overdue charge", () => {
  it.each<[string, Partial<OverdueTerms>, number]>([
    ["nothing for a return in time", {}, 0],
    ["nothing later on the due day", { returnedAt: at("2026-03-05T23:00+08:00") }, 0],
    ["a day on the next day", { returnedAt: at("2026-03-06T09:00+08:00") }, 10],
    ["every day of the calendar", { returnedAt: at("2026-03-09T09:00+08:00") }, 40],
    ["open days only, if told", { returnedAt: at("2026-03-09T09:00+08:00"), countClosedDays: false }, 20],
    ["nothing within grace", { returnedAt: at("2026-03-07T09:00+08:00"), grace: { days: 2 } }, 0],
    ["the grace too, once it is over", { returnedAt: at("2026-03-08T09:00+08:00"), grace: { days: 2 } }, 30],
    [
      "not the grace, if told",
      { returnedAt: at("2026-03-08T09:00+08:00"), grace: { days: 2 }, graceIncluded: false },
      10
    ],
    ["no more than the cap", { returnedAt: at("2027-03-08T09:00+08:00"), cap: Minor.make(1_500) }, 1_500],
    ["a begun hour whole", { returnedAt: at("2026-03-05T19:01+08:00"), per: "hour" }, 20],
    [
      "hours without those of closed days, if told",
      { returnedAt: at("2026-03-09T00:30+08:00"), per: "hour", countClosedDays: false },
      310
    ],
    [
      "no more than money can be counted exactly, whatever the policy says",
      { returnedAt: at("2999-12-31T00:00Z"), per: "hour", rate: rateOf("999999999999.99", 2) },
      1_000_000_000_000
    ]
  ])("is %s", (_, change, expected) => {
    expect(owed(change)).toBe(expected)
  })

  const anyTerms = fc.record({
    per: fc.constantFrom("day" as const, "hour" as const),
    grace: fc.oneof(
      fc.record({ days: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ hours: fc.integer({ min: 0, max: 72 }) })
    ),
    graceIncluded: fc.boolean(),
    countClosedDays: fc.boolean(),
    cap: fc.oneof(
      fc.constant("unlimited" as const),
      fc.integer({ min: 0, max: 500 }).map((cap) => Minor.make(cap))
    )
  })
  const late = fc.integer({ min: 0, max: 90 * 86_400_000 })

  it("is never less for a later return, and never above its cap", () => {
    fc.assert(
      fc.property(anyTerms, late, late, (change, a, b) => {
        const of = (ms: number): number => owed({ ...change, returnedAt: Instant.make(dueAt + ms) })
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)))
        if (change.cap !== "unlimited") expect(of(a)).toBeLessThanOrEqual(change.cap)
      })
    )
  })
})
