import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { type BranchCalendar, compileCalendar } from "../calendar/calendar.ts"
import { dayNumber } from "../calendar/civilDay.ts"
import { decodeCalendar } from "../calendar/decodeCalendar.ts"
import { Instant } from "../calendar/instant.ts"
import { LocalDay } from "../calendar/localDay.ts"
import { Minor } from "../money/minor.ts"
import { rateOf } from "../money/rate.ts"
import type { Amnesty } from "./lateness/amnesty.ts"
import { type OverdueRate, type OverdueTerms, overdueCharge } from "./overdueCharge.ts"

const weekdays = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((name) => [name, ["09:00-18:00"]]))
const calendar = compileCalendar(
  Result.getOrThrow(decodeCalendar({ branches: { main: { name: {}, zone: "Asia/Shanghai", hours: weekdays } } }))
)
const main = calendar.branch("main") as BranchCalendar
const at = (text: string): Instant => Instant.make(Date.parse(text))
/** A Thursday, at closing time. */
const dueAt = at("2026-03-05T18:00+08:00")
const terms: OverdueTerms = {
  rate: { per: "day", every: 1, counts: "begun", tiers: [{ from: 1, to: null, rate: rateOf("0.10", 2) }] },
  grace: { days: 0 },
  graceIncluded: true,
  graceCounted: "always",
  amnesties: [],
  cap: "unlimited",
  capOfPrice: "unlimited",
  counted: "always",
  rounding: "halfUp"
}

interface Given extends Partial<OverdueTerms> {
  readonly returnedAt?: Instant
  readonly price?: number
}

const charge = ({ returnedAt: until = dueAt, price, ...change }: Given) => {
  const given = { ...terms, ...change }
  const late = { dueAt, until, calendar: main, price: price === undefined ? null : Minor.make(price) }
  return overdueCharge(late, { ...given, graceCounted: change.graceCounted ?? given.counted })
}
const owed = (given: Given): number => charge(given).amount

type Tier = readonly [from: number, to: number | null, amount: string]
const rateBy = (change: Partial<OverdueRate>, ...tiers: ReadonlyArray<Tier>): { readonly rate: OverdueRate } => ({
  rate: {
    ...terms.rate,
    ...change,
    ...(tiers.length === 0 ? {} : { tiers: tiers.map(([from, to, amount]) => ({ from, to, rate: rateOf(amount, 2) })) })
  }
})
const hours = rateBy({ per: "hour" })
const day = (text: string): LocalDay => LocalDay.make(dayNumber(text) as number)
const amnesty = (afterwards: Amnesty["afterwards"]) => ({
  amnesties: [{ from: day("2026-03-07"), to: day("2026-03-09"), afterwards }]
})

describe("an overdue charge", () => {
  it.each<[string, Given, number]>([
    ["nothing for a return in time", {}, 0],
    ["nothing later on the due day", { returnedAt: at("2026-03-05T23:00+08:00") }, 0],
    ["a day on the next day", { returnedAt: at("2026-03-06T09:00+08:00") }, 10],
    ["every day of the calendar", { returnedAt: at("2026-03-09T09:00+08:00") }, 40],
    ["open days only, if told", { returnedAt: at("2026-03-09T09:00+08:00"), counted: "openDays" }, 20],
    ["nothing within grace", { returnedAt: at("2026-03-07T09:00+08:00"), grace: { days: 2 } }, 0],
    ["the grace too, once it is over", { returnedAt: at("2026-03-08T09:00+08:00"), grace: { days: 2 } }, 30],
    [
      "not the grace, if told",
      { returnedAt: at("2026-03-08T09:00+08:00"), grace: { days: 2 }, graceIncluded: false },
      10
    ],
    ["no more than the cap", { returnedAt: at("2027-03-08T09:00+08:00"), cap: Minor.make(1_500) }, 1_500],
    ["a begun hour whole", { returnedAt: at("2026-03-05T19:01+08:00"), ...hours }, 20],
    [
      "hours without those of closed days, if told",
      { returnedAt: at("2026-03-09T00:30+08:00"), ...hours, counted: "openDays" },
      310
    ],
    [
      "no more than money can be counted exactly, whatever the policy says",
      { returnedAt: at("2999-12-31T00:00Z"), ...rateBy({ per: "hour" }, [1, null, "999999999999.99"]) },
      1_000_000_000_000
    ],
    [
      "of hours, those of opening hours alone, if told",
      { returnedAt: at("2026-03-06T10:30+08:00"), ...hours, counted: "openHours" },
      20
    ],
    ["a begun minute whole", { returnedAt: at("2026-03-05T18:02:01+08:00"), ...rateBy({ per: "minute" }) }, 30],
    ["a begun week whole", { returnedAt: at("2026-03-13T09:00+08:00"), ...rateBy({ per: "week" }) }, 20],
    ["a month of 31 days", { returnedAt: at("2026-04-05T23:00+08:00"), ...rateBy({ per: "month" }) }, 10],
    ["a year of 365", { returnedAt: at("2027-03-06T09:00+08:00"), ...rateBy({ per: "year" }) }, 20],
    ["every third day, begun", { returnedAt: at("2026-03-09T09:00+08:00"), ...rateBy({ every: 3 }) }, 20],
    [
      "every third day, full ones only",
      { returnedAt: at("2026-03-09T09:00+08:00"), ...rateBy({ every: 3, counts: "full" }) },
      10
    ],
    [
      "tier by tier, each for the units in it",
      { returnedAt: at("2026-03-10T09:00+08:00"), ...rateBy({}, [1, 2, "0.10"], [3, 3, "0.50"], [4, null, "1.00"]) },
      270
    ],
    [
      "nothing beyond the last tier, where it ends",
      { returnedAt: at("2026-03-10T09:00+08:00"), ...rateBy({}, [1, 2, "0.10"]) },
      20
    ],
    [
      "tiers of parts of a cent rounded once together",
      { returnedAt: at("2026-03-07T09:00+08:00"), ...rateBy({}, [1, 1, "0.004"], [2, 2, "0.0045"]) },
      1
    ],
    [
      "nothing in a grace that open days alone use up",
      { returnedAt: at("2026-03-09T09:00+08:00"), grace: { days: 2 }, graceCounted: "openDays" },
      0
    ],
    [
      "open days after a grace that closed days use up",
      {
        returnedAt: at("2026-03-10T09:00+08:00"),
        grace: { days: 2 },
        graceIncluded: false,
        graceCounted: "always",
        counted: "openDays"
      },
      20
    ],
    [
      "all days after a grace that open days alone use up",
      {
        returnedAt: at("2026-03-11T09:00+08:00"),
        grace: { days: 2 },
        graceIncluded: false,
        graceCounted: "openDays"
      },
      20
    ],
    [
      "hours after a grace of minutes",
      {
        returnedAt: at("2026-03-05T19:20+08:00"),
        ...hours,
        grace: { minutes: 30 },
        graceIncluded: false
      },
      10
    ],
    [
      "no more than half the price, where that is the smaller cap",
      { returnedAt: at("2026-03-15T09:00+08:00"), cap: Minor.make(90), capOfPrice: 50, price: 155 },
      78
    ],
    ["no cap by the price where it is not known", { returnedAt: at("2026-03-15T09:00+08:00"), capOfPrice: 50 }, 100],
    ["nothing on the days of an amnesty", { returnedAt: at("2026-03-09T23:00+08:00"), ...amnesty("whole") }, 0],
    ["all days after an amnesty", { returnedAt: at("2026-03-10T09:00+08:00"), ...amnesty("whole") }, 50],
    ["all but those of the amnesty, if told", { returnedAt: at("2026-03-10T09:00+08:00"), ...amnesty("skipped") }, 20],
    [
      "all hours but those of the amnesty, if told",
      { returnedAt: at("2026-03-10T01:00+08:00"), ...hours, ...amnesty("skipped") },
      310
    ]
  ])("is %s", (_, change, expected) => {
    expect(owed(change)).toBe(expected)
  })
})
