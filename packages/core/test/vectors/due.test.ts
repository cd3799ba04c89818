import { Result } from "effect"
import { expect } from "vitest"
import { type BranchCalendar, compileCalendar } from "../../src/calendar/calendar.ts"
import { dayNumber } from "../../src/calendar/civilDay.ts"
import { decodeCalendar } from "../../src/calendar/decodeCalendar.ts"
import { Instant } from "../../src/calendar/instant.ts"
import { LocalDay } from "../../src/calendar/localDay.ts"
import { consult } from "../../src/decision/consult.ts"
import type { Due, DueRefusal } from "../../src/loans/dueAt.ts"
import { dueFor } from "../../src/loans/dueFor.ts"
import { compilePolicy, unknownContext } from "../../src/policy/index.ts"
import { decodePolicy } from "../../src/policy/reading/decodePolicy.ts"
import differently from "./differently/due.json" with { type: "json" }
import { describeVectors, type VectorEntry } from "./vectorEntries.ts"

type Given = VectorEntry["given"]

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
const everyDay = (hours: ReadonlyArray<string>): object => Object.fromEntries(week.map((day) => [day, hours]))

const branch = (parts: object, zone = "UTC"): BranchCalendar => {
  const document = Result.getOrThrow(decodeCalendar({ branches: { b: { name: {}, zone, ...parts } } }))
  return compileCalendar(document).branch("b") as BranchCalendar
}

const kohaCalendar = ({ calendar = {}, openTime, closeTime }: Given): BranchCalendar => {
  const hours = openTime === undefined ? "00:00-24:00" : `${openTime}-${closeTime}`
  return branch({
    hours: everyDay([hours]),
    closures: [
      ...(calendar.closedWeekdays ?? []).map((day: string) => ({ weekly: day.slice(0, 3).toLowerCase() })),
      ...(calendar.closedMonthDays ?? []).map((yearly: string) => ({ yearly }))
    ],
    exceptions: [
      ...(calendar.closedDates ?? []).map((from: string) => ({ from, closed: true })),
      ...(calendar.openExceptions ?? []).map((from: string) => ({ from, hours: [hours] }))
    ]
  })
}

/** Local times of the entries are without a zone: read as UTC, in a branch whose zone that is. */
const localInstant = (text: string): Instant => Instant.make(Date.parse(text.length === 10 ? text : `${text}Z`))
const dayOf = (text: string): LocalDay => LocalDay.make(dayNumber(text.slice(0, 10)) as number)
const dateOf = (day: LocalDay | null): string => new Date((day ?? Number.NaN) * 86_400_000).toISOString().slice(0, 10)

interface Loan {
  readonly set: object
  readonly firstRows?: ReadonlyArray<object>
  readonly calendar: BranchCalendar
  readonly from: Instant
  readonly expiresAt?: Instant | null
  readonly waiting?: number
  readonly isRenewal?: boolean
}

const policyOf = ({ set, firstRows = [] }: Pick<Loan, "set" | "firstRows">) =>
  decodePolicy({
    currency: "EUR",
    rounding: "halfUp",
    precedence: { by: "firstRow" },
    readerCategories: {},
    itemTypes: {},
    rows: [...firstRows, { id: "base", when: {}, set }]
  })

const dueOf = (loan: Loan): Result.Result<Due, DueRefusal> => {
  const { calendar, from, expiresAt = null, waiting = 0, isRenewal = false } = loan
  const policy = compilePolicy(Result.getOrThrow(policyOf(loan)), { version: 1 })
  const asked = consult(policy, { ...unknownContext, waiting, isRenewal })
  const period = isRenewal ? asked.required("renewalPeriod") : asked.required("loanPeriod")
  const due = dueFor(asked, calendar, from, expiresAt, period)
  if (due === null) throw new Error("the policy of the entry lacks a setting")
  return due
}

const iso = (loan: Loan): string => new Date(Result.getOrThrow(dueOf(loan)).dueAt).toISOString()

const kohaModes: Readonly<Record<string, string>> = {
  Days: "keep",
  Datedue: "nextOpenDay",
  calendarAware: "nextOpenDay",
  Dayweek: "sameWeekday",
  Calendar: "skipClosed"
}
const kohaHours: Readonly<Record<string, string>> = { close: "endOfOpenHours", open: "startOfNextOpenHours" }

describeVectors(["calendar_closed"], differently, ({ given, expect: expected }) => {
  expect(!kohaCalendar(given).isOpenDay(dayOf(given.date))).toBe(expected.closed)
})

describeVectors(["calendar_add"], differently, ({ given, expect: expected }) => {
  const calendar = kohaCalendar(given)
  const { start, addDays, daysMode, operation } = given
  if (daysMode === "Days") {
    const set = { loanPeriod: { days: addDays }, dueTime: "sameTime", closedDays: "keep" }
    expect(iso({ set, calendar, from: localInstant(start) }).slice(0, expected.date.length)).toBe(expected.date)
    return
  }
  const shifted = LocalDay.make(dayOf(start) + addDays)
  const back = addDays < 0
  const counted =
    back && operation === undefined
      ? calendar.subtractOpenDays(dayOf(start), -addDays)
      : calendar.addOpenDays(dayOf(start), addDays)
  const moved = back ? calendar.openDayUpTo(shifted) : calendar.openDayFrom(shifted)
  const date = dateOf(daysMode === "Datedue" ? moved : counted)
  if (expected.date !== undefined) expect(date).toBe(expected.date)
  else expect(new Date(date).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" })).toBe(expected.weekday)
})

describeVectors(["calendar_between"], differently, ({ given, expect: expected }) => {
  const calendar = kohaCalendar(given)
  const days = [dayOf(given.from), dayOf(given.to)] as const
  const open = calendar.openTimeBetween(localInstant(given.from), localInstant(given.to))
  const answers: Readonly<Record<string, unknown>> = {
    openDays: calendar.openDaysBetween(...days),
    openHours: open / 3_600_000,
    openMinutes: open / 60_000,
    anyOpenDayStrictlyBetween: calendar.hasOpenDayBetween(...days)
  }
  for (const [name, value] of Object.entries(expected)) expect(answers[name], name).toBe(value)
})

describeVectors(["due_date"], differently, ({ given, expect: expected }) => {
  const { unit, loanLength, renewalLength = 0, libraryHours, illDueDate, patronExpiry } = given
  const due = iso({
    set: {
      loanPeriod: illDueDate === undefined ? { [unit]: loanLength } : { until: illDueDate.slice(0, 10) },
      renewalPeriod: { [unit ?? "days"]: renewalLength },
      dueTime: "endOfDay",
      closedDays: kohaHours[libraryHours] ?? kohaModes[given.daysMode] ?? "keep",
      dueCutAtExpiry: given.returnBeforeExpiry === true
    },
    calendar: kohaCalendar(given),
    from: localInstant(given.start ?? "2024-03-11"),
    expiresAt: patronExpiry === undefined ? null : localInstant(`${patronExpiry}T23:59:00`),
    isRenewal: given.isRenewal ?? false
  })
  // The end of a day is its last minute there, its last millisecond here.
  if (expected.due !== undefined) expect(due.slice(0, 16)).toBe(expected.due.slice(0, 16))
  else expect(due.slice(0, 10)).toBe(expected.dueDate)
})

const strategies: Readonly<Record<string, object>> = {
  "keep-date-time": { dueTime: "sameTime", closedDays: "keep" },
  "keep-date-end-of-day": { dueTime: "endOfDay", closedDays: "keep" },
  "end-of-previous-open-day": { dueTime: "endOfDay", closedDays: "previousOpenDay" },
  "end-of-next-open-day": { dueTime: "endOfDay", closedDays: "nextOpenDay" },
  "end-of-current-open-hours": { dueTime: "sameTime", closedDays: "endOfOpenHours" },
  "start-of-next-open-hours": { dueTime: "sameTime", closedDays: "startOfNextOpenHours" }
}

const threeDays = ({ days, timeZone }: Given): BranchCalendar => {
  if (days === null) return branch({ hours: everyDay(["00:00-24:00"]) }, timeZone)
  type Day = { readonly date: string; readonly open: boolean; readonly hours?: ReadonlyArray<readonly string[]> }
  const exceptions = (Object.values(days) as ReadonlyArray<Day>).map(({ date, open, hours = [] }) =>
    open ? { from: date, hours: hours.map((span) => span.join("-")) } : { from: date, closed: true }
  )
  return branch({ hours: {}, exceptions }, timeZone)
}

const lengthOf = ({ amount, unit }: { readonly amount: number; readonly unit?: string }): object => ({
  [unit ?? "without unit"]: amount
})
const offsetMinutes = ({ amount, unit }: { readonly amount: number; readonly unit: string }): number =>
  unit === "hours" ? amount * 60 : amount

/** Some entries name the raw due instant alone: a loan of days that leads there. */
const loanOf = ({ loanedAt, period, rawDueAt, rawDueAfterExpiry, days, strategy }: Given) => {
  if (period !== undefined) return { from: loanedAt, loanPeriod: lengthOf(period) }
  if (rawDueAfterExpiry) return { from: loanedAt, loanPeriod: strategy.includes("hours") ? { hours: 48 } : { days: 2 } }
  const raw = Date.parse(rawDueAt ?? `${days.middle.date}T10:00Z`)
  const from = loanedAt ?? new Date(raw - 10 * 86_400_000).toISOString()
  return { from, loanPeriod: { days: Math.round((raw - Date.parse(from)) / 86_400_000) } }
}

describeVectors(["closed-day-due-date", "expiring-patron-due-date"], differently, ({ given, expect: expected }) => {
  const { from, loanPeriod } = loanOf(given)
  const due = Result.getOrThrow(
    dueOf({
      set: {
        loanPeriod,
        ...strategies[given.strategy],
        openingOffsetMinutes: given.openingOffset === undefined ? 0 : offsetMinutes(given.openingOffset),
        dueCutAtExpiry: "open"
      },
      calendar: threeDays(given),
      from: Instant.make(Date.parse(from)),
      expiresAt: given.patronExpiresAt === undefined ? null : Instant.make(Date.parse(given.patronExpiresAt))
    })
  )
  const unit = expected.precision === "minute" ? 60_000 : 1_000
  expect(Math.floor(due.dueAt / unit)).toBe(Math.floor(Date.parse(expected.dueAt) / unit))
  if (expected.shortenedBecauseReaderExpires !== undefined)
    expect(due.steps.some(({ step }) => step === "readerExpiry")).toBe(expected.shortenedBecauseReaderExpires)
})

interface Dated {
  readonly from: string
  readonly to: string
  readonly due: string
}
const entriesOf = (schedules: ReadonlyArray<Dated>): ReadonlyArray<object> =>
  schedules.map(({ from, to, due }) => ({ from: from.slice(0, 10), to: to.slice(0, 10), dueBy: due.slice(0, 10) }))

describeVectors(["due-date-checkout"], differently, ({ given, expect: expected }) => {
  const { profile, period, periodWhenOthersWaiting, schedules, dueDateCaps, queue = [] } = given
  const fixed = profile === "fixed"
  const waitingPeriod = periodWhenOthersWaiting === undefined ? null : lengthOf(periodWhenOthersWaiting)
  const rules = {
    firstRows:
      waitingPeriod === null
        ? []
        : [{ id: "waiting", when: { waiting: { min: 1 } }, set: { loanPeriod: waitingPeriod } }],
    set: {
      loanPeriod: fixed ? { days: 0 } : lengthOf(period),
      ...strategies[given.closedDayStrategy ?? (fixed ? "keep-date-end-of-day" : "keep-date-time")],
      ...(fixed ? { dueSchedule: entriesOf(schedules), dueScheduleUse: "exactly" } : {}),
      ...(dueDateCaps === undefined ? {} : { dueSchedule: entriesOf(dueDateCaps), dueScheduleUse: "notAfter" })
    }
  }
  if (expected.error?.startsWith("period-")) {
    const problems = policyOf(rules)
    expect(
      Result.isFailure(problems) && problems.failure.map(({ path }) => path.split(".").slice(0, 3).join("."))
    ).toEqual(["rows[0].set.loanPeriod"])
    return
  }
  type Request = { readonly byBorrower?: boolean; readonly sameItem?: boolean }
  const due = dueOf({
    ...rules,
    calendar: branch({ hours: everyDay(["00:00-24:00"]) }, given.timeZone),
    from: Instant.make(Date.parse(given.loanedAt)),
    waiting: queue.filter(({ byBorrower, sameItem }: Request) => byBorrower !== true && sameItem !== false).length
  })
  if (expected.error === "loan-date-outside-schedules")
    expect(Result.isFailure(due) && due.failure._tag).toBe("OutsideDueSchedule")
  else expect(Math.floor(Result.getOrThrow(due).dueAt / 1_000)).toBe(Date.parse(expected.dueAt) / 1_000)
})
